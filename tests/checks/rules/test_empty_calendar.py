from __future__ import annotations

from tests.checks.small import messages

PLAN = """
    roles: {ours: {side: school-a}, theirs: {side: school-b}, town: {}}
    tasks:
      count-pupils: {duration: 5d, owner: theirs}
      count-rooms: {duration: 5d, owner: town, involves: [theirs]%s}
      choose-model: {decision: true, owner: ours, after: [count-pupils]}
    """


def test_an_organisation_with_work_and_without_a_date_is_told_with_its_number_of_tasks() -> None:
    assert messages(PLAN % "", "TPA01") == [
        "school-b takes part in 2 tasks, and no date would stand in its calendar"
    ]


def test_a_deadline_is_a_date() -> None:
    assert messages(PLAN % ", deadline: 2027-01-29", "TPA01") == []


def test_an_organisation_is_told_only_in_models_in_which_it_works() -> None:
    text = """
        models: {merger: {}, separate: {}}
        roles: {ours: {side: school-a}}
        tasks: {count-pupils: {duration: 5d, owner: ours, in: [merger]}}
        """
    assert messages(text, "TPA01") == [
        "school-a takes part in 1 task, and no date would stand in its calendar (in merger)"
    ]
