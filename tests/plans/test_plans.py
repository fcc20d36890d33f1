from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from transition_planner.plan.outline import outline
from transition_planner.planfile.loading import load, parse
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule

PLANS = Path(__file__).parents[2] / "plans"
MODELS = ("merger", "cooperation", "separate")
TEMPLATES = {
    "merger": (34, date(2028, 6, 29)),
    "cooperation": (23, date(2028, 8, 8)),
    "separate": (18, date(2028, 2, 8)),
    "empty": (3, date(2027, 1, 15)),
}
"""How many tasks each has, and when it ends if it starts on 11 Jan 2027."""

KEY_DATES = {
    "merger": {
        "choose-model": date(2027, 5, 11),
        "sign-merger-agreement": date(2027, 9, 1),
        "prh-registers-association": date(2027, 10, 4),
        "submit-okm-licence-application": date(2027, 11, 1),
        "okm-licence-decision": date(2028, 9, 15),
        "joint-school-year-starts": date(2028, 8, 1),
        "merged-school-takes-over": date(2029, 1, 1),
        "project-closes": date(2029, 8, 9),
    },
    "cooperation": {
        "choose-model": date(2027, 4, 13),
        "sign-cooperation-agreement": date(2027, 8, 2),
        "kallio-licence-application": date(2027, 8, 16),
        "okm-decides-kallio": date(2028, 5, 31),
        "joint-programme-year-starts": date(2028, 8, 1),
        "kallio-licence-in-force": date(2029, 1, 1),
        "evaluate-and-decide-next": date(2029, 3, 7),
    },
    "separate": {
        "record-decision": date(2027, 2, 19),
        "kallio-licence-application": date(2027, 5, 19),
        "okm-decides-kallio": date(2028, 3, 30),
        "kallio-licence-in-force": date(2029, 1, 1),
        "review-decision": date(2029, 1, 23),
    },
}
ROUNDS = {
    "merger": {
        "city-grant-application-2028": (date(2027, 9, 1), date(2027, 9, 10)),
        "oph-development-grant-application": (date(2028, 1, 24), date(2028, 2, 11)),
        "stea-project-via-helsinkimissio": (date(2028, 5, 2), date(2028, 5, 22)),
        "city-grant-application-2029": (date(2028, 9, 1), date(2028, 9, 12)),
        "vos-hours-decision-2029": (date(2028, 12, 1), date(2028, 12, 1)),
    },
    "cooperation": {
        "city-grant-application-2028": (date(2027, 9, 1), date(2027, 9, 10)),
        "oph-joint-project-application": (date(2028, 1, 24), date(2028, 2, 11)),
        "stea-project-via-helsinkimissio": (date(2028, 5, 2), date(2028, 5, 22)),
    },
    "separate": {
        "city-grant-applications": (date(2027, 9, 1), date(2027, 9, 10)),
        "own-project-grants": (date(2028, 1, 24), date(2028, 2, 18)),
    },
}


def last_days(found: Schedule, ids: list[str]) -> dict[str, date]:
    return {id_: found.last_day(found.outline.row[id_]) for id_ in ids}


def in_trouble(found: Schedule) -> list[str]:
    rows = range(len(found.outline))
    return [found.outline.ids[row] for row in rows if found.missed(row) or found.total_float(row) < 0]


def from_template(name: str) -> Document:
    text = (files("transition_planner") / "templates" / name / "plan.yaml").read_text(encoding="utf-8")
    for token, value in {
        '"@ID@"': "0b5c1b52-6a5b-4a1e-9d0c-3a3f3d1f7a11",
        '"@TITLE@"': "Kaksi kerhoa",
        '"@START@"': "2027-01-11",
    }.items():
        assert text.count(token) == 1
        text = text.replace(token, value)
    return parse(text)


@pytest.fixture(scope="module")
def schools() -> Document:
    return load(PLANS / "helsinki-music-schools")


@pytest.fixture(scope="module", params=MODELS)
def found(request: pytest.FixtureRequest, schools: Document) -> Schedule:
    return schedule(schools.plan, request.param)


def test_the_real_plan_holds_116_tasks_of_which_21_are_shared(schools: Document) -> None:
    members: dict[str, int] = {}
    for model in MODELS:
        rows = outline(schools.plan, model)
        for id_, task in zip(rows.ids, rows.tasks, strict=True):
            if not task.is_phase:
                members[id_] = members.get(id_, 0) + 1
    assert len(members) == 116
    assert sum(count > 1 for count in members.values()) == 21


def test_each_model_meets_all_its_fixed_dates(found: Schedule) -> None:
    assert in_trouble(found) == []


def test_each_model_has_its_key_dates(found: Schedule) -> None:
    assert found.model is not None
    keys = [id_ for id_, task in zip(found.outline.ids, found.outline.tasks, strict=True) if task.key]
    assert last_days(found, keys) == KEY_DATES[found.model]
    assert found.last_day_of_all == max(KEY_DATES[found.model].values())


def test_each_model_aims_at_a_milestone_of_its_own(found: Schedule) -> None:
    assert found.model is not None
    goal = found.plan.models[found.model].goal
    assert goal is not None
    assert found.is_milestone(found.outline.row[goal])


def test_what_has_a_yearly_round_is_done_in_one_round(found: Schedule) -> None:
    assert found.model is not None
    rows = {id_: found.outline.row[id_] for id_ in ROUNDS[found.model]}
    days = {id_: (found.first_day(row), found.last_day(row)) for id_, row in rows.items()}
    assert days == ROUNDS[found.model]


def test_each_item_of_the_register_is_answered_in_each_model_it_concerns(schools: Document) -> None:
    assert schools.register is not None
    for model in MODELS:
        tasks = outline(schools.plan, model).tasks
        for _, field, items in schools.register.sections():
            answered = {item for task in tasks for item in getattr(task, field)}
            assert answered == {id_ for id_, item in items.items() if item.concerns(model)}


def test_the_demo_shows_a_critical_path_a_near_critical_branch_a_window_and_a_deadline() -> None:
    demo = load(PLANS / "demo").plan
    found = schedule(demo)
    ids, rows = found.outline.ids, range(len(found.outline))
    assert in_trouble(found) == []
    assert len(ids) < 22, "one screen of 24 lines"
    assert found.last_day_of_all == date(2027, 5, 3)
    assert last_days(found, ["boards-agree", "agreement-signed", "boathouse-opens"]) == {
        "boards-agree": date(2027, 2, 3),
        "agreement-signed": date(2027, 2, 18),
        "boathouse-opens": date(2027, 4, 1),
    }
    tasks = found.outline.tasks
    assert [ids[row] for row in rows if found.near_critical(row)] == [
        "prepare",
        "project-start",
        "ask-members",
        "count-costs",
        "draft-agreement",
        "set-up-booking",
    ]
    assert [id_ for id_, task in zip(ids, tasks, strict=True) if task.deadline] == ["boathouse-opens"]
    assert [id_ for id_, task in zip(ids, tasks, strict=True) if task.calendar] == ["boards-agree"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_makes_a_plan_that_can_be_scheduled(name: str) -> None:
    plan = from_template(name).plan
    assert (plan.id, plan.title, plan.start) == (
        UUID("0b5c1b52-6a5b-4a1e-9d0c-3a3f3d1f7a11"),
        "Kaksi kerhoa",
        date(2027, 1, 11),
    )
    found = schedule(plan)
    assert in_trouble(found) == []
    tasks = [task for task in found.outline.tasks if not task.is_phase]
    assert (len(tasks), found.last_day_of_all) == TEMPLATES[name]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_names_nobody(name: str) -> None:
    text = (files("transition_planner") / "templates" / name / "plan.yaml").read_text(encoding="utf-8")
    for school in ("kallio", "resonaari", "khmo", "helsinkimissio", "musiikki", "music"):
        assert school not in text.lower()
