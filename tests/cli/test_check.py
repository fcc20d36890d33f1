from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

ROOT = Path(__file__).parents[2]
HEAD = "format: 1\nid: 7e51ff66-92ac-4ab8-9518-f75e63775da4\ntitle: Broken\nstart: 2027-01-11\n"


def _plan(folder: Path, rest: str) -> Path:
    (folder / "plan.yaml").write_text(HEAD + rest)
    return folder


def test_a_plan_in_order_is_fine(tplan: Tplan, in_root: None) -> None:  # noqa: ARG001  # a fixture
    ended = tplan("check", "plans/demo")
    assert ended.code == 0
    assert ended.err == "plans/demo/plan.yaml: 0 errors, 0 warnings, 0 remarks.\n"


def test_the_shipped_plan_has_no_error_in_any_model(tplan: Tplan, in_root: None) -> None:  # noqa: ARG001
    for model in ("all", "merger", "cooperation", "separate"):
        ended = tplan("check", "plans/helsinki-music-schools", "--model", model, "--json")
        assert ended.code == 0
        told = json.loads(ended.out)
        assert told["errors"] == 0
        assert told["models"] == (["merger", "cooperation", "separate"] if model == "all" else [model])


def test_an_error_is_told_with_its_place_and_ends_with_1(tplan: Tplan, tmp_path: Path) -> None:
    folder = _plan(tmp_path, "tasks:\n  a: {after: [b]}\n  b: {after: [a]}\n")
    ended = tplan("check", folder)
    assert ended.code == 1
    assert "plan.yaml:6:15: error TP101: tasks wait for each other in a circle: a → b → a" in ended.out


def test_all_errors_of_reading_are_told_at_once_and_end_with_3(tplan: Tplan, tmp_path: Path) -> None:
    folder = _plan(tmp_path, "tasks:\n  a: {duraton: 1d}\n  b: {after: [c]}\n")
    ended = tplan("check", folder)
    assert ended.code == 3
    assert ended.out.count(": error ") == 2
    assert ended.err == f"{folder}/plan.yaml cannot be read as a plan: 2 errors, 0 warnings, 0 remarks.\n"


def test_json_of_a_plan_that_cannot_be_read_has_the_same_shape(tplan: Tplan, tmp_path: Path) -> None:
    folder = _plan(tmp_path, "tasks:\n  a: {duraton: 1d}\n")
    ended = tplan("check", "--json", folder)
    assert (ended.code, ended.err) == (3, "")
    told = json.loads(ended.out)
    finding = told["findings"][0]
    assert told == {
        "path": f"{folder}/plan.yaml",
        "readable": False,
        "models": [],
        "errors": 1,
        "warnings": 0,
        "remarks": 0,
        "findings": [finding],
        "waived": [],
        "known": 0,
        "changed": [],
        "written": False,
        "mended": 0,
    }
    assert finding.keys() == {"code", "severity", "message", "hint", "file", "line", "column", "fix"}
    assert (finding["severity"], finding["file"], finding["line"], finding["column"]) == (
        "error",
        f"{folder}/plan.yaml",
        6,
        7,
    )


def test_the_assessment_is_a_table_for_each_model(tplan: Tplan, in_root: None) -> None:  # noqa: ARG001  # a fixture
    ended = tplan("check", "plans/helsinki-music-schools", "--report", "dcma", "--json")
    told = json.loads(ended.out)
    assert [each["model"] for each in told] == ["merger", "cooperation", "separate"]
    assert [metric["number"] for metric in told[0]["metrics"]] == list(range(1, 15))
    text = tplan("check", "plans/demo", "--report", "dcma")
    assert text.code == 0
    assert "   2  leads " in text.out


def test_the_assessment_lists_all_offenders(tplan: Tplan, in_root: None) -> None:  # noqa: ARG001  # a fixture
    arguments = ("check", "plans/helsinki-music-schools", "--model", "merger", "--report", "dcma")
    (told,) = json.loads(tplan(*arguments, "--format", "json").out)
    offenders = {metric["number"]: metric["offenders"] for metric in told["metrics"]}
    assert len(offenders[6]) == 40
    assert f"failed  {', '.join(offenders[6])}\n" in tplan(*arguments).out


def test_an_assessment_gives_its_verdicts_in_words_and_in_data_as_documented(
    tplan: Tplan,
    in_root: None,  # noqa: ARG001  # a fixture
) -> None:
    arguments = ("check", "plans/demo", "--report", "dcma", "--language", "fi")
    ended = tplan(*arguments)
    assert ended.code == 0
    assert {word for word in ("täyttyy", "ei täyty", "ei mitattavissa") if word in ended.out} == {
        "täyttyy",
        "ei täyty",
        "ei mitattavissa",
    }
    verdicts = {
        each["verdict"] for told in json.loads(tplan(*arguments, "--json").out) for each in told["metrics"]
    }
    assert verdicts == {"passed", "failed", "n/a"}


def test_an_assessment_has_no_options_of_a_search(tplan: Tplan, in_root: None) -> None:  # noqa: ARG001  # a fixture
    ended = tplan("check", "plans/demo", "--report", "gao", "--format", "junit", "--select", "TP1", "--fix")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "Error: --report only measures: leave out --format, --select, --fix.\n"


def test_of_several_plans_those_that_can_be_assessed_are(tplan: Tplan, tmp_path: Path) -> None:
    broken = _plan(tmp_path, "tasks:\n  a: {duraton: 1d}\n")
    demo = ROOT / "plans" / "demo"
    schools = ROOT / "plans" / "helsinki-music-schools"
    ended = tplan("check", broken, schools, demo, "--report", "dcma", "--model", "merger", "--json")
    assert ended.code == 2
    assert [each["model"] for each in json.loads(ended.out)] == ["merger"]
    assert (
        f"Error: {broken}/plan.yaml cannot be read as a plan: correct the error shown above.\n" in ended.err
    )
    assert ended.err.endswith(f"Error: {demo}/plan.yaml has no models: leave out --model.\n")


def test_of_several_plans_one_without_the_model_is_told_and_the_others_are_checked(
    tplan: Tplan,
    in_root: None,  # noqa: ARG001  # a fixture
) -> None:
    arguments = ("check", "plans/demo", "plans/helsinki-music-schools", "--model", "merger")
    ended = tplan(*arguments, "--fail-on", "error")
    assert ended.code == 1
    assert ended.out.startswith(
        "plans/demo/plan.yaml:5:1: error TP007: plans/demo/plan.yaml has no models: leave out --model.\n"
    )
    assert "plans/helsinki-music-schools/plan.yaml: 0 errors, 0 warnings, 1 remark, 1 waived.\n" in ended.err
    demo, schools = json.loads(tplan(*arguments, "--json").out)
    assert (demo["models"], demo["errors"]) == ([], 1)
    assert (schools["models"], schools["errors"]) == (["merger"], 0)


def test_a_check_for_what_no_rule_has_is_refused(tplan: Tplan, in_demo: None) -> None:  # noqa: ARG001  # a fixture
    for option in ("--select", "--ignore"):
        ended = tplan("check", option, "TP2,deadline-mised")
        assert (ended.code, ended.out) == (2, "")
        assert ended.err == (
            "Error: No rule has the code DEADLINE-MISED. Did you mean TP201? "
            "`transition-planner rules list` names them.\n"
        )
    assert tplan("check", "--ignore", "TP001,TP007").code == 0
