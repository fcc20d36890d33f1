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
