from __future__ import annotations

from pathlib import Path

import pytest
from tests.export.icslint import lint

from transition_planner.export.registry import find
from transition_planner.locales import speaking
from transition_planner.planfile.loading import load
from transition_planner.schedule.scheduling import schedule

PLANS = Path(__file__).parents[2] / "plans"
ICS = find("ics")


@pytest.mark.parametrize("plan", ["demo", "helsinki-music-schools"])
def test_every_model_of_the_shipped_plans_is_written_clean(plan: str) -> None:
    document = load(PLANS / plan)
    for model in document.plan.models or (None,):
        data = ICS.write(schedule(document.plan, model), document, "fi")
        assert lint(data) == {}
        assert data.count(b"BEGIN:VEVENT") > 5


def test_a_choice_of_kinds_gives_only_these() -> None:
    document = load(PLANS / "helsinki-music-schools")
    made = schedule(document.plan, "merger")
    parts = [ICS.write(made, document, "en", {"kinds": (kind,)}) for kind in ICS.choices[0].values]
    counts = [part.count(b"BEGIN:VEVENT") for part in parts]
    assert all(counts)
    everything = ICS.write(made, document, "en", {"kinds": ICS.choices[0].values})
    both = sum(task.decision and task.is_milestone for task in made.outline.tasks)
    assert everything.count(b"BEGIN:VEVENT") == sum(counts) - both
    usual = ICS.write(made, document, "en", {"kinds": ("milestones", "deadlines", "decisions")})
    assert ICS.write(made, document, "en", {"kinds": ()}) == usual


def test_writing_in_one_language_leaves_the_one_spoken_alone() -> None:
    document = load(PLANS / "demo")
    with speaking("en"):
        data = ICS.write(schedule(document.plan), document, "fi")
        assert ICS.choices[0].summary() == "which dates to export"
    assert "Virstanpylväs" in data.decode()
