"""The shipped plan against the neutral plans it was made from, and the engine against their known dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from transition_planner.plan.outline import outline
from transition_planner.plan.plan import Plan
from transition_planner.planfile.loading import load
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "domain"
MODELS = ("merger", "cooperation", "separate")

pytestmark = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="the plan's sources, ../shared/domain beside the project, are not here"
)

KNOWN_DATES = {
    "merger": {
        "choose-model": date(2027, 4, 26),
        "sign-merger-agreement": date(2027, 9, 1),
        "prh-registers-association": date(2027, 10, 4),
        "submit-okm-licence-application": date(2027, 11, 1),
        "okm-licence-decision": date(2028, 9, 15),
        "joint-school-year-starts": date(2028, 8, 1),
        "merged-school-takes-over": date(2029, 1, 1),
        "project-closes": date(2029, 8, 9),
    },
    "cooperation": {
        "choose-model": date(2027, 4, 5),
        "sign-cooperation-agreement": date(2027, 6, 22),
        "evaluate-and-decide-next": date(2029, 3, 7),
    },
    "separate": {"review-decision": date(2029, 1, 23)},
}
"""Last days at likely durations, by a scheduler that is not ours."""

ALSO_AFTER = {
    # What a shared task waits for in one model stands in the other too, where it follows anyway.
    "choose-model": {"map-growth-and-needs"},
    "pedagogical-case-for-two-syllabi": {"map-growth-and-needs"},
    "school-day-bridges": {"funder-briefing-round"},
    # Nothing waits for these in the sources; here they lead to what they are done for, and to the final look back.
    "joint-school-year-starts": {"personal-transition-plans"},
    "evaluate-transition": {
        "special-needs-training",
        "culture-programme",
        "school-day-bridges",
        "city-grant-application-2028",
        "oph-development-grant-application",
        "stea-project-via-helsinkimissio",
        "foundations-and-volunteers",
    },
    "evaluate-and-decide-next": {
        "kallio-licence-in-force",
        "city-grant-application-2028",
        "oph-joint-project-application",
        "stea-project-via-helsinkimissio",
        "special-needs-peer-training",
        "school-day-bridges",
        "city-arts-network",
        "share-the-model",
    },
    "review-decision": {
        "close-joint-project",
        "own-staff-plans",
        "curriculum-check",
        "resonaari-future-in-helsinkimissio",
        "city-grant-applications",
        "own-project-grants",
        "kallio-licence-in-force",
        "wellbeing-evidence",
    },
}
"""Links that the shipped plan has beyond its sources; none moves a date."""

REGISTERED = "prh-registers-association"
"""A key date that calendars show because it is a decision here: that of the registrar."""

UNITS = {"working-days": "d", "calendar-days": "ed"}


def read(name: str) -> Any:
    return yaml.safe_load((SOURCES / name).read_text(encoding="utf-8"))


def link(entry: dict[str, Any]) -> str:
    if entry["type"] == "FS" and not entry["lag"]:
        return str(entry["task"])
    return f"{entry['task']} {entry['type']}+{entry['lag']}{UNITS[entry['lag_unit']]}"


def converted(source: dict[str, Any]) -> Plan:
    """The neutral plan in our format: no windows, likely durations; a day the law names is pinned."""
    tasks: dict[str, dict[str, Any]] = {}
    for entry in source["tasks"]:
        task: dict[str, Any] = {"after": [link(each) for each in entry["after"]]}
        if entry["duration"]["likely"]:
            task["duration"] = f"{entry['duration']['likely']}d"
        fixed = entry.get("fixed", {})
        if "start_on" in fixed:
            task |= {"calendar": "always", "must-start-on": fixed["start_on"]}
        if "not_earlier" in fixed:
            task["start-no-earlier-than"] = fixed["not_earlier"]
        if "not_later" in fixed:
            task["deadline"] = fixed["not_later"]
        tasks[entry["id"]] = task
    office = {
        "week": "mon-fri 08:00-12:00 13:00-17:00",
        "holidays": "FI",
        "closed": [{"from": each["from"], "to": each["to"]} for each in source["plan"]["calendar"]["breaks"]],
    }
    return Plan.model_validate(
        {
            "format": 1,
            "id": "00000000-0000-4000-8000-000000000000",
            "title": source["plan"]["fi"],
            "start": source["plan"]["start"],
            "calendar": "office",
            "calendars": {"office": office},
            "tasks": tasks,
        }
    )


@pytest.fixture(scope="module")
def schools() -> Document:
    return load(ROOT / "plans" / "helsinki-music-schools")


@pytest.fixture(scope="module", params=MODELS)
def model(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def source(model: str) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in read(f"plan-{model}.yaml")["tasks"]}


def test_the_engine_gives_the_known_dates_of_the_neutral_plans(model: str) -> None:
    found = schedule(converted(read(f"plan-{model}.yaml")))
    rows = found.outline.row
    assert {id_: found.last_day(rows[id_]) for id_ in KNOWN_DATES[model]} == KNOWN_DATES[model]
    assert found.last_day_of_all == max(KNOWN_DATES[model].values())
    assert [id_ for id_, row in rows.items() if found.missed(row) or found.total_float(row) < 0] == []


def test_without_its_windows_the_shipped_plan_gives_the_known_dates(model: str, schools: Document) -> None:
    calendars = {
        name: calendar.model_copy(update={"only": None}) for name, calendar in schools.plan.calendars.items()
    }
    found = schedule(schools.plan.model_copy(update={"calendars": calendars}), model)
    rows = found.outline.row
    assert {id_: found.last_day(rows[id_]) for id_ in KNOWN_DATES[model]} == KNOWN_DATES[model]
    assert found.last_day_of_all == max(KNOWN_DATES[model].values())


def test_each_model_has_the_tasks_of_its_source(
    model: str, schools: Document, source: dict[str, dict[str, Any]]
) -> None:
    rows = outline(schools.plan, model)
    assert {id_ for id_, task in zip(rows.ids, rows.tasks, strict=True) if not task.is_phase} == set(source)


def test_each_task_keeps_the_facts_of_its_source(
    model: str, schools: Document, source: dict[str, dict[str, Any]]
) -> None:
    rows = outline(schools.plan, model)
    for id_, entry in source.items():
        task = rows.tasks[rows.row[id_]]
        assert (task.kind, task.owner) == (entry["kind"], entry["owner"]), id_
        assert task.is_milestone == (entry["type"] == "milestone"), id_
        assert task.decision == (entry["type"] == "decision" or id_ == REGISTERED), id_
        shortest, likely, longest = (entry["duration"][key] for key in ("min", "likely", "max"))
        assert str(task.duration or "0d") == f"{likely}d", id_
        if id_ != "choose-model":  # its range counts meetings, not days
            assert str(task.range or f"{likely}d..{likely}d") == f"{shortest}d..{longest}d", id_
        fixed = entry.get("fixed", {})
        assert str(task.deadline.date if task.deadline else None) == str(fixed.get("not_later")), id_
        for field in ("serves", "realises", "mitigates", "tags", "rules", "involves"):
            assert set(entry.get(field, ())) <= set(getattr(task, field)), (id_, field)


def test_each_task_starts_no_earlier_than_its_source_allows(
    model: str, schools: Document, source: dict[str, dict[str, Any]]
) -> None:
    found = schedule(schools.plan, model)
    for id_, entry in source.items():
        row, fixed = found.outline.row[id_], entry.get("fixed", {})
        assert str(found.first_day(row)) >= fixed.get("not_earlier", ""), id_
        if "start_on" in fixed:
            assert str(found.first_day(row)) == fixed["start_on"], id_


def test_each_task_keeps_the_links_of_its_source(
    model: str, schools: Document, source: dict[str, dict[str, Any]]
) -> None:
    rows = outline(schools.plan, model)
    for id_, entry in source.items():
        ours = {str(each) for each in rows.tasks[rows.row[id_]].after if each.task in rows.row}
        theirs = {link(each).replace("SS+40d", "SS+8ew") for each in entry["after"]}  # the same in a window
        assert theirs <= ours, id_
        assert ours - theirs <= ALSO_AFTER.get(id_, set()), id_


def test_each_threat_is_met_by_the_tasks_of_its_source(
    model: str, schools: Document, source: dict[str, dict[str, Any]]
) -> None:
    rows = outline(schools.plan, model)
    for item in read("register.yaml")["threats"]:
        if model in item["applies"]:
            theirs = {id_ for id_, entry in source.items() if item["id"] in entry.get("mitigates", ())}
            ours = {rows.ids[row] for row, task in enumerate(rows.tasks) if item["id"] in task.mitigates}
            assert theirs, item["id"]
            assert theirs <= ours, item["id"]


def test_the_register_is_the_source_word_for_word(schools: Document) -> None:
    assert schools.register is not None
    source = read("register.yaml")
    for name, _, items in schools.register.sections():
        assert list(items) == [entry["id"] for entry in source[name]]
        for entry in source[name]:
            item = items[entry["id"]]
            assert item.title == {"fi": entry["fi"], "en": entry["en"]}
            assert list(item.applies or MODELS) == entry["applies"]
            assert (item.theme, item.likelihood, item.impact) == tuple(
                entry.get(key) for key in ("theme", "likelihood", "impact")
            )
            for text, key in ((item.measure, "measure_fi"), (item.sign, "early_sign_fi")):
                assert (text["fi"] if isinstance(text, dict) else None) == entry.get(key)


def test_roles_are_those_of_the_sources(schools: Document) -> None:
    theirs = {
        role["id"]: ({"fi": role["fi"], "en": role["en"]}, role["side"])
        for model in MODELS
        for role in read(f"plan-{model}.yaml")["roles"]
    }
    assert {id_: (role.title, role.side) for id_, role in schools.plan.roles.items()} == theirs
