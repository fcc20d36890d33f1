"""What people tick in their to-dos, taken over into the plan."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from tests.export.small import small_plan

from transition_planner.planfile.edits import SetField
from transition_planner.publish.caldav.progress import Progress, of_todo

if TYPE_CHECKING:
    from tests.publish.place import Place

    from transition_planner.plan.plan import Plan
    from transition_planner.publish.caldav.pulling import Report

HELSINKI = ZoneInfo("Europe/Helsinki")
TICKED = "STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\nCOMPLETED:20270114T220500Z\r\n"
TASKS: dict[str, dict[str, Any]] = {
    "draft": {"title": "Draft", "duration": "4d", "started": "2027-01-11", "done": "25%"},
    "talk": {"title": "Talk", "duration": "2d"},
    "go": {"title": "Go"},
}


def _plan(task: str = "draft", **fields: Any) -> Plan:
    return small_plan(tasks={**TASKS, task: {**TASKS[task], **fields}})


PLAN = _plan()


def _tick(place: Place, task: str, progress: str, **others: str) -> None:
    """Write progress into a task's to-do as a program of the person does, and whatever else."""
    with place.person() as client:
        for path in place.listed():
            text = client.get(path).text
            if "BEGIN:VTODO" in text and f"X-TRANSITION-PLANNER-ID:{task}\r" in text:
                text = re.sub(r"(STATUS|PERCENT-COMPLETE|COMPLETED|LAST-MODIFIED)[;:].*\r\n", "", text)
                for old, new in others.items():
                    text = text.replace(old, new)
                text = text.replace("END:VTODO", f"{progress}X-APPLE-SORT-ORDER:1\r\nEND:VTODO")
                assert client.put(path, content=text).is_success


def _told(reports: tuple[Report, ...]) -> list[tuple[str, Progress, bool]]:
    return [(each.task, each.server, each.contested) for each in reports]


def test_nothing_is_pulled_where_nobody_ticked_anything(place: Place) -> None:
    assert place.pull(PLAN).reports == ()
    place.publish(PLAN, todos=True)
    assert place.pull(PLAN).reports == ()
    # The plan went on, and the server has still what it said before.
    assert place.pull(_plan(done="75%")).reports == ()


def test_what_was_ticked_becomes_edits_and_is_no_conflict_once_it_is_taken_over(place: Place) -> None:
    place.publish(PLAN, todos=True)
    _tick(place, "draft", TICKED)
    _tick(place, "talk", "STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:40\r\n")
    pulled = place.pull(PLAN)
    assert _told(pulled.reports) == [
        ("draft", Progress(100, date(2027, 1, 15)), False),
        ("talk", Progress(40), False),
    ]
    assert [edit for each in pulled.reports for edit in each.edits] == [
        SetField("draft", "finished", "2027-01-15"),
        SetField("talk", "done", "40%"),
    ]
    for each in pulled.reports:
        pulled.taken(each)
    tasks = {
        **TASKS,
        "draft": {**TASKS["draft"], "finished": "2027-01-15"},
        "talk": {**TASKS["talk"], "done": "40%"},
    }
    after = small_plan(tasks=tasks)
    assert place.pull(after).reports == ()
    assert {step.action.value for step in place.publish(after, todos=True).steps} == {"change"}
    assert place.publish(after, todos=True).steps == ()


def test_who_changes_more_than_the_progress_is_told_of_as_ever(place: Place) -> None:
    place.publish(PLAN, todos=True)
    _tick(place, "draft", TICKED, Draft="My draft")
    pulled = place.pull(PLAN)
    (report,) = pulled.reports
    pulled.taken(report)
    after = _plan(finished="2027-01-15")
    assert "conflict" in {step.action.value for step in place.publish(after, todos=True).steps}


def test_what_is_taken_back_is_taken_back_in_the_plan(place: Place) -> None:
    plan = _plan(finished="2027-01-14")
    place.publish(plan, todos=True)
    _tick(place, "draft", "STATUS:NEEDS-ACTION\r\n")
    (report,) = place.pull(plan).reports
    assert report.edits == (SetField("draft", "finished", None), SetField("draft", "done", None))


def test_where_both_went_on_nobody_is_right(place: Place) -> None:
    place.publish(PLAN, todos=True)
    _tick(place, "draft", "STATUS:IN-PROCESS\r\nPERCENT-COMPLETE:50\r\n")
    assert _told(place.pull(_plan(done="75%")).reports) == [("draft", Progress(50), True)]
    assert place.pull(_plan(done="50%")).reports == ()


def test_without_its_memory_only_what_went_on_is_pulled(place: Place) -> None:
    place.publish(PLAN, todos=True)
    _tick(place, "talk", TICKED)
    place.plan_file.with_name("caldav.state.json").unlink()
    assert _told(place.pull(_plan(done="75%")).reports) == [("talk", Progress(100, date(2027, 1, 15)), False)]


def test_a_renamed_task_has_its_to_do(place: Place) -> None:
    place.publish(PLAN, todos=True)
    _tick(place, "draft", TICKED)
    renamed = small_plan(tasks={("write" if id_ == "draft" else id_): task for id_, task in TASKS.items()})
    assert [each.task for each in place.pull(renamed).reports] == ["write"]


@pytest.mark.parametrize(
    ("lines", "progress"),
    [
        ("PERCENT-COMPLETE:100\nDTSTAMP:20270114T120000Z", Progress(100, date(2027, 1, 14))),
        ("COMPLETED:20270114T230000Z", Progress(100, date(2027, 1, 15))),
        ("STATUS:NEEDS-ACTION\nCOMPLETED:20270114T230000Z", Progress(0)),
        (
            "STATUS:COMPLETED\nPERCENT-COMPLETE:0\nLAST-MODIFIED:20270114T120000Z",
            Progress(100, date(2027, 1, 14)),
        ),
        ("STATUS:COMPLETED\nCOMPLETED;VALUE=DATE:20270114", Progress(100, date(2027, 1, 14))),
        ("STATUS:IN-PROCESS\nPERCENT-COMPLETE:60\nBEGIN:VALARM\nSTATUS:COMPLETED\nEND:VALARM", Progress(60)),
        ("STATUS:COMPLETED", None),
        ("PERCENT-COMPLETE:140", None),
        ("PERCENT-COMPLETE:many", None),
        ("COMPLETED:yesterday", None),
    ],
)
def test_programs_say_in_several_ways_how_far_a_to_do_is(lines: str, progress: Progress | None) -> None:
    text = f"BEGIN:VCALENDAR\nBEGIN:VTODO\n{lines}\nEND:VTODO\nEND:VCALENDAR\n"
    assert of_todo(text.encode(), HELSINKI) == progress


def test_what_is_no_to_do_says_nothing() -> None:
    for data in (b"", b"\xff", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n"):
        assert of_todo(data, HELSINKI) is None
