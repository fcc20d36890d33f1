from __future__ import annotations

from tests.checks.small import found


def test_holidays_of_a_country_that_is_none_are_told_at_the_calendar() -> None:
    (finding,) = found(
        """
        calendars:
          club: {week: 'mon-fri 08:00-16:00', holidays: XX}
        tasks:
          draft: {duration: 10d, calendar: club}
        """,
        "TP106",
    )
    assert "XX" in finding.message
    assert finding.at == ("calendars", "club")


def test_months_that_lead_out_of_the_calendar_are_told() -> None:
    (finding,) = found("tasks: {endless: {duration: 99999ey}}", "TP106")
    assert finding.at == ()
    assert "lead out of the years" in finding.message
