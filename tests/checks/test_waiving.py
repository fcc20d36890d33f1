from __future__ import annotations

from datetime import date

from tests.checks.small import TODAY, small_document

from transition_planner.checks.run import checked

TEXT = """
    models: {{one: {{}}, two: {{}}}}
    waivers:
      - {{rule: TP201, of: {of}, why: {{fi: Sovittu, en: Agreed}}, until: {until}}}
    tasks:
      prepare:
        tasks:
          draft: {{duration: 10d, deadline: 2027-01-15, in: [two]}}
    """


def _codes(of: str, until: str, models: list[str] | None = None, today: date | None = TODAY) -> list[str]:
    found = checked(small_document(TEXT.format(of=of, until=until)), models, today=today)
    return [each.code for each in found.findings if each.code in {"TP201", "TP503", "TP504"}]


def test_a_waiver_holds_to_its_last_day() -> None:
    assert _codes("draft", "2027-01-11") == []
    assert _codes("draft", "2027-01-10") == ["TP503", "TP201"]
    assert _codes("draft", "2027-01-10", today=None) == []


def test_a_waiver_of_a_phase_covers_its_tasks() -> None:
    assert _codes("prepare", "2027-12-31") == []


def test_a_waiver_of_something_else_waives_nothing() -> None:
    assert _codes("other", "2027-12-31") == ["TP504", "TP201"]


def test_a_waiver_may_be_used_in_a_model_that_is_not_looked_at() -> None:
    assert _codes("draft", "2027-12-31", ["one"]) == []
    assert _codes("draft", "2027-12-31", ["two"]) == []


def test_what_is_waived_is_told_with_its_reason_and_place() -> None:
    (waived,) = [
        each
        for each in checked(small_document(TEXT.format(of="draft", until="2027-12-31")), today=TODAY).waived
        if each.finding.code == "TP201"
    ]
    assert (waived.why, waived.until) == ("Agreed", date(2027, 12, 31))
    assert waived.finding.place is not None
