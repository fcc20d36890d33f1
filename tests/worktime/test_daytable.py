"""The arithmetic against an oracle that knows no positions: for each day a set of its working minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.worktime.calendars import Calendars

    Make = Callable[..., Calendars]
    At = Callable[[str], int]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# New Year and 29 February are inside.
FIRST, LAST = date(2027, 12, 20), date(2028, 3, 5)
START = (FIRST - date(1970, 1, 1)).days * 1440
END = ((LAST - date(1970, 1, 1)).days + 1) * 1440
DAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


hours = st.lists(st.integers(0, 1440), min_size=2, max_size=6, unique=True).map(
    lambda minutes: [*zip(sorted(minutes)[::2], sorted(minutes)[1::2], strict=False)]
)
hours_text = hours.map(lambda spans: " ".join(f"{clock(first)}-{clock(last)}" for first, last in spans))
week_lines = st.tuples(st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(sorted), hours_text).map(
    lambda line: f"{','.join(line[0])} {line[1]}"
)
days = st.sampled_from(DAYS).map(date.isoformat)
month_days = st.sampled_from(DAYS).map(lambda day: day.isoformat()[5:])
some_days = st.one_of(
    st.fixed_dictionaries({"on": days}),
    st.tuples(days, days).map(lambda ends: {"from": min(ends), "to": max(ends)}),
    st.fixed_dictionaries({"every": st.one_of(month_days, st.tuples(month_days, month_days).map("..".join))}),
)
entries = st.fixed_dictionaries(
    {},
    optional={
        "week": st.lists(week_lines, min_size=1, max_size=3),
        "closed": st.lists(some_days, max_size=2),
        "open": st.lists(
            st.tuples(some_days, st.none() | hours_text).map(
                lambda entry: entry[0] | ({"hours": entry[1]} if entry[1] else {})
            ),
            max_size=2,
        ),
        "only": st.lists(some_days, min_size=1, max_size=2),
        "within": st.just("outer"),
    },
)
plans = st.tuples(
    entries.map(lambda entry: {**entry, "within": "outer"} if "within" in entry else entry), entries
).map(
    lambda pair: {
        "inner": pair[0],
        "outer": {key: value for key, value in pair[1].items() if key != "within"},
    }
)


def named(entry: dict[str, str], day: date) -> bool:
    """Whether the day is among those of the entry."""
    text = day.isoformat()
    if "on" in entry:
        return text == entry["on"]
    if "from" in entry:
        return entry["from"] <= text <= entry["to"]
    first, _, last = entry["every"].partition("..")
    last = last or first
    return first <= text[5:] <= last if first <= last else text[5:] >= first or text[5:] <= last


def minutes_of(text: str) -> set[int]:
    """The minutes of `08:00-12:00 13:00-16:00`."""
    return {
        minute
        for span in text.split()
        for first, last in [span.split("-")]
        for minute in range(
            int(first[:2]) * 60 + int(first[3:]),
            int(last[:2]) * 60 + int(last[3:]),
        )
    }


def day_minutes(plan: dict[str, Any], name: str, day: date) -> set[int]:
    """The working minutes of one day."""
    entry = plan[name]
    if "week" in entry:
        week: list[set[int]] = [set() for _ in WEEKDAYS]
        for line in entry["week"]:
            names, _, text = line.partition(" ")
            for weekday in names.split(","):
                week[WEEKDAYS.index(weekday)] |= minutes_of(text)
    else:
        # Without a week: any time of the calendar it is within, and `always` is the plan's calendar.
        week = [set(range(1440))] * 7
    minutes = week[day.weekday()]
    if any(named(closure, day) for closure in entry.get("closed", ())):
        minutes = set()
    opened = [opening for opening in entry.get("open", ()) if named(opening, day)]
    if opened:
        longest = max(week, key=len)
        minutes = set().union(
            *(minutes_of(opening["hours"]) if "hours" in opening else longest for opening in opened)
        )
    if "only" in entry and not any(named(window, day) for window in entry["only"]):
        minutes = set()
    if "within" in entry:
        minutes = minutes & day_minutes(plan, entry["within"], day)
    return minutes


@dataclass(frozen=True)
class Oracle:
    plan: dict[str, Any]
    name: str

    @cached_property
    def minutes(self) -> list[int]:
        """The instants at which the working minutes between FIRST and LAST begin."""
        return [
            START + 1440 * number + minute
            for number, day in enumerate(DAYS)
            for minute in sorted(day_minutes(self.plan, self.name, day))
        ]

    @cached_property
    def set(self) -> set[int]:
        return set(self.minutes)

    def work(self, instant: int) -> int:
        """Working minutes from START to the instant."""
        return sum(minute < instant for minute in self.minutes)


names = st.sampled_from(["inner", "outer"])
instants = st.integers(START + 1, END)


@given(plan=plans, name=names, one=instants, other=instants)
def test_work_is_the_number_of_working_minutes_between(
    make: Make, plan: dict[str, Any], name: str, one: int, other: int
) -> None:
    calendar = make(plan, default="always")[name]
    oracle = Oracle(plan, name)
    assert calendar.work(other) - calendar.work(one) == oracle.work(other) - oracle.work(one)


@given(plan=plans, name=names, instant=instants, snap=st.booleans(), data=st.data())
def test_a_position_leads_back_to_its_instant_or_to_the_next_work(
    *, make: Make, plan: dict[str, Any], name: str, instant: int, snap: bool, data: st.DataObject
) -> None:
    calendar = make(plan, default="always")[name]
    oracle = Oracle(plan, name)
    if snap and oracle.minutes:
        # Instants at the border of working time are rare by chance.
        instant = data.draw(st.sampled_from(oracle.minutes)) + data.draw(st.integers(0, 1))
    position = calendar.position(instant)
    after_gap = instant - 1 not in oracle.set
    if instant > START:
        assert position == 2 * calendar.work(instant) + after_gap
    later = [minute for minute in oracle.minutes if minute >= instant]
    if not after_gap:
        assert calendar.instant(position) == instant
    elif later:
        assert calendar.instant(position) == calendar.first_work(instant) == later[0]


@given(plan=plans, name=names, data=st.data())
def test_work_leads_to_its_earliest_and_its_latest_instant(
    make: Make, plan: dict[str, Any], name: str, data: st.DataObject
) -> None:
    calendar = make(plan, default="always")[name]
    minutes = Oracle(plan, name).minutes
    if not minutes:
        return
    index = data.draw(st.integers(0, len(minutes) - 1))
    work = calendar.work(START + 1440) + index - sum(minute < START + 1440 for minute in minutes)
    assert calendar.instant(2 * work + 1) == minutes[index]
    assert calendar.instant(2 * work + 2) == minutes[index] + 1
    if index:
        assert calendar.instant(2 * work) == calendar.last_work(minutes[index]) == minutes[index - 1] + 1


@given(plan=plans, name=names, some=st.lists(instants, min_size=2))
def test_positions_are_in_the_order_of_instants(
    make: Make, plan: dict[str, Any], name: str, some: list[int]
) -> None:
    calendar = make(plan, default="always")[name]
    positions = [calendar.position(instant) for instant in sorted(some)]
    assert positions == sorted(positions)
    oracle = Oracle(plan, name)
    if oracle.minutes:
        inside = [position for position in positions if position <= calendar.position(oracle.minutes[-1] + 1)]
        if any(minute < min(some) for minute in oracle.minutes):
            back = [calendar.instant(position) for position in inside]
            assert back == sorted(back)


@settings(max_examples=50)
@given(plan=plans, name=names, years=st.lists(st.integers(2000, 2060), max_size=4))
def test_growing_to_any_side_in_any_order_moves_no_position(
    make: Make, plan: dict[str, Any], name: str, years: list[int]
) -> None:
    plan = {**plan, "inner": {"week": ["mon-fri 08:00-16:00"], **plan["inner"]}}
    fresh, grown = make(plan, default="always")[name], make(plan, default="always")[name]
    at = {year: (date(year, 5, 5) - date(1970, 1, 1)).days * 1440 + 700 for year in (*years, 2028)}
    for year in years:
        grown.position(at[year])
    for instant in (START + 1, END, *(at[year] for year in reversed(years))):
        position = fresh.position(instant)
        assert grown.position(instant) == position
        assert grown.work(instant) == fresh.work(instant)
        if fresh.work(END) > fresh.work(START + 1):
            middle = fresh.position(END) - 1
            assert grown.instant(middle) == fresh.instant(middle)


def test_the_first_and_the_last_year_of_plans_are_inside(make: Make, at: At) -> None:
    for start in ("1970-01-01", "2199-12-31"):
        calendars = make({}, start=start)
        always = calendars["always"]
        assert always.work(at("2200-01-01T00:00")) - always.work(0) == 84_006 * 1440
        for instant in (0, at("1970-01-01T08:00"), at("2199-12-31T16:00"), at("2200-01-01T00:00")):
            assert always.instant(always.position(instant)) == instant
            calendars["office"].position(instant)


@pytest.mark.parametrize("moment", ["1968-12-31T12:00", "2200-01-01T00:01", "9999-12-31T12:00"])
def test_an_instant_outside_the_years_has_no_position(make: Make, at: At, moment: str) -> None:
    with pytest.raises(NoWorkingTime):
        make({})["always"].position(at(moment))
    with pytest.raises(NoWorkingTime):
        make({})["always"].works_on(date.fromisoformat(moment[:10]))


@pytest.mark.parametrize(
    "entry",
    [
        {"week": "mon-fri 08:00-16:00", "closed": [{"every": "01-01..12-31"}]},
        {"only": {"rrule": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"}},
        {"within": "office", "only": {"every": "12-25"}},
        {"within": "office", "week": "mon-fri 17:00-18:00"},
        {"week": "mon-fri 08:00-16:00", "within": "weekends"},
    ],
)
def test_a_calendar_without_any_time_says_so(make: Make, at: At, entry: dict[str, Any]) -> None:
    calendar = make({"it": entry, "weekends": {"week": "sat,sun 08:00-16:00"}})["it"]
    assert calendar.position(at("2027-05-05T12:00")) == 1
    assert calendar.work(at("1999-05-05T12:00")) == 0
    for position in (1, 0, 2, -1):
        with pytest.raises(NoWorkingTime) as end:
            calendar.instant(position)
        assert end.value.calendar == "it"
        assert end.value.around == date(2027, 1, 11)


def test_the_end_of_working_time_names_calendar_and_day(make: Make, at: At) -> None:
    calendar = make({"grant": {"only": [{"on": "2027-09-01"}, {"on": "2027-05-04"}, {"on": "2028-09-04"}]}})[
        "grant"
    ]
    last = calendar.position(at("2028-09-04T16:00"))
    assert calendar.instant(last) == at("2028-09-04T16:00")
    with pytest.raises(NoWorkingTime) as right:
        calendar.instant(last + 1)
    assert right.value.around == date(2028, 9, 4)
    assert str(right.value) == (
        "the calendar grant has no working time left around 2028-09-04: give it more working days, "
        "or plan less on it"
    )
    assert calendar.instant(1) == at("2027-05-04T08:00")
    with pytest.raises(NoWorkingTime) as left:
        calendar.instant(0)
    assert left.value.around == date(2027, 5, 4)


def test_work_beyond_all_years_is_refused_soon(make: Make) -> None:
    office = make({})["office"]
    for position in (10**12, -(10**12)):
        with pytest.raises(NoWorkingTime):
            office.instant(position)


def test_threads_may_ask_while_the_table_grows(make: Make) -> None:
    shared, alone = make({})["office"], make({})["office"]
    answers: dict[int, list[int]] = {}
    asked = {worker: [worker * 90_000 * step for step in range(-8, 60)] for worker in (1, 2, 3, 4)}

    def ask(worker: int) -> None:
        answers[worker] = [shared.instant(position) for position in asked[worker]]

    threads = [Thread(target=ask, args=(worker,)) for worker in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {worker: [alone.instant(position) for position in asked[worker]] for worker in asked}
