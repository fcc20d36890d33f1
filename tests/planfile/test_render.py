from __future__ import annotations

from transition_planner.plan.finding import Finding, Place, Severity
from transition_planner.planfile.render import render


def test_a_finding_shows_its_place_its_line_and_the_way_out() -> None:
    place = Place("plan.yaml", 41, 9, 3, "    duration: 8dd")
    finding = Finding("TP003", "'8dd' is no duration", hint="Write 8d.", place=place)
    assert render(finding) == (
        "plan.yaml:41:9: error TP003: '8dd' is no duration\n      duration: 8dd\n          ^^^\n  = Write 8d."
    )


def test_a_finding_without_place_or_hint_is_one_line() -> None:
    assert render(Finding("TP102", "no owner", Severity.WARNING)) == "warning TP102: no owner"


def test_an_empty_line_is_not_shown() -> None:
    finding = Finding("TP006", "the file is empty", Severity.INFO, place=Place("plan.yaml", 1, 1))
    assert render(finding) == "plan.yaml:1:1: info TP006: the file is empty"


def test_marks_stand_under_wide_characters_and_behind_tabs() -> None:
    place = Place("plan.yaml", 1, 5, 2, "\t学e\u0301学校: x")
    assert render(Finding("TP001", "m", place=place)).splitlines()[1:] == [
        "  \t学e\u0301学校: x",
        "  \t   ^^^^",
    ]


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    place = Place("plan.yaml", 1, 151, 1, "a" * 150 + "b" + "c" * 150)
    line, marks = render(Finding("TP001", "m", place=place)).splitlines()[1:]
    assert len(line) == 102
    assert line[marks.index("^")] == "b"
