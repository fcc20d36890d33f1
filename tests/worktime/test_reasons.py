from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.locales import set_language
from transition_planner.worktime.reasons import FreeSpan, Reason, ReasonKind, free_spans, reasons

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from transition_planner.worktime.calendars import Calendars

    Make = Callable[..., Calendars]
    Day = Callable[[str], date]

OTHERS = {
    "board": {"within": "office", "only": {"rrule": "FREQ=MONTHLY;BYDAY=2TU"}},
    "short": {"week": "mon-wed 17:00-19:00", "within": "office", "closed": [{"on": "2027-01-12"}]},
    "open": {"week": "mon-fri 08:00-16:00", "within": "office", "open": [{"on": "2027-01-16"}]},
}
WEEKEND = Reason(ReasonKind.WEEKEND)


@pytest.mark.parametrize(
    ("calendar", "text", "phrases"),
    [
        ("office", "2027-01-12", []),
        ("office", "2027-01-16", ["weekend"]),
        ("office", "2027-06-25", ["Midsummer Eve"]),
        ("office", "2027-06-26", ["Midsummer Day", "weekend"]),
        ("office", "2027-07-01", ["July holiday"]),
        ("office", "2027-07-03", ["July holiday", "weekend"]),
        ("office", "2027-12-25", ["joululoma", "Christmas Day", "weekend"]),
        ("office", "2028-01-01", ["joululoma", "New Year's Day", "weekend"]),
        ("board", "2027-01-12", []),
        ("board", "2027-01-13", ["outside the window"]),
        ("board", "2027-01-16", ["outside the window"]),
        ("board", "2027-07-13", ["July holiday"]),
        ("short", "2027-01-11", ["no hours in common with office"]),
        ("short", "2027-01-12", ["closed"]),
        ("short", "2027-01-14", ["no working day of the week"]),
        ("short", "2027-01-06", ["Epiphany"]),
        ("short", "2027-07-15", ["July holiday", "no working day of the week"]),
        ("open", "2027-01-16", ["weekend"]),
        ("always", "2027-12-25", []),
    ],
)
def test_a_free_day_has_its_reasons(
    make: Make, day: Day, calendar: str, text: str, phrases: list[str]
) -> None:
    assert [str(reason) for reason in reasons(make(OTHERS)[calendar], day(text))] == phrases


def test_reasons_speak_the_readers_language(make: Make, day: Day) -> None:
    set_language("fi")
    office = make({})["office"]
    assert [str(reason) for reason in reasons(office, day("2027-06-25"))] == ["Juhannusaatto"]
    assert [str(reason) for reason in reasons(office, day("2027-07-01"))] == ["heinäkuun loma"]


def test_july_is_one_span(make: Make, day: Day) -> None:
    closure = Reason(ReasonKind.CLOSURE, "July holiday")
    assert free_spans(make({})["office"], day("2027-06-28"), day("2027-08-05")) == (
        FreeSpan(day("2027-07-01"), day("2027-08-01"), (closure, WEEKEND)),
    )


def test_christmas_runs_over_new_year(make: Make, day: Day) -> None:
    holidays = ["Christmas Eve", "Christmas Day", "Second Day of Christmas", "New Year's Day"]
    assert free_spans(make({})["office"], day("2027-12-20"), day("2028-01-05")) == (
        FreeSpan(
            day("2027-12-24"),
            day("2028-01-02"),
            (
                Reason(ReasonKind.CLOSURE, "joululoma"),
                *(Reason(ReasonKind.HOLIDAY, name) for name in holidays),
                WEEKEND,
            ),
        ),
    )


def test_spans_end_with_the_days_that_were_asked_for(make: Make, day: Day) -> None:
    office = make({})["office"]
    spans = free_spans(office, day("2027-01-10"), day("2027-01-16"))
    assert [(span.first, span.last) for span in spans] == [
        (day("2027-01-10"), day("2027-01-10")),
        (day("2027-01-16"), day("2027-01-16")),
    ]
    assert free_spans(office, day("2027-01-11"), day("2027-01-15")) == ()
    assert free_spans(make({})["always"], day("2027-01-01"), day("2027-12-31")) == ()


def test_spans_are_the_days_that_do_not_work(make: Make, day: Day) -> None:
    calendars: Any = make(OTHERS)
    first, last = day("2027-01-01"), day("2028-12-31")
    for name in calendars:
        free = [
            number
            for span in free_spans(calendars[name], first, last)
            for number in range(span.first.toordinal(), span.last.toordinal() + 1)
        ]
        works = [
            number
            for number in range(first.toordinal(), last.toordinal() + 1)
            if calendars[name].works_on(first.fromordinal(number))
        ]
        assert sorted(free + works) == list(range(first.toordinal(), last.toordinal() + 1))
        assert all(bool(reasons(calendars[name], first.fromordinal(number))) for number in free)
