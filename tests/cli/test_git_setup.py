"""The merge driver as git calls it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import Repo, needs_git, new_repo, plan_text

from transition_planner.planfile.edits import SetField, apply
from transition_planner.planfile.journal import Journal, recover, set_aside
from transition_planner.planfile.loading import load
from transition_planner.planfile.mergemark import MARK

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

pytestmark = needs_git

TEXT = plan_text("""
    a:
      title: Write it
      duration: 3d
      kind: work
    b: {after: [a]}
""")


@pytest.fixture
def repo(tmp_path: Path, tplan: Tplan, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository that is set up, with a branch `other` beside main."""
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "transition-planner" else which(name))
    repo = new_repo(tmp_path)
    repo.commit(TEXT)
    assert tplan("git-setup", repo.plan).code == 0
    repo.git("add", ".gitattributes")
    repo.git("commit", "-q", "-m", "Set up")
    repo.git("branch", "other")
    return repo


def branched(repo: Repo, ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    repo.commit(TEXT.replace(*ours))
    repo.git("checkout", "-q", "other")
    repo.commit(TEXT.replace(*theirs))
    repo.git("checkout", "-q", "main")


def test_git_merges_neighbouring_lines_by_field(repo: Repo) -> None:
    branched(repo, ("duration: 3d", "duration: 4d"), ("title: Write it", "title: Write it all"))
    repo.git("merge", "-q", "--no-edit", "other")
    text = repo.plan.read_text(encoding="utf-8")
    assert text == TEXT.replace("3d", "4d").replace("Write it", "Write it all")
    assert repo.git("status", "--porcelain") == ""


@pytest.mark.parametrize("command", [("rebase", "-q", "other"), ("cherry-pick", "other")])
def test_git_takes_up_commits_by_field_too(repo: Repo, command: tuple[str, ...]) -> None:
    branched(repo, ("duration: 3d", "duration: 4d"), ("title: Write it", "title: Write it all  # both"))
    repo.git(*command)
    text = repo.plan.read_text(encoding="utf-8")
    assert text == TEXT.replace("3d", "4d").replace("Write it", "Write it all  # both")
    assert repo.git("status", "--porcelain") == ""


def test_git_stops_at_a_conflict_and_the_plan_can_still_be_read(repo: Repo, tplan: Tplan) -> None:
    branched(repo, ("duration: 3d", "duration: 4d"), ("duration: 3d", "duration: 5d"))
    with pytest.raises(subprocess.CalledProcessError):
        repo.git("merge", "-q", "--no-edit", "other")
    assert repo.git("status", "--porcelain") == "UU plan.yaml"
    text = repo.plan.read_text(encoding="utf-8")
    assert f"    {MARK} tasks.a.duration: ours 4d | theirs 5d\n    duration: 4d\n" in text
    assert tplan("schedule", repo.plan).code == 0


def test_what_is_not_settled_is_an_error_at_its_place(tplan: Tplan, tmp_path: Path) -> None:
    tasks = "# MERGE CONFLICT tasks.ask.duration: ours 4d | theirs 5d\nask: {duration: 4d}"
    (tmp_path / "plan.yaml").write_text(plan_text(tasks), encoding="utf-8")
    ended = tplan("check", "--select", "TP108", tmp_path)
    assert ended.code == 1
    assert (
        "plan.yaml:10:19: error TP108: a merge conflict is not settled: tasks.ask.duration: ours 4d"
        in ended.out
    )


def test_setting_up_again_changes_nothing(repo: Repo, tplan: Tplan) -> None:
    again = json.loads(tplan("git-setup", "--json", repo.plan).out)
    assert again["added"] == []
    assert again["driver"] == f"{sys.executable} -m transition_planner merge-driver %O %A %B %P"
    assert (repo.folder / ".gitattributes").read_text(encoding="utf-8") == (
        "plan.yaml merge=transition-planner\n"
    )


def test_attributes_that_are_there_stay(tmp_path: Path, tplan: Tplan) -> None:
    repo = new_repo(tmp_path)
    repo.commit("*.png binary", name=".gitattributes")
    repo.commit(TEXT, name="plans/my-plan.yaml")
    assert tplan("git-setup", tmp_path / "plans/my-plan.yaml").code == 0
    assert (tmp_path / ".gitattributes").read_text(encoding="utf-8").splitlines() == [
        "*.png binary",
        "my-plan.yaml merge=transition-planner",
    ]


def test_the_driver_tells_what_both_sides_changed(tmp_path: Path, tplan: Tplan) -> None:
    files = [tmp_path / name for name in ("base", "ours", "theirs")]
    for file, days in zip(files, ("3d", "4d", "5d"), strict=True):
        file.write_text(TEXT.replace("3d", days), encoding="utf-8")
    ended = tplan("merge-driver", *files, "plans/plan.yaml")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "plans/plan.yaml: both sides changed tasks.a.duration\n"
    registers = [tmp_path / name for name in ("r0", "r1", "r2")]
    for file, title in zip(registers, ("One", "One", "Two"), strict=True):
        file.write_text(f"threats: {{U1: {{title: {title}}}}}\n", encoding="utf-8")
    assert tplan("merge-driver", *registers, "register.yaml").code == 0
    assert Path(registers[1]).read_text(encoding="utf-8") == "threats: {U1: {title: Two}}\n"


@pytest.mark.parametrize("worktree", [False, True], ids=["the clone", "a work tree of it"])
def test_git_passes_over_the_journals_of_sittings_and_over_nothing_else(
    repo: Repo, tplan: Tplan, tmp_path_factory: pytest.TempPathFactory, *, worktree: bool
) -> None:
    if worktree:
        folder = tmp_path_factory.mktemp("beside") / "tree"
        repo.git("worktree", "add", "-q", str(folder), "other")
        repo = Repo(folder)
        assert json.loads(tplan("git-setup", "--json", repo.plan).out)["excluded"] == []
    journal = Journal(repo.plan)
    document = load(repo.plan)
    journal.record(document, apply(document, SetField("a", "duration", "5d")).splices)
    journal.let_go()
    (left,) = recover(repo.plan)
    set_aside(left.journal)
    (repo.folder / ".plan.yaml.swp").touch()
    assert len(list(repo.folder.glob(".plan.yaml.*journal.1"))) == 1
    assert repo.git("status", "--porcelain") == "?? .plan.yaml.swp"
