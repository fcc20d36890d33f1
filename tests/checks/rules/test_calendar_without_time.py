from __future__ import annotations

from tests.checks.small import found


def test_a_window_that_is_over_has_no_time() -> None:
    (finding,) = found(
        """
        calendars:
          grant-call: {within: office, only: {on: 2020-05-04}}
        tasks:
          apply: {duration: 2d, calendar: grant-call}
        """,
        "TP102",
    )
    assert finding.message.startswith("the calendar grant-call has no working time after ")
    assert finding.message.endswith(" for apply")
    assert finding.at == ("calendars", "grant-call")


def test_all_calendars_without_time_are_told() -> None:
    findings = found(
        """
        calendars:
          grant-call: {within: office, only: {on: 2020-05-04}}
          board: {within: office, only: {on: 2021-05-04}}
        tasks:
          apply: {duration: 2d, calendar: grant-call}
          choose: {duration: 2d, calendar: board}
        """,
        "TP102",
    )
    assert [finding.at for finding in findings] == [("calendars", "grant-call"), ("calendars", "board")]


def test_more_work_than_time_until_2199_is_told() -> None:
    (finding,) = found("tasks: {endless: {duration: 99999d}}", "TP102")
    assert finding.message == "endless cannot be done by 2199-12-31, the last day that a plan may use"
    assert finding.at == ("tasks", "endless")
    assert finding.hint == "Shorten it or the waits before it, or give the calendar office more working days."


def test_months_that_lead_out_of_the_years_are_told_at_the_task() -> None:
    (finding,) = found("tasks: {endless: {duration: 99999ey}}", "TP102")
    assert finding.message == "endless cannot be done by 2199-12-31, the last day that a plan may use"
    assert finding.at == ("tasks", "endless")


def test_a_calendar_that_nobody_uses_may_be_over() -> None:
    text = """
        calendars:
          grant-call: {within: office, only: {on: 2020-05-04}}
        tasks:
          apply: {duration: 2d}
        """
    assert found(text, "TP102") == ()


def test_too_much_work_for_the_calendar_that_is_built_in_is_told_at_the_task() -> None:
    (finding,) = found("tasks: {endless: {duration: 99999ed}}", "TP102")
    assert finding.message == "endless cannot be done by 2199-12-31, the last day that a plan may use"
    assert finding.at == ("tasks", "endless")


def test_work_before_a_calendar_begins_is_told_as_such() -> None:
    text = """
        calendars:
          board: {within: office, only: {rrule: FREQ=WEEKLY;BYDAY=TU, from: 2027-01-19}}
        tasks:
          decide: {duration: 4d, calendar: board, finish-no-earlier-than: {date: 2027-02-02, why: So}}
        """
    assert [finding.message for finding in found(text, "TP102")] == [
        "the calendar board has no working time before 2027-01-19 for decide"
    ]
