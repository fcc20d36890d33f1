from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import needs_git, new_repo, plan_text

from transition_planner.compare.revisions import plan_at
from transition_planner.git.repository import HistoryError
from transition_planner.locales import speaking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.compare.repositories import Repo

pytestmark = needs_git

ONE = plan_text("a: {duration: 1d}")
TWO = plan_text("a: {duration: 2d}")
THREE = plan_text("a: {duration: 3d}")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with speaking("en"):
        yield


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Three commits, of 1 January, 1 February and 1 March; the first is tagged."""
    made = new_repo(tmp_path / "repo")
    made.commit(ONE, day="2027-01-01")
    made.git("tag", "v1")
    made.commit(TWO, day="2027-02-01")
    made.commit(THREE, day="2027-03-01")
    return made


def _days(file: Path, revision: str) -> str:
    return str(plan_at(file, revision).document.plan.tasks["a"].duration)


def _refusal(file: Path, revision: str) -> str:
    with pytest.raises(HistoryError) as refused:
        plan_at(file, revision)
    return str(refused.value)


def test_a_plan_is_read_at_a_tag_a_commit_or_a_branch(repo: Repo) -> None:
    second = repo.git("rev-parse", "HEAD~1")
    assert [_days(repo.plan, each) for each in ("v1", second, second[:8], "HEAD~1", "main")] == [
        "1d",
        "2d",
        "2d",
        "2d",
        "3d",
    ]


def test_a_date_names_the_last_commit_of_that_day_or_before(repo: Repo) -> None:
    days = ("2027-01-01", "2027-01-31", "2027-02-01", "2027-02-28", "2099-01-01")
    assert [_days(repo.plan, day) for day in days] == ["1d", "1d", "2d", "2d", "3d"]


def test_a_tag_that_looks_like_a_date_is_a_tag(repo: Repo) -> None:
    repo.git("tag", "2099-01-01", "v1")
    assert _days(repo.plan, "2099-01-01") == "1d"


def test_nothing_is_checked_out(repo: Repo) -> None:
    repo.write(plan_text("a: {duration: 9d}"))
    before = repo.git("status", "--porcelain=v2", "--branch")
    assert _days(repo.plan, "v1") == "1d"
    assert repo.git("status", "--porcelain=v2", "--branch") == before
    assert "9d" in repo.plan.read_text()


def test_the_register_is_that_of_the_revision(repo: Repo) -> None:
    for title in ("Early", "Late"):
        repo.write(f"threats: {{U1: {{title: {title}}}}}\n", "register.yaml")
        repo.commit(plan_text("a: {mitigates: [U1]}", "register: register.yaml\n"))
    register = plan_at(repo.plan, "HEAD~1").document.register
    assert register is not None
    assert register.threats["U1"].title == "Early"


def test_files_of_dates_are_those_of_the_revision(repo: Repo) -> None:
    plan = plan_text("a: {duration: 1d}").replace("17:00}", "17:00, closed: [{from-file: closed.csv}]}")
    for day in ("2027-01-11", "2027-01-12"):
        repo.write(f"on\n{day}\n", "closed.csv")
        repo.commit(plan)
    found = [
        plan_at(repo.plan, revision).document.plan.calendars["office"].closed[0].each
        for revision in ("HEAD~1", "HEAD")
    ]
    assert [[str(each.on) for each in spans] for spans in found] == [["2027-01-11"], ["2027-01-12"]]


def test_a_file_is_followed_through_its_renames(repo: Repo) -> None:
    repo.git("mv", "plan.yaml", "transition.yaml")
    repo.git("commit", "--quiet", "-m", "rename", day="2027-04-01")
    (repo.folder / "plans").mkdir()
    repo.git("mv", "transition.yaml", "plans/plan.yaml")
    repo.git("commit", "--quiet", "-m", "move", day="2027-04-02")
    file = repo.folder / "plans" / "plan.yaml"
    assert [_days(file, each) for each in ("HEAD", "HEAD~1", "HEAD~2", "v1")] == ["3d", "3d", "3d", "1d"]


def test_a_revision_before_the_plan_has_none(tmp_path: Path) -> None:
    repo = new_repo(tmp_path)
    repo.commit("nothing\n", name="README")
    repo.git("tag", "empty")
    repo.commit(ONE)
    assert _refusal(repo.plan, "empty") == (
        "plan.yaml was not yet there at empty, under no name it has had since."
    )


@pytest.mark.parametrize(
    "revision",
    [
        "nope",
        "--all",
        "-n1",
        "v1:plan.yaml",
        "",
        "HEAD~99",
        "a b",
        "$(id)",
        "ä",
        "2027-02-30",
        "v1..HEAD",
        "v1...HEAD",
        "@{u}",
        "HEAD^{tree}",
        "^v1",
    ],
)
def test_an_unknown_revision_is_told(repo: Repo, revision: str) -> None:
    assert _refusal(repo.plan, revision) == (
        f"There is no revision {revision}: name a commit, a branch, a tag, or a date as in 2027-06-18."
    )


def test_a_date_before_all_commits_is_told(repo: Repo) -> None:
    assert _refusal(repo.plan, "2020-01-01") == "There is no commit on or before 2020-01-01."


def test_a_shallow_clone_says_how_to_get_the_rest(repo: Repo, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.folder}", str(clone))
    assert _days(clone / "plan.yaml", "HEAD") == "3d"
    assert _refusal(clone / "plan.yaml", "v1") == (
        "This shallow clone has no revision v1: it holds only the newest commits. Fetch the others with: "
        "git fetch --unshallow --tags"
    )


def test_a_plan_that_could_not_be_read_there_is_told_with_its_place(repo: Repo) -> None:
    repo.commit(plan_text("a: {duration: soon}"))
    assert _refusal(repo.plan, "HEAD").startswith(
        "The plan cannot be read as it was at HEAD: HEAD:plan.yaml:9:17: "
    )


def test_without_a_commit_the_sentence_says_so(tmp_path: Path) -> None:
    repo = new_repo(tmp_path)
    repo.write(ONE)
    assert _refusal(repo.plan, "v1") == "The repository has no commit yet: commit the plan first."
    assert _refusal(repo.plan, "2027-01-01") == "The repository has no commit yet: commit the plan first."


def test_outside_a_repository_the_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "plan.yaml").write_text(ONE)
    assert _refusal(tmp_path / "plan.yaml", "v1") == (
        f"{tmp_path} is not in a git repository, so there are no earlier revisions."
    )


def test_without_git_the_sentence_says_so(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert _refusal(repo.plan, "v1") == "There is no git on this computer: revisions are read with it."


def test_git_is_never_called_through_a_shell(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    run = subprocess.run
    calls: list[tuple[str, ...]] = []

    def watched(arguments: tuple[str, ...], **settings: object) -> subprocess.CompletedProcess[bytes]:
        assert not settings.get("shell")
        calls.append(arguments)
        return run(arguments, **settings)  # type: ignore[call-overload,no-any-return]  # passed on as they came

    monkeypatch.setattr(subprocess, "run", watched)
    assert _days(repo.plan, "v1") == "1d"
    commands = {next(each for each in call[3:] if not each.startswith("--")) for call in calls}
    assert commands == {"rev-parse", "ls-tree", "cat-file"}


def test_a_repository_of_somebody_else_is_told_with_what_makes_git_read_it(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    folder = repo.folder.resolve()
    assert _refusal(repo.plan, "v1") == (
        f"{folder} belongs to somebody else, and git does not read it. If you trust it: "
        f"git config --global --add safe.directory {folder}"
    )
