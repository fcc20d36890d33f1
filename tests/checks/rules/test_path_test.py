from __future__ import annotations

import pytest
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


def test_of_links_that_press_alike_the_last_task_is_followed_whatever_their_order() -> None:
    # Both tasks are done between two of the board's Tuesdays.
    text = """
        calendars:
          board: {within: office, only: {rrule: FREQ=WEEKLY;BYDAY=TU}}
        tasks:
          first: {duration: 1d, finished: 2027-01-13}
          rest: {duration: 1d, after: [first]}
          sign: {after: [LINKS], calendar: board, manual: {start: 2027-01-26, finish: 2027-01-26}, key: true}
        """
    told = [
        messages(text.replace("LINKS", links), "TP901") for links in ("first, rest", "rest, first", "rest")
    ]
    assert told == [["600 days more of rest move sign by 0"]] * 3


@pytest.mark.parametrize(
    "tasks",
    [
        "apply: {duration: 5d, calendar: call}, signed: {after: [apply], key: true}",
        "plan: {duration: 5d}, apply: {calendar: call, after: [plan], duration: 1d}, end: {after: [apply], key: true}",
    ],
)
def test_a_calendar_that_has_no_time_for_so_much_more_is_no_date_that_holds(tasks: str) -> None:
    text = f"""
        calendars:
          call: {{within: office, only: {{from: 2027-02-01, to: 2027-02-12}}}}
        tasks: {{{tasks}}}
        """
    assert messages(text, "TP901") == []
