from __future__ import annotations

from tests.tui.plans import state

from transition_planner.locales import speaking
from transition_planner.planfile.edits import RemoveTask, SetField
from transition_planner.tui.state.change import change

BEFORE = state()


def told(*edits: object) -> str:
    return change(BEFORE.schedule, BEFORE.edit(edits).schedule)  # type: ignore[arg-type]  # edits


def test_a_later_finish_is_told_with_its_working_days() -> None:
    assert told(SetField("ask", "duration", "10d")) == "finish 25 Jan → 1 Feb 2027, +5 d"


def test_an_earlier_finish_is_told_too() -> None:
    assert told(SetField("ask", "duration", "4d")) == "finish 25 Jan → 22 Jan 2027, -1 d"


def test_years_are_told_where_they_differ() -> None:
    assert told(SetField("ask", "duration", "250d")) == "finish 25 Jan 2027 → 3 Jan 2028, +245 d"


def test_tasks_that_become_critical_are_counted() -> None:
    # look takes over from ask and draft and agreed
    assert told(SetField("look", "duration", "11d")) == (
        "finish 25 Jan → 26 Jan 2027, +1 d; 1 task became critical; 3 tasks no longer critical"
    )


def test_a_task_that_is_gone_is_no_longer_counted() -> None:
    assert told(RemoveTask("sign")) == "finish 25 Jan → 22 Jan 2027, -1 d"


def test_a_finish_that_stays_is_told() -> None:
    assert told(SetField("look", "duration", "3d")) == "the finish stays 25 Jan 2027"
    assert told(SetField("look", "duration", "10d")) == "the finish stays 25 Jan 2027; 1 task became critical"


def test_it_is_told_in_finnish_order_of_dates() -> None:
    with speaking("fi"):
        assert "25.1. → 1.2.2027" in told(SetField("ask", "duration", "10d"))
