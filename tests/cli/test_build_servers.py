"""The hook, the action and the lines for GitLab, run as far as a machine without a network can."""

from __future__ import annotations

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import copytree
from subprocess import run
from sysconfig import get_path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.compare.repositories import needs_git

if TYPE_CHECKING:
    from subprocess import CompletedProcess

ROOT = Path(__file__).parents[2]
WRONG = """\
format: 1
id: 7e51ff66-92ac-4ab8-9518-f75e63775da4
title: Wrong
start: 2027-01-11
rules: [fi/lisence]
tasks:
  draft: {}
"""
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}
"""What lets pip build and install the program from what is here."""
_AUTHOR = {
    f"GIT_{who}_{what}": text
    for who in ("AUTHOR", "COMMITTER")
    for what, text in (("NAME", "Tester"), ("EMAIL", "tester@example.org"))
}
"""Pre-commit commits what is not yet committed here to a copy."""

needs_builder = pytest.mark.skipif(
    find_spec("hatchling") is None or find_spec("pip") is None,
    reason="hatchling or pip is not installed: the program cannot be built",
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a plan in order and a wrong one."""
    copytree(ROOT / "plans" / "demo", tmp_path / "plans" / "demo")
    (tmp_path / "plans" / "merger").mkdir()
    (tmp_path / "plans" / "merger" / "plan.yaml").write_text(WRONG)
    for arguments in (["init", "-q"], ["add", "-A"]):
        run(["git", *arguments], cwd=tmp_path, check=True)  # noqa: S607  # the git of whoever runs the tests
    return tmp_path


def _environment(**more: str) -> dict[str, str]:
    """Ours, with this interpreter's programs first, and with what is installed here."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return (
        os.environ | {"PATH": path, "PYTHONPATH": get_path("purelib"), "LC_ALL": "C.UTF-8"} | _AUTHOR | more
    )


def _bash(script: str, folder: Path, **environment: str) -> CompletedProcess[str]:
    """A step as build servers run it: bash, ended by the first error."""
    command = ["bash", "-eo", "pipefail", "-c", script]
    return run(
        command, cwd=folder, env=_environment(**environment), capture_output=True, text=True, check=False
    )


@needs_builder
@pytest.mark.skipif(
    find_spec("pre_commit") is None, reason="pre-commit is not installed: nothing runs the hook"
)
def test_pre_commit_builds_the_hook_and_runs_it_on_the_plans_of_a_repository(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = str(tmp_path_factory.mktemp("pre-commit"))
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "--all-files", "--color=never"]
    ended = run(
        command,
        cwd=repository,
        env=_environment(PRE_COMMIT_HOME=home, **OFFLINE),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "check transition plans..." in ended.stdout, ended.stdout + ended.stderr
    assert ended.returncode == 1
    assert "plans/merger/plan.yaml:5:9: error TP603" in ended.stdout
    assert "plans/demo/plan.yaml: 0 errors, 0 warnings, 0 remarks." in ended.stdout


@needs_git
@needs_builder
def test_the_action_installs_the_program_and_runs_it(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    setup, install, check = action["runs"]["steps"]
    assert setup["uses"] == "actions/setup-python@v5"
    target = str(tmp_path_factory.mktemp("installed"))
    installed = _bash(install["run"], repository, **_filled(install, action), PIP_TARGET=target, **OFFLINE)
    assert installed.returncode == 0, installed.stderr
    assert (Path(target) / "transition_planner" / "cli").is_dir()
    paths = os.pathsep.join((target, get_path("purelib")))
    for plans, fail_on, options, code in (
        ("plans/demo plans/merger", "error", "", 1),
        ("plans/demo plans/merger", "never", "", 0),
        ("plans/demo plans/merger", "error", "--model all --ignore TP603", 0),
        ("plans/demo", "info", "", 0),
    ):
        inputs = {"plans": plans, "fail-on": fail_on, "options": options}
        ended = _bash(check["run"], repository, **_filled(check, action, inputs) | {"PYTHONPATH": paths})
        assert ended.returncode == code, ended.stderr
        assert [line.partition(",title")[0] for line in ended.stdout.splitlines()] == (
            ["::error file=plans/merger/plan.yaml,line=5,col=9,endColumn=19"]
            if "merger" in plans and not options
            else []
        )


def _filled(
    step: dict[str, Any], action: dict[str, Any], inputs: dict[str, str] | None = None
) -> dict[str, str]:
    """A step's environment as GitHub fills it in."""
    defaults = {name: each.get("default", "") for name, each in action["inputs"].items()}
    known = {f"inputs.{name}": value for name, value in {**defaults, **(inputs or {})}.items()}
    known["github.action_path"] = str(ROOT)
    return {
        name: known[value.removeprefix("${{ ").removesuffix(" }}")] for name, value in step["env"].items()
    }


@needs_git
def test_the_lines_for_gitlab_run_as_they_are_written(repository: Path) -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    snippet = yaml.safe_load(page.partition("## GitLab\n\n```yaml\n")[2].partition("```")[0])["check-plans"]
    install, check = snippet["script"]
    assert install == "pip install transition-planner"
    source = os.pathsep.join((str(ROOT / "src"), get_path("purelib")))
    program = repository / "transition-planner"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m transition_planner "$@"\n')
    program.chmod(0o755)
    path = os.pathsep.join((str(repository), os.environ["PATH"]))
    ended = _bash(check, repository, PYTHONPATH=source, PATH=path)
    assert ended.returncode == 1, ended.stderr
    report = repository / snippet["artifacts"]["reports"]["codequality"]
    told = json.loads(report.read_text(encoding="utf-8"))
    assert [(each["check_name"], each["location"]["path"]) for each in told] == [
        ("TP603", "plans/merger/plan.yaml")
    ]
