"""Events of others as days, against a reader that they did not write: recurring_ical_events."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transition_planner.planfile.datefiles.dated import Dated, DateFileError, Horizon
from transition_planner.planfile.datefiles.icsfile import MOST_EVENTS, ics_dates

if TYPE_CHECKING:
    from datetime import time

HELSINKI = ZoneInfo("Europe/Helsinki")
HORIZON = Horizon(date(2026, 1, 1), date(2037, 12, 31))


def calendar(*events: str) -> str:
    named = (
        event if event.startswith("UID:") else f"UID:{number}\n{event}" for number, event in enumerate(events)
    )
    bodies = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in named)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{bodies}END:VCALENDAR\n"


def days(*events: str, horizon: Horizon = HORIZON) -> list[tuple[str, str]]:
    found = ics_dates(calendar(*events), HELSINKI, horizon)
    return [(str(each.first), str(each.last)) for each in sorted(found)]


def one(first: str, last: str | None = None) -> list[tuple[str, str]]:
    return [(first, last or first)]


def test_a_whole_day_ends_the_day_before_its_end_and_without_an_end_is_one_day() -> None:
    assert days("DTSTART;VALUE=DATE:20270222\nDTEND;VALUE=DATE:20270227") == one("2027-02-22", "2027-02-26")
    assert days("DTSTART;VALUE=DATE:20270222") == one("2027-02-22")
    assert days("DTSTART;VALUE=DATE:20270222\nDTEND;VALUE=DATE:20270222") == one("2027-02-22")
    assert days("DTSTART;VALUE=DATE:20270222\nDURATION:P1W") == one("2027-02-22", "2027-02-28")


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        # 22:30 in winter is half past midnight of the next day in Helsinki.
        ("DTSTART:20270208T223000Z\nDTEND:20270208T233000Z", one("2027-02-09")),
        ("DTSTART:20270209T170000\nDTEND:20270209T220000", one("2027-02-09")),
        ("DTSTART:20270209T170000\nDTEND:20270210T000000", one("2027-02-09")),
        ("DTSTART:20270209T170000\nDTEND:20270210T000100", one("2027-02-09", "2027-02-10")),
        ("DTSTART;TZID=America/New_York:20270209T180000\nDURATION:PT1H", one("2027-02-10")),
        ("DTSTART;TZID=FLE Standard Time:20270209T180000\nDURATION:PT0S", one("2027-02-09")),
        ('DTSTART;TZID="Europe/Helsinki":20270209T000000\nDURATION:P1DT1S', one("2027-02-09", "2027-02-10")),
    ],
)
def test_a_moment_has_its_day_in_the_zone_of_the_plan(event: str, expected: list[tuple[str, str]]) -> None:
    assert days(event) == expected
    assert not next(ics_dates(calendar(event), HELSINKI, HORIZON)).whole


def test_texts_lose_their_folds_and_escapes_and_alarms_their_say() -> None:
    text = calendar(
        "DTSTART;VALUE=DATE:20270209\nBEGIN:VALARM\nSUMMARY:Wake up\nEND:VALARM\n"
        "SUMMARY;LANGUAGE=fi:Johto\n kunnan kokous\\, \\\\osa\\n 1\\;"
    )
    assert list(ics_dates(text.replace("\n", "\r\n"), HELSINKI, HORIZON)) == [
        Dated(date(2027, 2, 9), date(2027, 2, 9), "Johtokunnan kokous, \\osa 1;")
    ]


def test_a_recurrence_has_its_exceptions_its_further_days_and_its_moved_ones() -> None:
    meetings = "DTSTART;TZID=Europe/Helsinki:20270112T170000\nRRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=4\n"
    second_tuesdays = ["2027-01-12", "2027-02-09", "2027-03-09", "2027-04-13"]
    assert days(meetings) == [(day, day) for day in second_tuesdays]
    changed = (
        meetings
        + "EXDATE;TZID=Europe/Helsinki:20270209T170000\nEXDATE:20270413T140000Z\n"
        + "RDATE:20270511T140000Z,20270512T140000Z"
    )
    assert [first for first, _ in days(changed)] == ["2027-01-12", "2027-03-09", "2027-05-11", "2027-05-12"]
    moved = "UID:0\nRECURRENCE-ID:20270309T150000Z\nDTSTART;TZID=Europe/Helsinki:20270316T170000"
    assert [first for first, _ in days(meetings, moved)] == [
        "2027-01-12",
        "2027-02-09",
        "2027-03-16",
        "2027-04-13",
    ]
    assert [first for first, _ in days(meetings, f"{moved}\nSTATUS:CANCELLED")] == [
        "2027-01-12",
        "2027-02-09",
        "2027-04-13",
    ]
    assert days(f"{meetings}\nSTATUS:CANCELLED") == []


def test_a_rule_ends_with_its_last_moment_and_with_the_horizon() -> None:
    daily = "DTSTART;TZID=Europe/Helsinki:20270112T170000\nRRULE:FREQ=DAILY;UNTIL={}"
    assert len(days(daily.format("20270114T145959Z"))) == 2
    assert len(days(daily.format("20270114T150000Z"))) == 3
    assert len(days(daily.format("20270114"))) == 3
    yearly = "DTSTART;VALUE=DATE:20200501\nRRULE:FREQ=YEARLY"
    assert days(yearly, horizon=Horizon(date(2027, 1, 1), date(2028, 12, 31))) == [
        ("2027-05-01", "2027-05-01"),
        ("2028-05-01", "2028-05-01"),
    ]


def test_what_lies_across_the_edge_of_the_horizon_is_told_whole() -> None:
    horizon = Horizon(date(2027, 1, 1), date(2027, 12, 31))
    event = "DTSTART;VALUE=DATE:20261220\nDTEND;VALUE=DATE:20270107"
    assert days(event, horizon=horizon) == one("2026-12-20", "2027-01-06")
    assert days("DTSTART;VALUE=DATE:99991231\nRRULE:FREQ=DAILY", horizon=horizon) == []
    assert days("DTSTART:00010101T000000Z", horizon=horizon) == []


def test_a_rule_without_days_ends() -> None:
    assert days("DTSTART;VALUE=DATE:20270112\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30") == one("2027-01-12")


@pytest.mark.parametrize(
    ("text", "message", "marked"),
    [
        ("", "it does not begin with BEGIN:VCALENDAR", ""),
        ("<html>\n", "it does not begin with BEGIN:VCALENDAR", "<html>"),
        (calendar("SUMMARY:x"), "an entry has no DTSTART", "BEGIN:VEVENT"),
        (calendar("DTSTART:20270231"), "'20270231' is no day or moment of iCalendar", "DTSTART"),
        (calendar("DTSTART:tomorrow"), "'tomorrow' is no day or moment of iCalendar", "DTSTART"),
        (calendar("DTSTART:20270201\nDTEND:20270131"), "an entry ends before it begins", "DTEND"),
        (
            calendar("DTSTART:20270201\nDTEND:20270201T100000Z"),
            "DTEND is of another kind than DTSTART",
            "DTEND",
        ),
        (calendar("DTSTART:20270201\nDURATION:week"), "'week' is no duration of iCalendar", "DURATION"),
        (
            calendar("DTSTART:20270201\nDURATION:P9999999999D"),
            "an entry takes more than ten years",
            "BEGIN:VEVENT",
        ),
        (
            calendar("DTSTART:20270201\nRRULE:FREQ=SECONDLY"),
            "'FREQ=SECONDLY' recurs within the day: a window names days",
            "RRULE",
        ),
        (calendar("DTSTART:20270201\nRRULE:FREQ=DAILY;INTERVAL=0"), "no INTERVAL from 1 to 1000", "RRULE"),
        (calendar("DTSTART:20270201\nRRULE:every day"), "is not a recurrence of days", "RRULE"),
        (calendar("DTSTART:20270201\nEXRULE:FREQ=DAILY"), "EXRULE cannot be read: write EXDATE", "EXRULE"),
        (
            calendar("DTSTART:20270201\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270201"),
            "an entry that moves all later ones cannot be read",
            "RECURRENCE-ID",
        ),
        (
            calendar("DTSTART:18000101\nRRULE:FREQ=DAILY"),
            "its entries recur on more than 50000 days",
            "BEGIN:VEVENT",
        ),
        (calendar("what is this"), "this is no line of a calendar file", "what is this"),
        (calendar("DTSTART:20270201")[:-30], "it ends inside VEVENT: it is not whole", ""),
        (calendar("END:VTODO"), "END:VTODO ends what has not begun", "END:VTODO"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, message: str, marked: str) -> None:
    with pytest.raises(DateFileError, match=message.replace("(", r"\(")) as raised:
        list(ics_dates(text, HELSINKI, HORIZON))
    assert raised.value.offset is not None
    assert text[raised.value.offset :].startswith(marked)


def test_there_are_not_too_many_entries() -> None:
    with pytest.raises(DateFileError, match="it has more than 5000 entries"):
        list(ics_dates(calendar(*["DTSTART:20270201"] * (MOST_EVENTS + 1)), HELSINKI, HORIZON))


RULES = st.builds(
    ";".join,
    st.tuples(
        st.sampled_from(
            ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=MONTHLY;BYDAY=2TU"]
        ),
        st.sampled_from(["INTERVAL=1", "INTERVAL=2", "INTERVAL=5"]),
        st.sampled_from(["COUNT=5", "UNTIL=20280101T000000Z", "COUNT=40"]),
    ),
)


@settings(max_examples=60)
@given(
    rule=RULES,
    start=st.dates(date(2026, 6, 1), date(2027, 6, 1)),
    clock=st.times(),
    hours=st.integers(1, 60),
    without=st.sets(st.integers(0, 4)),
    zone=st.sampled_from([HELSINKI, ZoneInfo("America/New_York"), UTC]),
)
def test_recurrences_are_those_of_another_reader(
    rule: str, start: date, clock: time, hours: int, without: set[int], zone: ZoneInfo
) -> None:
    theirs = pytest.importorskip("recurring_ical_events", reason="recurring_ical_events is not installed")
    icalendar = pytest.importorskip("icalendar")
    begin = datetime.combine(start, clock)
    tzid, z = (":", "Z") if zone == UTC else (f";TZID={zone}:", "")
    written = [
        f"DTSTART{tzid}{begin:%Y%m%dT%H%M%S}{z}",
        f"DURATION:PT{hours}H",
        f"RRULE:{rule}",
        *(f"EXDATE{tzid}{begin + timedelta(days=7 * week):%Y%m%dT%H%M%S}{z}" for week in without),
    ]
    text = calendar("\n".join(written))
    expected = set()
    file = icalendar.Calendar.from_ical(text)
    for event in theirs.of(file).between(date(2026, 1, 1), date(2038, 1, 1)):
        first, last = (event[name].dt.astimezone(HELSINKI) for name in ("DTSTART", "DTEND"))
        expected.add((first.date(), (last - timedelta(seconds=1)).date()))
    found = {(each.first, each.last) for each in ics_dates(text, HELSINKI, HORIZON)}
    assert found == expected
