from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import needs_git, new_repo

from transition_planner.git.linedays import line_days
from transition_planner.git.repository import HistoryError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.compare.repositories import Repo

pytestmark = needs_git

FIRST, SECOND = date(2027, 1, 4), date(2027, 2, 1)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Two commits: three lines, of which the second is written anew."""
    made = new_repo(tmp_path / "repo")
    made.commit("a: 1\nb: 1\nc: 1\n", day="2027-01-04")
    made.commit("a: 1\nb: 2\nc: 1\n", day="2027-02-01")
    return made


def _days(file: Path) -> tuple[date, ...]:
    return line_days(file, file.read_bytes())


def test_each_line_has_the_day_of_its_last_commit(repo: Repo) -> None:
    assert _days(repo.plan) == (FIRST, SECOND, FIRST)


def test_what_is_not_committed_is_of_today(repo: Repo) -> None:
    repo.write("a: 1\nb: 2\nc: 1\nd: 1\n")
    before = datetime.now(UTC).astimezone().date()
    *old, new = _days(repo.plan)
    assert old == [FIRST, SECOND, FIRST]
    assert before <= new <= datetime.now(UTC).astimezone().date()


def test_blanks_alone_are_no_news(repo: Repo) -> None:
    repo.commit("a:  1\r\n  b: 2\r\n  c: 1\r\n", day="2027-03-01")
    assert _days(repo.plan) == (FIRST, SECOND, FIRST)


def test_the_history_goes_on_through_a_renaming(repo: Repo) -> None:
    (repo.folder / "plans").mkdir()
    repo.git("mv", "plan.yaml", "plans/plan.yaml")
    repo.git("commit", "--quiet", "-m", "move", day="2027-03-01")
    assert _days(repo.folder / "plans" / "plan.yaml") == (FIRST, SECOND, FIRST)


def test_the_day_is_that_of_the_authors_clock(repo: Repo) -> None:
    repo.write("late: 1\n")
    repo.git("add", "--all")
    repo.git("commit", "--quiet", "-m", "late", "--date=2027-03-01T23:30:00-0500")
    assert _days(repo.plan) == (date(2027, 3, 1),)


def test_a_shallow_clone_knows_its_oldest_commit(repo: Repo, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.folder}", str(clone))
    assert _days(clone / "plan.yaml") == (SECOND, SECOND, SECOND)


def test_a_file_that_git_does_not_know_is_told(repo: Repo) -> None:
    repo.write("a: 1\n", "other.yaml")
    with pytest.raises(HistoryError, match=r"^git refused: no such path 'other.yaml' in HEAD$"):
        _days(repo.folder / "other.yaml")
