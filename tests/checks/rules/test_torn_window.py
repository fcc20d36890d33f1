from __future__ import annotations

import pytest
from tests.checks.small import found, messages

BOARD = """
    calendars:
      board: {{within: office, only: {{rrule: FREQ=MONTHLY;BYDAY=2TU}}}}
      call: {{within: office, only: {{every: 12-20..01-15}}}}
    tasks:
      choose: {{{fields}}}
    """


def test_both_windows_are_named() -> None:
    (finding,) = found(BOARD.format(fields="calendar: board, duration: 2d"), "TP204")
    assert finding.message == (
        "choose takes 2d and is torn over two windows of board: 2027-01-12 and 2027-02-09"
    )
    assert finding.at == ("tasks", "choose", "duration")


def test_of_more_windows_the_number_and_the_outer_ones_are_told() -> None:
    assert messages(BOARD.format(fields="calendar: board, duration: 4d"), "TP204") == [
        "choose takes 4d and is torn over 4 windows of board, 2027-01-12 to 2027-04-13"
    ]


def test_a_window_over_new_year_is_one_and_is_named_whole() -> None:
    # From Monday 11 Jan five days are left of the first.
    assert messages(BOARD.format(fields="calendar: call, duration: 5d"), "TP204") == []
    (message,) = messages(BOARD.format(fields="calendar: call, duration: 6d"), "TP204")
    assert message.endswith("windows of call: 2026-12-20..2027-01-15 and 2027-12-20..2028-01-15")


def test_what_fits_and_what_is_on_no_window_is_fine() -> None:
    assert messages(BOARD.format(fields="calendar: board, duration: 1d"), "TP204") == []
    assert messages(BOARD.format(fields="calendar: office, duration: 40d"), "TP204") == []
    assert messages(BOARD.format(fields="calendar: board"), "TP204") == []


ROLES = """
    calendars:
      call: {{within: office, only: {{every: 09-01..09-10}}}}
      mornings: {{week: mon-fri 08:00-12:00}}
      call-mornings: {{within: call, week: mon-fri 08:00-12:00}}
      tuesdays: {{within: call, only: {{rrule: FREQ=WEEKLY;BYDAY=TU}}}}
    roles:
      funder: {{title: Funder, calendar: call}}
      clerk: {{title: Clerk, calendar: office}}
    tasks:
      apply: {{{fields}}}
    """
# In 2027 the round is open from Wednesday 1 to Friday 10 September, on eight working days.


@pytest.mark.parametrize(
    ("fits", "torn", "told"),
    [
        ("owner: funder, duration: 8d", "owner: funder, duration: 9d", "call"),
        (
            "owner: funder, calendar: mornings, duration: 8d",
            "owner: funder, calendar: mornings, duration: 9d",
            "mornings & call",
        ),
        ("calendar: call-mornings, duration: 8d", "calendar: call-mornings, duration: 9d", "call-mornings"),
        # From 11 January the clerk works for eight and nine days; the funder's wait for September.
        (
            "owner: funder, involves: [clerk], duration: 8d",
            "owner: funder, involves: [clerk], duration: 9d",
            "call",
        ),
    ],
)
def test_a_window_counts_whoever_has_it(fits: str, torn: str, told: str) -> None:
    assert messages(ROLES.format(fields=fits), "TP204") == []
    (message,) = messages(ROLES.format(fields=torn), "TP204")
    assert message.endswith(
        f" and is torn over two windows of {told}: 2027-09-01..2027-09-10 and 2028-09-01..2028-09-10"
    )


def test_the_window_around_takes_its_part_away() -> None:
    # 7 September 2027 and 5 September 2028 are the Tuesdays in the round; the weeks between are none of its windows.
    (message,) = messages(ROLES.format(fields="calendar: tuesdays, duration: 2d"), "TP204")
    assert message == "apply takes 2d and is torn over two windows of tuesdays: 2027-09-07 and 2028-09-05"
