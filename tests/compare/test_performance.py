"""Against a table computed by hand.

Days are 8 hours, Monday to Friday, from Mon 11 January 2027. The baseline, and how the plan stands on Fri 22 January:

    task      baseline             now                          due  done  on time  missed
    a         11.1. to 15.1. (5d)  done 11.1. to 15.1.          yes  yes   yes      no
    b         11.1. to 13.1. (3d)  done 11.1. to 18.1.          yes  yes   no       yes
    c         18.1. to 20.1. (3d)  begun 19.1., 4d remaining    yes  no    no       yes
    d         21.1. to 27.1. (5d)  follows c                    no   no
    early     25.1. to 26.1. (2d)  done 18.1. to 19.1.          no   yes
    extra     -                    open                         not in the baseline
    gate      27.1. (milestone)    follows d

c's 4 days lie behind the status date: Mon 25 to Thu 28 January; d is Fri 29 January to Thu 4 February, and so is
gate. BEI = 3 done / (3 due + 1 without baseline). Hit rate = 1/3. Missed = 2/3. To the gate are left Mon 25 January
to Thu 4 February, 9 working days; its baseline, Wed 27 January, lies 6 working days before: CPLI = (9 - 6) / 9.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import plan_text

from transition_planner.compare.performance import PathIndex, Slip, performance
from transition_planner.compare.planchange import plan_change
from transition_planner.planfile.loading import parse
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from transition_planner.compare.performance import Performance

BASELINE = """
a: {duration: 5d}
b: {duration: 3d}
c: {duration: 3d, after: [a]}
d: {duration: 5d, after: [c]}
early: {duration: 2d, start-no-earlier-than: 2027-01-25}
gate: {title: Gate, key: true, after: [d]}
"""
NOW = """
a: {duration: 5d, started: 2027-01-11, finished: 2027-01-15}
b: {duration: 3d, started: 2027-01-11, finished: 2027-01-18}
c: {duration: 3d, after: [a], started: 2027-01-19, remaining: 4d}
d: {duration: 5d, after: [c]}
early: {duration: 2d, started: 2027-01-18, finished: 2027-01-19}
extra: {duration: 1d, start-no-earlier-than: 2027-02-01}
gate: {title: Gate, key: true, after: [d]}
"""
FRIDAY = date(2027, 1, 22)


def _performance(baseline: str, now: str, status: date = FRIDAY) -> Performance:
    old, new = parse(plan_text(baseline)), parse(plan_text(now, f"status-date: {status}\n"))
    return performance(schedule(new.plan), schedule(old.plan), status, plan_change(old, new).earlier_ids)


def test_the_table() -> None:
    found = _performance(BASELINE, NOW)
    assert (found.completed, found.due, found.unbaselined, found.on_time) == (3, 3, 1, 1)
    assert found.missed == ("b", "c")
    assert found.bei == 3 / 4
    assert found.hit_rate == pytest.approx(1 / 3)
    assert found.missed_share == pytest.approx(2 / 3)


def test_slips_in_calendar_days_the_latest_first() -> None:
    assert _performance(BASELINE, NOW).slips == (
        Slip("c", date(2027, 1, 20), date(2027, 1, 28)),
        Slip("d", date(2027, 1, 27), date(2027, 2, 4)),
        Slip("gate", date(2027, 1, 27), date(2027, 2, 4)),
        Slip("b", date(2027, 1, 13), date(2027, 1, 18)),
        Slip("early", date(2027, 1, 26), date(2027, 1, 19)),
    )
    assert [slip.days for slip in _performance(BASELINE, NOW).slips] == [8, 8, 8, 5, -7]


def test_cpli_of_the_gate() -> None:
    (path,) = _performance(BASELINE, NOW).paths
    assert path == PathIndex("gate", 9.0, -6.0)
    assert path.value == pytest.approx(1 / 3)


def test_cpli_as_the_assessment_gives_it() -> None:
    value = PathIndex("x", 720.0, -60.0).value
    assert value is not None
    assert round(value, 3) == 0.917


def test_a_plan_on_its_baseline() -> None:
    found = _performance(BASELINE, BASELINE, date(2027, 1, 10))
    assert (found.slips, found.missed) == ((), ())
    assert [path.value for path in found.paths] == [1.0]


def test_where_nothing_is_due_there_is_no_share() -> None:
    found = _performance(BASELINE, BASELINE, date(2027, 1, 10))
    assert (found.bei, found.hit_rate, found.missed_share) == (None, None, None)


def test_no_index_once_no_day_is_left() -> None:
    assert PathIndex("x", 0.0, -3.0).value is None


def test_a_renamed_task_keeps_its_baseline() -> None:
    titled = BASELINE.replace("b: {", "b: {title: Bee, ")
    found = _performance(titled, titled.replace("b: {", "bee: {"))
    assert (found.unbaselined, found.slips) == (0, ())
