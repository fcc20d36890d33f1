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


def test_the_key_figures_fit_on_a_screen_and_all_is_there_to_ask_for(tplan: Tplan) -> None:
    short, whole = tplan("models", SCHOOLS), tplan("models", "--all", SCHOOLS)
    assert len(short.out.splitlines()) < 24
    assert short.err == "All of it: --all.\n"
    titles = [line for line in whole.out.splitlines() if line.endswith(":")]
    assert titles == [
        "Overview:",
        "Key milestones:",
        "Critical path:",
        "Measures by kind:",
        "Working days by owner and quarter:",
        "Working days to spare before fixed dates:",
        "Days to spare in times that the law sets:",
        "Days that the goal is later when the choice waits:",
        "Done before the choice in every model:",
    ]
    assert whole.err == ""


def test_the_critical_paths_stand_side_by_side(tplan: Tplan) -> None:
    rows = list(csv.reader(tplan("models", "--export", "csv", SCHOOLS).out.splitlines()))
    steps = [row[2:] for row in rows if row[0] == "Critical path"]
    for model, titles in zip(("merger", "cooperation", "separate"), zip(*steps, strict=True), strict=True):
        ids = [
            step["id"]
            for step in json.loads(tplan("critical", "--json", "--model", model, SCHOOLS).out)["paths"][0]
        ]
        tasks = json.loads(tplan("schedule", "--json", "--model", model, SCHOOLS).out)["tasks"]
        named = {task["id"]: task["title"] for task in tasks}
        assert [title for title in titles if title] == [named[id_] for id_ in ids]


def test_the_times_that_the_law_sets_with_what_they_leave_to_spare(tplan: Tplan, tmp_path: Path) -> None:
    # A year before 2 Jan 2029 is 2 Jan 2028; the application is finished on Wed 15 Dec 2027, 18 days before.
    tasks = """
apply: {duration: 3d, start-no-earlier-than: 2027-12-13, tags: [licence-application]}
begin: {start-no-earlier-than: 2029-01-02, after: [apply], tags: [licensed-operation-start]}
"""
    (tmp_path / "plan.yaml").write_text(plan_text(tasks, "rules: [fi/licence]\n"), encoding="utf-8")
    (law,) = [
        each
        for each in json.loads(tplan("models", "--json", tmp_path).out)["models"][0]["laws"]
        if each["rule"] == "tpo-licence-year-ahead"
    ]
    assert law == {
        "rule": "tpo-licence-year-ahead",
        "first": "apply",
        "second": "begin",
        "bound": "apply",
        "limit": "2028-01-02",
        "forecast": "2027-12-15",
        "broken": False,
        "days": 18,
        "critical": False,
    }


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
    assert tplan("models", "--all", tmp_path).err == (
        "The last day to choose is told once the plan names the task that chooses (choice: TASK).\n"
    )


def test_a_choice_that_is_no_task_is_told_with_its_place(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(plan_text("choose: {}", "choice: chose\n"), encoding="utf-8")
    ended = tplan("check", tmp_path)
    assert ended.code == 3
    assert "plan.yaml:8:9: error TP005: there is no task chose" in ended.out


def test_fixed_dates_are_told_in_words_of_the_language(tplan: Tplan, tmp_path: Path) -> None:
    fixed = (
        "deadline",
        "must-start-on",
        "must-finish-on",
        "start-no-later-than",
        "finish-no-later-than",
    )
    tasks = "\n".join(f"t{n}: {{duration: 1d, {name}: 2027-03-0{n}}}" for n, name in enumerate(fixed, 1))
    (tmp_path / "plan.yaml").write_text(plan_text(tasks), encoding="utf-8")
    told = tplan("models", "--all", "--language", "fi", tmp_path).out
    assert sorted(
        line.split("  ")[1] for line in told.splitlines() if line.startswith("  t") and "," in line
    ) == [
        "t1, määräaika ma 1.3.2027",
        "t2, alkaa ti 2.3.2027",
        "t3, valmis ke 3.3.2027",
        "t4, alkaa viimeistään to 4.3.2027",
        "t5, valmis viimeistään pe 5.3.2027",
    ]


ONE_IN_A_CIRCLE = """\
format: 1
id: 6f1c0e1a-0000-4000-8000-000000000000
title: One in a circle
start: 2027-01-11
models:
  together: {title: Together}
  apart: {title: Apart, overrides: {draft: {after: [sign]}}}
tasks:
  draft: {duration: 2d}
  sign: {duration: 1d, after: [draft]}
"""


def test_models_without_dates_are_told_of_beside_the_others(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(ONE_IN_A_CIRCLE, "utf-8")
    ended = tplan("models", tmp_path)
    assert ended.code == 1
    assert ended.out.splitlines()[3].split() == ["Together"]
    assert (
        "Apart has no dates: tasks wait for each other in a circle: draft → sign → draft. "
        "`transition-planner check` shows the place.\n"
    ) in ended.err
    told = json.loads(tplan("models", "--json", tmp_path).out)
    assert [each["model"] for each in told["models"]] == ["together"]
    assert told["without_dates"] == [
        {"model": "apart", "why": "tasks wait for each other in a circle: draft → sign → draft"}
    ]
    refused = tplan("models", "--model", "apart", tmp_path)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("Error: There are no dates: tasks wait for each other in a circle: draft")
