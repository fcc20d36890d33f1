from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid5

import pytest
from hypothesis import given, reject
from tests.export.small import PLAN, small_plan
from tests.schedule.networks import CALENDARS, ROLES, tasks

from transition_planner.checks.announced import announced
from transition_planner.export.ics.kind import USUAL, Kind
from transition_planner.export.ics.occasion import occasions
from transition_planner.export.ics.selection import Selection
from transition_planner.locales import speaking
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from typing import Any

    from transition_planner.plan.plan import Plan


def _dates(plan: Plan, *kinds: Kind, model: str | None = None) -> list[tuple[str, Kind, date, date]]:
    selection = Selection(frozenset(kinds))
    found = [each for each in occasions(schedule(plan, model)) if selection.wants(each)]
    return [(each.name, each.kind, each.first, each.last) for each in found]


def test_milestones_decisions_and_deadlines_have_their_days() -> None:
    # Ten working days from Monday 11 Jan end on Friday 22 Jan; the second Tuesday after that is 9 Feb.
    assert _dates(small_plan(), *USUAL) == [
        ("project-start", Kind.MILESTONES, date(2027, 1, 11), date(2027, 1, 11)),
        ("choose", Kind.DEADLINES, date(2027, 3, 31), date(2027, 3, 31)),
        ("hear-pupils", Kind.DEADLINES, date(2027, 1, 20), date(2027, 1, 20)),
        ("choose-model", Kind.DECISIONS, date(2027, 2, 9), date(2027, 2, 9)),
        ("model-chosen", Kind.MILESTONES, date(2027, 2, 9), date(2027, 2, 9)),
        ("law-in-force", Kind.MILESTONES, date(2027, 8, 1), date(2027, 8, 1)),
    ]


@pytest.mark.parametrize(
    ("kind", "tasks"),
    [
        (Kind.MILESTONES, ["project-start", "model-chosen", "law-in-force"]),
        (Kind.DEADLINES, ["choose", "hear-pupils"]),
        (Kind.DECISIONS, ["choose-model"]),
    ],
)
def test_only_the_kinds_asked_for_are_given(kind: Kind, tasks: list[str]) -> None:
    assert [task for task, *_ in _dates(small_plan(), kind)] == tasks


def test_only_what_is_in_the_model_is_given() -> None:
    assert "model-chosen" not in [task for task, *_ in _dates(small_plan(), *Kind, model="separate")]


def test_a_decision_that_takes_days_is_one_occasion_of_these_days() -> None:
    plan = small_plan(tasks={"vote": {"decision": True, "duration": "3d"}})
    assert _dates(plan, *Kind) == [("vote", Kind.DECISIONS, date(2027, 1, 11), date(2027, 1, 13))]


def test_a_milestone_where_somebody_decides_is_a_decision_once_and_is_found_by_both_kinds() -> None:
    plan = small_plan(tasks={"vote": {"decision": True}})
    day = date(2027, 1, 11)
    for kinds in (USUAL, (Kind.MILESTONES,), (Kind.DECISIONS,)):
        assert _dates(plan, *kinds) == [("vote", Kind.DECISIONS, day, day)]


def test_a_deadline_with_a_time_of_day_is_that_day() -> None:
    plan = small_plan(tasks={"apply": {"duration": "1d", "deadline": "2027-01-20T16:15"}})
    assert _dates(plan, *USUAL) == [("apply", Kind.DEADLINES, date(2027, 1, 20), date(2027, 1, 20))]


def test_a_uid_is_made_of_plan_form_and_id_alone() -> None:
    uids = {(each.name, each.kind): each.uid for each in occasions(schedule(small_plan()))}
    assert uids["choose-model", Kind.DECISIONS] == uuid5(PLAN, "event:choose-model")
    assert uids["hear-pupils", Kind.DEADLINES] == uuid5(PLAN, "deadline:hear-pupils")
    # sha1sum of the plan's 16 bytes and "event:project-start", with RFC 4122's version 5 and variant set.
    assert str(uids["project-start", Kind.MILESTONES]) == "e2748fe3-d302-578e-be02-6041e2478ca0"


def test_texts_are_in_the_language_spoken_and_say_what_the_schedule_says() -> None:
    with speaking("en"):
        english = {
            each.name: each for each in occasions(schedule(small_plan())) if each.kind is not Kind.TASKS
        }
    assert english["choose-model"].title == "Choose the model"
    assert english["choose-model"].sides == ("khmo",)
    assert english["choose-model"].description == (
        "Owner: Board\nForecast: 9 Feb 2027\nFloat: 5 d\n"
        "“Choose the model” starts Tue 9 Feb 2027, because “Hear the pupils” ends Fri 22 Jan 2027. "
        "The next day of “board” is Tue 9 Feb 2027.\n"
        "After: Hear the pupils\nId: choose-model"
    )
    assert english["hear-pupils"].title == "Deadline: Hear the pupils"
    assert english["hear-pupils"].description == (
        "Deadline: 20 Jan 2027\nForecast: 22 Jan 2027\nFloat: -2 d, a fixed date is missed\n"
        "“Hear the pupils” starts Mon 11 Jan 2027, because “The project starts” ends Mon 11 Jan 2027.\n"
        "After: The project starts\nId: hear-pupils"
    )
    assert english["law-in-force"].description == (
        "Forecast: 1 Aug 2027\nFloat: 0 d, critical\n"
        "“Law in force” is fixed to start on Sun 1 Aug 2027 (the law).\nId: law-in-force"
    )


def test_a_title_of_several_lines_is_one_line() -> None:
    plan = small_plan(tasks={"go": {"title": "Yksi\nkaksi\u2028kolme"}})
    assert [each.title for each in occasions(schedule(plan))] == ["Yksi kaksi kolme"]


def test_what_is_done_says_so_in_the_place_of_forecast_and_float() -> None:
    plan = small_plan(tasks={"go": {"finished": "2027-01-12"}})
    with speaking("en"):
        (go,) = occasions(schedule(plan))
    assert go.description == "Done: 12 Jan 2027\nId: go"


def _told_by_check(plan: Plan) -> list[tuple[str, tuple[str, ...]]]:
    outline = schedule(plan).outline
    return [
        (f"{'deadline' if each.deadline else 'event'}:{outline.ids[each.row]}", each.sides)
        for each in announced(plan, outline)
    ]


def _shown(plan: Plan) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.item, each.sides) for each in occasions(schedule(plan)) if Selection().wants(each)]


def test_check_knows_which_dates_calendars_show_where_nothing_is_chosen() -> None:
    assert _told_by_check(small_plan()) == _shown(small_plan())


@given(tasks())
def test_of_all_plans_check_knows_the_dates_that_are_shown(entries: dict[str, Any]) -> None:
    sided = {name: {**role, "side": f"{name}-s"} for name, role in ROLES.items()}
    plan = small_plan(tasks=entries, roles=sided, calendars=CALENDARS)
    try:
        shown = _shown(plan)
    except CycleError:
        reject()
    assert _told_by_check(plan) == shown
    assert all(each.first <= each.last for each in occasions(schedule(plan)))


def test_a_milestone_by_hand_on_a_free_day_is_one_day_of_work() -> None:
    plan = small_plan(tasks={"signed": {"manual": {"start": "2027-01-16", "finish": "2027-01-16"}}})
    monday = date(2027, 1, 18)
    assert _dates(plan, *USUAL) == [("signed", Kind.MILESTONES, monday, monday)]


def test_a_key_date_is_in_the_calendar_of_each_organisation_the_owners_first() -> None:
    """The milestone has no owner; the other organisations' own dates stay out."""
    plan = small_plan()
    roles = {"chair": {"side": "kallio"}, "lead": {"side": "khmo"}, "helper": {}}
    tasks = {
        "chosen": {"key": True, "deadline": "2027-03-31"},
        "agreed": {"key": True, "owner": "lead"},
        "told": {"owner": "lead"},
    }
    document = plan.model_dump(by_alias=True, exclude_unset=True, include={"format", "id", "title", "start"})
    found = occasions(schedule(type(plan).model_validate({**document, "roles": roles, "tasks": tasks})))
    for_kallio = Selection(organisations=frozenset({"kallio"}))
    assert [each.item for each in found if for_kallio.wants(each)] == [
        "event:chosen",
        "deadline:chosen",
        "event:agreed",
    ]
    assert [each.sides for each in found] == [
        ("kallio", "khmo"),
        ("kallio", "khmo"),
        ("khmo", "kallio"),
        ("khmo",),
    ]
