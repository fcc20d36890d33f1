from __future__ import annotations

from tests.checks.small import small_document

from transition_planner.law.binding import binding_of
from transition_planner.law.shelf import shelf_of
from transition_planner.schedule.scheduling import schedule

TEXT = """
    rules: [fi/association, fi/funding]
    tasks:
      notice: {duration: 1d, tags: [meeting-notice]}
      meet: {duration: 1d, after: [notice FS+21ed], tags: [association-meeting]}
      closing:
        tasks:
          apply: {duration: 5d, start-no-earlier-than: 2027-09-13, tags: [city-grant-application]}
    """


def _margins(task: str, text: str = TEXT) -> list[tuple[str, int, bool, str]]:
    document = small_document(text)
    made = schedule(document.plan)
    found = binding_of(made, shelf_of(document), made.outline.row[task])
    return [(each.id, each.margin.days, each.margin.broken, str(each.margin.limit)) for each in found]


def test_both_tasks_are_bound_and_the_days_to_spare_are_told() -> None:
    # From Monday 11 January and 21 days on it is Monday 1 February, but the meeting starts on Tuesday: 22 days.
    expected = [("assoc-meeting-notice", 8, False, "2027-01-19")]
    assert _margins("notice") == _margins("meet") == expected


def test_a_phase_is_bound_by_what_binds_its_tasks_and_a_window_by_its_end() -> None:
    # The application is ready on Friday 17 September; the round closes on the 24th.
    expected = [("city-tpo-grant-september", 7, False, "2027-09-24")]
    assert _margins("closing") == _margins("apply") == expected


def test_what_is_missing_is_below_zero() -> None:
    assert _margins("meet", TEXT.replace("21ed", "9ed")) == [("assoc-meeting-notice", -4, True, "2027-01-07")]
