from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.repositories import plan_text

from transition_planner.compare.choice import before, choice, delayed
from transition_planner.planfile.loading import load, parse
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from transition_planner.compare.choice import Choice
    from transition_planner.schedule.schedule import Schedule

SCHOOLS = Path(__file__).parents[2] / "plans" / "helsinki-music-schools"

MODELS = "choice: choose\nmodels: {merger: {goal: open}, separate: {}}\n"
TASKS = """
study: {duration: 3d}
choose: {duration: 1d, after: [study], deadline: 2027-01-14}
build: {duration: 5d, after: [choose]}
open: {after: [build], deadline: 2027-02-05}
other: {duration: 60d}
"""


def _schedule(tasks: str, head: str = MODELS, model: str = "merger") -> Schedule:
    return schedule(parse(plan_text(tasks, head)).plan, model)


def _choice(tasks: str, head: str = MODELS) -> Choice:
    found = choice(_schedule(tasks, head))
    assert found is not None
    return found


def test_by_hand() -> None:
    # study 11. to 13.1., choose Thu 14, build 15. to 21. To open by Fri 5 Feb, build starts Mon 1 Feb at the latest.
    found = _choice(TASKS)
    assert (found.forecast, found.goal_day, found.target) == (
        date(2027, 1, 14),
        date(2027, 1, 21),
        date(2027, 2, 5),
    )
    assert found.last_day == date(2027, 1, 29)


def test_without_a_fixed_date_the_goals_forecast_is_its_target() -> None:
    found = _choice(TASKS.replace(", deadline: 2027-02-05", ""))
    assert (found.target, found.last_day) == (date(2027, 1, 21), date(2027, 1, 14))


def test_a_goal_that_is_too_late_asks_for_a_choice_in_the_past() -> None:
    found = _choice(TASKS.replace("2027-02-05", "2027-01-20"))
    assert found.last_day == date(2027, 1, 13)


def test_a_goal_that_does_not_wait_for_the_choice_has_no_last_day() -> None:
    assert _choice(TASKS.replace("after: [build]", "after: [study]")).last_day is None


def test_each_month_of_waiting_by_hand() -> None:
    # A month after Thu 14 Jan is Sun 14 Feb: chosen Mon 15, built Tue 16 to Mon 22.
    first, second, *_ = _choice(TASKS).waits
    assert (first.months, first.chosen, first.goal, first.days) == (
        1,
        date(2027, 2, 15),
        date(2027, 2, 22),
        32,
    )
    assert first.missed == ("choose", "open")
    # Two months after is Sun 14 Mar: chosen Mon 15, built Tue 16 to Mon 22.
    assert (second.chosen, second.goal, second.days) == (date(2027, 3, 15), date(2027, 3, 22), 60)


@pytest.mark.parametrize(
    ("tasks", "head"),
    [
        (TASKS, MODELS.replace("choice: choose\n", "")),
        (TASKS, MODELS.replace("{goal: open}", "{}")),
        (TASKS.replace("deadline: 2027-01-14", "started: 2027-01-14, finished: 2027-01-14"), MODELS),
        (TASKS.replace("deadline: 2027-01-14", "in: [separate]"), MODELS),
    ],
)
def test_where_there_is_no_choice_to_make(tasks: str, head: str) -> None:
    assert choice(_schedule(tasks, head)) is None


def _meets(found: Schedule, target: date) -> bool:
    """Whether the goal is reached in time, and no fixed date on its way that moves tasks is missed."""
    row = found.outline.row["open"]
    on_the_way = before(found, row)
    return found.last_day(row) <= target and not any(
        set(found.missed(each)) - {"deadline"} for each in on_the_way
    )


def _by_search(found: Schedule, target: date, first: date, days: int) -> date | None:
    """The last day on which a choice put off ever further still lets the goal be reached."""
    row = found.outline.row["choose"]
    last = None
    for ahead in range(days):
        put_off = delayed(found, row, first + timedelta(ahead))
        if _meets(put_off, target):
            last = put_off.last_day(row)
    return last


durations = st.integers(0, 6)


@st.composite
def _plans(draw: st.DrawFn) -> str:
    """Tasks from the choice to the goal and beside it, on everyday calendars or those of rare meetings."""
    calendars = st.sampled_from(("", ", calendar: short-weeks", ", calendar: meetings", ", calendar: calls"))
    kinds = st.sampled_from(
        ("FS", "FS+2d", "FS+5ed", "FS-1d", "SS", "SS+1d", "SS-1d", "FF", "FF+1d", "SF+3d")
    )
    days = draw(st.integers(0, 3))
    lines = [f"choose: {{duration: {days}d{draw(calendars)}, deadline: 2027-01-12}}"]
    names = ["choose"]
    for index in range(draw(st.integers(1, 5))):
        links = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
        types = [f"{link} {draw(kinds)}" for link in links]
        rest = draw(st.sampled_from(("", ", deadline: 2027-01-13", ", start-no-earlier-than: 2027-01-20")))
        lines.append(
            f"t{index}: {{duration: {draw(durations)}d, after: [{', '.join(types)}]{draw(calendars)}{rest}}}"
        )
        names.append(f"t{index}")
    goal = draw(st.lists(st.sampled_from(names[1:]), min_size=1, max_size=2, unique=True))
    deadline = date(2027, 1, 20) + timedelta(draw(st.integers(0, 30)))
    lines.append(f"open: {{after: [choose, {', '.join(goal)}], deadline: {deadline}}}")
    lines.append("other: {duration: 80d, after: [choose]}")
    return "\n".join(lines)


@settings(max_examples=20)
@given(_plans())
def test_the_last_day_is_that_of_a_search_by_brute_force(tasks: str) -> None:
    calendars = """calendars:
  short-weeks: {week: 'mon-thu 09:00-17:00'}
  meetings: {within: office, only: {rrule: 'FREQ=WEEKLY;BYDAY=TU'}}
  calls: {within: office, only: {rrule: 'FREQ=WEEKLY;BYDAY=TU,FR'}}
"""
    text = plan_text(tasks, MODELS).replace("calendars:\n", calendars)
    found = schedule(parse(text).plan, "merger")
    made = choice(found)
    assert made is not None
    if made.goal_day > made.target:
        return  # no putting off reaches it: there is nothing to search
    assert made.last_day == _by_search(found, made.target, date(2027, 1, 11), 60)


@pytest.mark.parametrize(
    ("model", "last"), [("merger", date(2027, 8, 10)), ("cooperation", date(2027, 11, 9))]
)
def test_the_shipped_plans_models_may_be_chosen_until_that_meeting_and_not_until_the_next(
    model: str, last: date
) -> None:
    found = schedule(load(SCHOOLS).plan, model)
    made = choice(found)
    assert made is not None
    assert made.last_day == last
    chooses, goal = found.outline.row[made.task], found.outline.row[made.goal]

    def reached(day: date) -> bool:
        put_off = delayed(found, chooses, day)
        way = before(put_off, goal)
        return put_off.last_day(goal) <= made.target and not any(
            set(put_off.missed(row)) - set(found.missed(row)) - {"deadline"} for row in way
        )

    assert reached(last)
    assert not reached(last + timedelta(1))
