from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import plan_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan

TEXT = plan_text(
    "a: {duration: 1d, in: [merger]}\nb: {duration: 2d, in: [separate]}",
    "models:  # three were weighed\n  merger: {}\n  separate: {}\n",
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_the_choice_is_one_line(tplan: Tplan, plan: Path) -> None:
    ended = tplan("choose", "separate", "--plan", plan)
    assert ended.out == "+chosen: separate\n"
    assert ended.err == "The model separate is chosen: it finishes on Tue 12 Jan 2027.\n"
    after = plan.read_text(encoding="utf-8")
    assert sorted(after.splitlines()) == sorted([*TEXT.splitlines(), "chosen: separate"])


def test_it_may_be_chosen_otherwise(tplan: Tplan, plan: Path) -> None:
    tplan("choose", "separate", "--plan", plan)
    ended = tplan("choose", "merger", "--json", "--plan", plan)
    data = json.loads(ended.out)
    assert data["changed"] == ["-chosen: separate", "+chosen: merger"]
    assert (data["chosen"], data["finish"]) == ("merger", "2027-01-11")


def test_choosing_again_changes_nothing(tplan: Tplan, plan: Path) -> None:
    tplan("choose", "merger", "--plan", plan)
    before = plan.stat().st_mtime_ns
    ended = tplan("choose", "merger", "--plan", plan)
    assert (ended.out, ended.err) == ("", "The model merger was chosen already.\n")
    assert plan.stat().st_mtime_ns == before


def test_an_unknown_model_changes_nothing(tplan: Tplan, plan: Path) -> None:
    ended = tplan("choose", "mergr", "--plan", plan)
    assert ended.code == 2
    assert "Did you mean merger?" in ended.err
    assert plan.read_text(encoding="utf-8") == TEXT


def test_a_plan_without_models_says_so(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(plan_text("a: {}"), encoding="utf-8")
    ended = tplan("choose", "merger", "--plan", tmp_path)
    assert (ended.code, ended.err) == (2, "Error: This plan has no models to choose from.\n")
