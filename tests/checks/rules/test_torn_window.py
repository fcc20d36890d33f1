from __future__ import annotations

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
