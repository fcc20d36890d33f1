from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

SCHOOLS = Path(__file__).parents[2] / "plans" / "helsinki-music-schools"


def test_the_models_of_the_shipped_plan_stand_side_by_side(tplan: Tplan) -> None:
    models = json.loads(tplan("models", "--json", SCHOOLS).out)["models"]
    assert [(each["model"], each["tasks"], each["finish"]) for each in models] == [
        ("merger", 80, "2029-08-09"),
        ("cooperation", 38, "2029-03-07"),
        ("separate", 21, "2029-01-23"),
    ]
    assert [(each["threats_covered"], each["threats"]) for each in models] == [(16, 16), (13, 13), (6, 6)]
    dates = {each["id"]: each["date"] for each in models[0]["key_milestones"]}
    assert dates["okm-licence-decision"] == "2028-09-15"
    assert dates["merged-school-takes-over"] == "2029-01-01"


def test_one_model_may_be_asked_for(tplan: Tplan) -> None:
    lines = tplan("models", "--model", "separate", SCHOOLS).out.splitlines()
    assert lines[0].split() == ["Continuing", "separately"]
    assert lines[1].split() == ["Tasks", "21"]
    assert lines[-1].split() == ["Threats", "covered", "6/6"]
