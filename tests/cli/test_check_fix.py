from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan

PLAN = """\
format: 1
id: 7e51ff66-92ac-4ab8-9518-f75e63775da4
title: Fixable
start: 2027-01-11
waivers:
  # The first of them.
  - {rule: TP501, why: Shared out later, until: 2199-12-31}
  - {rule: TP201, of: draft, why: Agreed, until: 2026-01-31}
tasks:
  project-start: {}
  draft:
    duration: 5d
    after:
      - project-start  # at once
      - project-start FS+1d  # the day after
  signed: {after: [draft]}
"""
TAKEN = [
    "-  - {rule: TP201, of: draft, why: Agreed, until: 2026-01-31}",
    "-      - project-start  # at once",
]
FIXED = "".join(line for line in PLAN.splitlines(keepends=True) if f"-{line.rstrip()}" not in TAKEN)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN)
    return tmp_path / "plan.yaml"


def test_what_is_fixable_says_so(tplan: Tplan, plan: Path) -> None:
    ended = tplan("check", plan)
    assert ended.code == 0
    assert "  = Fixable with --fix: remove one link of draft to project-start.\n" in ended.out
    assert ended.err == f"{plan}: 0 errors, 2 warnings, 0 remarks, 1 waived, 2 fixable with --fix.\n"
    assert [each["fix"] for each in json.loads(tplan("check", plan, "--json").out)["findings"]] == [
        "remove waivers.1",
        "remove one link of draft to project-start",
    ]


def test_fixes_are_shown_first_and_written_on_consent(tplan: Tplan, plan: Path) -> None:
    ended = tplan("check", "--fix", plan)
    assert ended.code == 1
    assert ended.out.splitlines()[:2] == TAKEN
    assert "Nothing was written. --yes writes it without a question.\n" in ended.err
    assert plan.read_text() == PLAN
    ended = tplan("check", "--fix", "--yes", plan)
    assert (ended.code, ended.out.splitlines()) == (0, TAKEN)
    assert ended.err.endswith(f"{plan}: 0 errors, 0 warnings, 0 remarks, 1 waived, 2 mended.\n")
    assert plan.read_text() == FIXED
    again = tplan("check", "--fix", plan)
    assert (again.code, again.out) == (0, "")
    assert again.err == f"{plan}: 0 errors, 0 warnings, 0 remarks, 1 waived.\n"


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_a_person_is_asked(
    tplan: Tplan, plan: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr("transition_planner.cli.editing.on_terminal", lambda: True)
    monkeypatch.setattr(
        "transition_planner.cli.editing.click.confirm", lambda _text, **_options: answer == "y"
    )
    assert tplan("check", "--fix", plan).code == code
    assert (plan.read_text() == FIXED) == (answer == "y")


def test_only_what_is_looked_for_is_fixed(tplan: Tplan, plan: Path) -> None:
    assert tplan("check", "--fix", "--yes", "--select", "TP303", plan).out.splitlines() == TAKEN[1:]
    assert tplan("check", "--fix", "--yes", "--ignore", "TP5", plan).out == ""
    assert tplan("check", "--fix", "--yes", plan).out.splitlines() == TAKEN[:1]


def test_programs_get_the_findings_that_remain_and_what_changed(tplan: Tplan, plan: Path) -> None:
    told = json.loads(tplan("check", "--fix", "--json", plan).out)
    assert (told["changed"], told["written"], told["mended"], told["warnings"]) == (TAKEN, False, 0, 2)
    told = json.loads(tplan("check", "--fix", "--yes", "--json", plan).out)
    assert (told["changed"], told["written"], told["mended"], told["warnings"]) == (TAKEN, True, 2, 0)


def test_sarif_has_the_fixes_as_replacements_of_the_text(tplan: Tplan, plan: Path) -> None:
    told = json.loads(tplan("check", "--format", "sarif", plan).out)
    fixes = [fix for result in told["runs"][0]["results"] for fix in result.get("fixes", ())]
    assert [fix["description"]["text"] for fix in fixes] == [
        "remove waivers.1",
        "remove one link of draft to project-start",
    ]
    (change,) = fixes[1]["artifactChanges"]
    assert change == {
        "artifactLocation": {"uri": plan.as_uri()},
        "replacements": [
            {
                "deletedRegion": {"startLine": 14, "startColumn": 1, "endLine": 15, "endColumn": 1},
                "insertedContent": {"text": ""},
            }
        ],
    }


def test_a_plan_whose_text_does_not_allow_a_fix_is_told(tplan: Tplan, plan: Path) -> None:
    text = PLAN.partition("waivers:\n")[0] + (
        "roles: {lead: {}}\n"
        "models: {one: {}}\n"
        "tasks:\n"
        "  project-start: {}\n"
        "  draft: {duration: 5d, owner: lead, after: &both [project-start, project-start]}\n"
        "  later: {after: *both, in: []}\n"
        "  signed: {after: [draft]}\n"
    )
    plan.write_text(text)
    ended = tplan("check", "--fix", "--yes", plan)
    assert f"{plan} is written in a way that only a text editor can change.\n" in ended.err
    assert (ended.code, plan.read_text()) == (0, text)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-",), "--fix writes a plan's file: the standard input is none."),
        (("--report", "dcma"), "--report only measures: leave out --fix."),
        (("--report", "dcma", "--yes"), "--report only measures: leave out --fix, --yes."),
        (("--report", "gao", "--fail-on", "error"), "--report only measures: leave out --fix, --fail-on."),
    ],
)
def test_what_cannot_be_fixed_is_refused(
    tplan: Tplan, plan: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(plan.parent)
    ended = tplan("check", "--fix", *arguments)
    assert (ended.code, ended.out, ended.err) == (2, "", f"Error: {message}\n")
