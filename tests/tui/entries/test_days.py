from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition_planner.plan.calendar import OpenDays
from transition_planner.tui.entries.days import days_of, line_of
from transition_planner.tui.form.mistyped import Mistyped

LINES = {
    "2027-06-24": {"on": "2027-06-24"},
    "2027-06-24 Midsummer Eve": {"on": "2027-06-24", "why": "Midsummer Eve"},
    "2027-07-01..2027-07-31 heinäkuun loma": {
        "from": "2027-07-01",
        "to": "2027-07-31",
        "why": "heinäkuun loma",
    },
    "12-24..01-01 Christmas": {"every": "12-24..01-01", "why": "Christmas"},
    "06-06": {"every": "06-06"},
    "FREQ=MONTHLY;BYDAY=2TU": {"rrule": "FREQ=MONTHLY;BYDAY=2TU"},
    "FREQ=WEEKLY 2027-01-11..2027-05-31 lessons": {
        "rrule": "FREQ=WEEKLY",
        "from": "2027-01-11",
        "to": "2027-05-31",
        "why": "lessons",
    },
    "FREQ=WEEKLY 2027-01-11..": {"rrule": "FREQ=WEEKLY", "from": "2027-01-11"},
    "FREQ=WEEKLY ..2027-05-31": {"rrule": "FREQ=WEEKLY", "to": "2027-05-31"},
    "school year.ics holidays": {"from-file": "school year.ics", "why": "holidays"},
    "dates.CSV": {"from-file": "dates.CSV"},
    "2027-05-08 09:00-15:00 open house": {"on": "2027-05-08", "hours": "09:00-15:00", "why": "open house"},
    "05-08 09:00-12:00 13:00-15:00": {"every": "05-08", "hours": "09:00-12:00 13:00-15:00"},
}


@pytest.mark.parametrize("line", LINES)
def test_days_are_read_from_a_line_and_told_in_it(line: str) -> None:
    assert days_of("closed/0", line, {}, "fi") == LINES[line]
    assert line_of(LINES[line], "fi") == line


@pytest.mark.parametrize("line", ["soon", "2027-7-1", "2027-07-01...2027-07-31", "09:00-15:00", "x.txt"])
def test_what_are_no_days_is_told_with_what_to_write(line: str) -> None:
    with pytest.raises(Mistyped, match=r"are no days: write 2027-06-24") as mistake:
        days_of("closed/0", line, {}, "en")
    assert mistake.value.field == "closed/0"


def test_a_reason_keeps_its_other_languages() -> None:
    before = {"on": "2027-06-24", "why": {"fi": "juhannus", "en": "Midsummer"}}
    assert line_of(before, "en") == "2027-06-24 Midsummer"
    after = days_of("closed/0", "2027-06-25 Midsummer Eve", before, "en")
    assert after == {"on": "2027-06-25", "why": {"fi": "juhannus", "en": "Midsummer Eve"}}
    assert days_of("closed/0", "2027-06-25", before, "en") == {"on": "2027-06-25", "why": {"fi": "juhannus"}}


def test_frozen_days_stay_with_their_file() -> None:
    before = {"from-file": "a.ics", "frozen": [{"on": "2027-06-24"}]}
    assert days_of("closed/0", "a.ics holidays", before, "en") == {**before, "why": "holidays"}
    assert days_of("closed/0", "b.ics", before, "en") == {"from-file": "b.ics"}


DAYS = st.dates(date(1970, 1, 1), date(2199, 12, 1))
REASONS = st.from_regex(r"[A-Za-zäö][A-Za-zäö ,:;.-]{0,20}[a-zäö]", fullmatch=True).map(
    lambda x: " ".join(x.split())
)


@given(
    first=DAYS,
    length=st.integers(0, 30),
    reason=st.none() | REASONS,
    form=st.sampled_from(["on", "span", "every"]),
)
def test_every_day_that_a_plan_may_have_comes_back_from_its_line(
    first: date, length: int, reason: str | None, form: str
) -> None:
    last = first + timedelta(days=length)
    forms = {
        "on": {"on": first.isoformat()},
        "span": {"from": first.isoformat(), "to": last.isoformat()},
        "every": {"every": f"{first:%m-%d}..{last:%m-%d}"},
    }
    days = forms[form] | ({"why": reason} if reason else {})
    OpenDays.model_validate(days)
    assert days_of("open/0", line_of(days, "en"), {}, "en") == days
