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
