from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.compare.repositories import plan_text

from transition_planner.compare.datechange import FloatChange, Shift, date_change
from transition_planner.compare.planchange import plan_change
from transition_planner.planfile.loading import parse
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from transition_planner.compare.datechange import DateChange
    from transition_planner.planfile.document import Document

BEFORE = """
long: {duration: 10d}
short: {duration: 6d}
open: {key: true, after: [long, short]}
"""


def _dates(before: str, after: str) -> DateChange:
    old: Document = parse(plan_text(before))
    new = parse(plan_text(after))
    return date_change(schedule(old.plan), schedule(new.plan), plan_change(old, new).earlier_ids)


def test_the_same_plan_moves_nothing() -> None:
    change = _dates(BEFORE, BEFORE)
    assert change.finish == Shift("", date(2027, 1, 22), date(2027, 1, 22))
    assert (change.milestones, change.moved, change.float_lost) == ((), (), ())


def test_a_task_that_overtakes_the_critical_path() -> None:
    # From Mon 11 Jan 6 working days end on Mon 18, 10 on Fri 22, 13 on Wed 27: the path of 10 days then has 3 of float.
    change = _dates(BEFORE, BEFORE.replace("6d", "13d"))
    assert change.finish == Shift("", date(2027, 1, 22), date(2027, 1, 27))
    assert change.finish.days == 5
    assert change.milestones == (Shift("open", date(2027, 1, 22), date(2027, 1, 27)),)
    assert change.moved == (Shift("short", date(2027, 1, 18), date(2027, 1, 27)),)
    assert (change.became_critical, change.no_longer_critical) == (("short",), ("long",))
    assert change.float_lost == (FloatChange("short", 4.0, 0.0),)


def test_float_may_be_lost_without_a_date_moving() -> None:
    change = _dates(BEFORE, BEFORE.replace("10d", "8d").replace("long, short", "long FS+2d, short FS+3d"))
    assert change.finish.days == 0
    assert change.float_lost == (FloatChange("short", 4.0, 1.0),)


def test_a_key_milestone_that_comes_and_one_that_goes_is_told() -> None:
    change = _dates(BEFORE, BEFORE.replace("open: {key: true", "close: {key: true, title: Close"))
    assert change.milestones == (
        Shift("close", None, date(2027, 1, 22)),
        Shift("open", date(2027, 1, 22), None),
    )


def test_a_renamed_key_milestone_has_not_moved() -> None:
    titled = BEFORE.replace("open: {", "open: {title: Open, ")
    assert _dates(titled, titled.replace("open:", "opening:")).milestones == ()
