from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

from tests.compare.repositories import plan_text

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
    assert lines[3].split() == ["Continuing", "separately"]
    assert lines[4].split() == ["Tasks", "21"]
    assert ["Threats", "covered", "6/6"] in [line.split() for line in lines]


def test_the_last_day_to_choose_and_the_cost_of_waiting(tplan: Tplan) -> None:
    data = json.loads(tplan("models", "--json", SCHOOLS).out)
    merger, cooperation, separate = data["models"]
    assert (merger["choice"]["last_day"], cooperation["choice"]["last_day"]) == ("2027-08-10", "2027-11-09")
    assert separate["choice"] is None
    assert [each["months"] for each in merger["choice"]["waits"]] == [1, 2, 3, 4, 5, 6]


def test_the_models_as_csv(tplan: Tplan) -> None:
    rows = list(csv.reader(tplan("models", "--export", "csv", SCHOOLS).out.splitlines()))
    assert rows[0] == ["", "", "Merger", "Co-operation", "Continuing separately"]
    assert ["Overview", "Last day to choose", "Tue 10 Aug 2027", "Tue 9 Nov 2027", "-"] in rows
    assert ["Measures by kind", "staff", "11", "3", "1"] in rows


def test_no_cell_of_the_csv_is_a_formula(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(plan_text("a: {title: '=HYPERLINK(1)', key: true}"), encoding="utf-8")
    assert "'=HYPERLINK(1)" in tplan("models", "--export", "csv", tmp_path).out


def test_the_models_as_a_page(tplan: Tplan) -> None:
    page = tplan("models", "--export", "html", "--language", "fi", SCHOOLS).out
    assert page.startswith('<!DOCTYPE html>\n<html lang="fi">')
    assert "Yhdentyminen" in page


def test_a_plan_that_names_no_choice_is_told_how(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(plan_text("a: {}", "models: {m: {}}\n"), encoding="utf-8")
    assert tplan("models", tmp_path).err == (
        "The last day to choose is told once the plan names the task that chooses (choice: TASK).\n"
    )


def test_a_choice_that_is_no_task_is_told_with_its_place(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(plan_text("choose: {}", "choice: chose\n"), encoding="utf-8")
    ended = tplan("check", tmp_path)
    assert ended.code == 3
    assert "plan.yaml:8:9: error TP005: there is no task chose" in ended.out
