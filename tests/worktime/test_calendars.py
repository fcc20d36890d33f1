from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.plan.plan import Plan
from transition_planner.worktime.calendars import calendars_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from transition_planner.worktime.calendars import Calendars

    Make = Callable[..., Calendars]
    At = Callable[[str], int]
    Day = Callable[[str], date]

LONG = "mon-fri 06:00-18:00"


def hours(make: Make, at: At, entry: dict[str, Any], day: str, **others: Any) -> int:
    """The working minutes of a day on a calendar with this entry."""
    calendar = make({"it": entry, **others})["it"]
    return calendar.work(at(f"{day}T00:00") + 1440) - calendar.work(at(f"{day}T00:00"))


def test_calendars_are_a_mapping_with_always(make: Make) -> None:
    calendars = make({"board": {"within": "office"}})
    assert list(calendars) == ["office", "board", "always"]
    assert len(calendars) == 3
    assert "always" in calendars
    assert calendars["board"] is calendars["board"]
    assert calendars["board"].name == "board"


def test_a_name_that_is_none_is_a_key_error(make: Make) -> None:
    with pytest.raises(KeyError):
        make({})["ofice"]
    with pytest.raises(KeyError):
        make({"board": {"within": "ofice"}})["board"]


def test_always_works_round_the_clock(make: Make, at: At) -> None:
    always = make({})["always"]
    assert (always.day_minutes, always.week_minutes) == (1440, 10_080)
    assert always.work(at("2028-03-01T00:00")) - always.work(at("2028-02-28T00:00")) == 2880
    assert always.position(at("2027-12-25T00:00")) % 2 == 0


def test_a_calendar_without_week_has_the_hours_of_the_plans_calendar(make: Make, at: At) -> None:
    grant = {"only": {"every": "09-01..09-23"}}
    assert hours(make, at, grant, "2027-09-01") == 420
    assert hours(make, at, grant, "2027-09-04") == 0
    assert hours(make, at, grant, "2027-09-24") == 0
    assert hours(make, at, {"title": "x"}, "2027-07-05") == 420
    assert hours(make, at, {"title": "x"}, "2027-07-10") == 0


def test_a_plans_calendar_without_week_is_round_the_clock(make: Make, at: At) -> None:
    day, next_day = at("2027-07-10T00:00"), at("2027-07-11T00:00")
    for default in ("plain", "always"):
        calendars = make({"plain": {"title": "x"}}, default=default)
        assert calendars["plain"].work(next_day) - calendars["plain"].work(day) == 1440
        assert calendars["plain"].day_minutes == 1440


def test_hours_that_lead_back_to_their_own_calendar_are_round_the_clock(make: Make, at: At) -> None:
    calendars = make({"a": {"within": "b"}, "b": {"holidays": "FI"}}, default="a")
    day = at("2027-12-06T00:00")
    for name in ("a", "b"):
        assert calendars[name].work(day + 1440) == calendars[name].work(day)
        assert calendars[name].work(day) - calendars[name].work(day - 1440) == 1440


def test_within_keeps_only_the_minutes_of_both(make: Make, at: At) -> None:
    evenings = {"week": ["mon-thu 15:30-18:00", "sat 10:00-12:00"], "within": "office"}
    assert hours(make, at, evenings, "2027-01-12") == 30
    assert hours(make, at, evenings, "2027-01-16") == 0
    assert hours(make, at, evenings, "2027-01-06") == 0
    assert hours(make, at, {"week": "mon-fri 17:00-18:00", "within": "office"}, "2027-01-12") == 0


def test_within_without_week_has_all_time_of_the_other(make: Make, at: At) -> None:
    late = {"week": "mon-fri 12:00-20:00", "open": [{"on": "2027-01-16", "hours": "09:00-11:00"}]}
    inner = {"within": "late", "closed": [{"on": "2027-01-13"}]}
    assert hours(make, at, inner, "2027-01-12", late=late) == 480
    assert hours(make, at, inner, "2027-01-13", late=late) == 0
    assert hours(make, at, inner, "2027-01-16", late=late) == 120
    assert make({"it": inner, "late": late})["it"].day_minutes == 480


def test_open_days_defy_week_holidays_and_closures(make: Make, at: At) -> None:
    entry = {
        "week": ["mon-thu 08:00-16:00", "fri 08:00-12:00"],
        "holidays": "FI",
        "closed": [{"from": "2027-07-01", "to": "2027-07-31"}],
        "open": [
            {"on": "2027-07-06"},
            {"on": "2027-12-06", "hours": "10:00-11:00"},
            {"on": "2027-01-16"},
            {"on": "2027-01-15", "hours": "08:00-10:00"},
            {"on": "2027-01-15", "hours": "09:00-11:30"},
        ],
    }
    expected = {
        "2027-07-05": 0,
        "2027-07-06": 480,
        "2027-12-06": 60,
        "2027-01-16": 480,
        "2027-01-15": 210,
        "2027-01-22": 240,
    }
    assert {day: hours(make, at, entry, day) for day in expected} == expected


def test_only_keeps_no_other_days_and_opens_none(make: Make, at: At) -> None:
    entry = {
        "week": LONG,
        "only": [{"on": "2027-01-12"}, {"on": "2027-01-16"}, {"rrule": "FREQ=MONTHLY;BYDAY=1WE"}],
        "open": [{"on": "2027-01-17"}],
    }
    assert hours(make, at, entry, "2027-01-12") == 720
    assert hours(make, at, entry, "2027-02-03") == 720
    assert hours(make, at, entry, "2027-01-16") == 0
    assert hours(make, at, entry, "2027-01-17") == 0


def test_several_lines_of_a_week_join(make: Make, at: At) -> None:
    entry = {"week": ["mon-wed 08:00-12:00", "tue,sat 11:00-14:00"]}
    week = ["2027-03-01", "2027-03-02", "2027-03-03", "2027-03-04", "2027-03-05", "2027-03-06", "2027-03-07"]
    assert [hours(make, at, entry, day) for day in week] == [240, 360, 240, 0, 0, 180, 0]


def test_the_holidays_of_several_regions_are_all_free(make: Make, at: At) -> None:
    entry = {"week": LONG, "holidays": ["FI", "EE"]}
    assert hours(make, at, entry, "2027-12-06") == 0
    assert hours(make, at, entry, "2027-02-24") == 0
    assert hours(make, at, entry, "2027-02-23") == 720


@pytest.mark.parametrize(
    ("week", "day", "whole"),
    [
        (["mon-thu 08:00-16:00", "fri 08:00-12:00"], 480, 2160),
        (["mon,tue 08:00-16:00", "wed,thu 08:00-14:00"], 480, 1680),
        (["mon,tue 08:00-16:00", "wed-fri 08:00-14:00"], 360, 2040),
        (["sat 23:00-24:00"], 60, 60),
    ],
)
def test_a_day_is_the_most_frequent_one_of_the_week_else_the_longer(
    make: Make, week: list[str], day: int, whole: int
) -> None:
    calendar = make({"it": {"week": week}})["it"]
    assert (calendar.day_minutes, calendar.week_minutes) == (day, whole)


@pytest.mark.parametrize("entry", [{"only": {"on": "2027-05-04"}}, {"within": "office"}, {"within": "board"}])
def test_a_day_is_that_of_the_calendar_the_hours_come_from(make: Make, entry: dict[str, Any]) -> None:
    calendar = make({"board": {"within": "office"}, "it": entry})["it"]
    assert (calendar.day_minutes, calendar.week_minutes) == (420, 2100)


@pytest.mark.parametrize(
    ("fields", "office", "always"),
    [
        ({"day": "8h"}, (480, 2100), (480, 10_080)),
        ({"week": "5d"}, (420, 2100), (1440, 7200)),
        ({"day": "7.5h", "week": "5d"}, (450, 2250), (450, 2250)),
        ({"day": "450min", "week": "36h"}, (450, 2160), (450, 2160)),
    ],
)
def test_the_plans_day_and_week_come_first(
    make: Make, fields: dict[str, str], office: tuple[int, int], always: tuple[int, int]
) -> None:
    calendars = make({}, **fields)
    assert (calendars["office"].day_minutes, calendars["office"].week_minutes) == office
    assert (calendars["always"].day_minutes, calendars["always"].week_minutes) == always


@pytest.mark.parametrize(
    "fields", [{"day": "1d"}, {"day": "0h"}, {"week": "1w"}, {"week": "0d"}, {"week": "1emo"}]
)
def test_a_day_or_week_that_is_no_length_is_refused(make: Make, fields: dict[str, str]) -> None:
    (field, quantity), *_ = fields.items()
    with pytest.raises(
        ValueError, match=f"^the plan's {field} cannot be {quantity}: write it in hours as in "
    ):
        make({}, **fields)["office"]


def test_calendars_within_each_other_are_refused_with_the_whole_circle(make: Make) -> None:
    calendars = make({"a": {"within": "b"}, "b": {"within": "c"}, "c": {"within": "b"}, "d": {"within": "d"}})
    with pytest.raises(ValueError, match=re.escape("the calendars b → c → b are within each other")):
        calendars["a"]
    with pytest.raises(ValueError, match="d → d"):
        calendars["d"]


def test_an_unknown_country_is_refused_when_its_calendar_is_asked_for(make: Make) -> None:
    calendars = make({"it": {"holidays": "FIN-99"}})
    assert calendars["office"].day_minutes == 420
    with pytest.raises(ValueError, match="FIN has no part 99: perhaps FIN-"):
        calendars["it"]


def test_a_plain_calendar_imports_neither_holidays_nor_dateutil() -> None:
    program = (
        "import sys\n"
        "from transition_planner.plan.plan import Plan\n"
        "from transition_planner.worktime.calendars import Calendars\n"
        "plan = Plan.model_validate({'format': 1, 'id': '00000000-0000-4000-8000-000000000000',\n"
        "    'title': 'x', 'start': '2027-01-11', 'tasks': {},\n"
        "    'calendars': {'it': {'week': 'mon-fri 08:00-16:00'}}})\n"
        "assert Calendars(plan)['it'].work(30_000_000) > 0\n"
        "assert not {'holidays', 'dateutil'} & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def _plan(**fields: Any) -> Plan:
    office = {"office": {"week": "mon-fri 08:00-16:00"}}
    entries = {"format": 1, "id": "00000000-0000-4000-8000-000000000000", "title": "x", "tasks": {}}
    return Plan.model_validate(
        {**entries, "start": "2027-01-11", "calendar": "office", "calendars": office, **fields}
    )


def test_plans_that_say_the_same_of_their_calendars_share_them() -> None:
    office = {"office": {"week": "mon-fri 08:00-16:00"}}
    first = calendars_of(_plan(calendars=office))
    assert calendars_of(_plan(calendars=office, tasks={"other": {}})) is first
    for others in (
        {"calendars": {"office": {"week": "mon-fri 08:00-15:00"}}},
        {"calendars": {**office, "evening": {"week": "mon 16:00-20:00"}}},
        {"calendars": office, "start": "2028-01-10"},
        {"calendars": office, "day": "6h"},
    ):
        assert calendars_of(_plan(**others)) is not first


def test_calendars_of_few_plans_are_kept() -> None:
    first = calendars_of(_plan())
    for year in range(2028, 2033):
        calendars_of(_plan(start=f"{year}-01-10"))
    assert calendars_of(_plan()) is not first
