from __future__ import annotations

from tests.checks.small import messages


def test_days_until_a_board_meets_are_waiting_and_no_date_that_holds() -> None:
    text = """
        calendars:
          board: {within: office, only: {every: "03-01"}}
        tasks:
          draft: {duration: 40d}
          hearing: {duration: 1d, calendar: board, after: [draft]}
          signed: {after: [hearing], key: true}
        """
    assert messages(text, "TP901") == []


def test_a_pin_on_the_way_holds_the_milestone() -> None:
    text = """
        tasks:
          draft: {duration: 10d}
          hearing: {duration: 1d, after: [draft], must-start-on: 2027-01-25}
          signed: {after: [hearing], key: true}
        """
    assert messages(text, "TP901") == ["600 days more of draft move signed by 0"]


def test_a_wait_for_a_date_that_only_holds_back_counts_as_waiting() -> None:
    text = """
        tasks:
          draft: {duration: 10d}
          hearing: {duration: 1d, after: [draft FS+3d], start-no-earlier-than: 2027-06-01}
          signed: {after: [hearing], key: true}
        """
    assert messages(text, "TP901") == []
