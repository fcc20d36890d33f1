from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import needs_git, new_repo, plan_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan
    from tests.compare.repositories import Repo

pytestmark = needs_git

TASKS = """
draft: {title: Draft, duration: 5d}
open: {title: We open, key: true, after: [draft]}
"""


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = new_repo(tmp_path)
    made.commit(plan_text(TASKS))
    made.git("tag", "v1")
    made.write(plan_text(TASKS.replace("5d", "7d")))
    return made


def test_the_file_now_is_compared_with_a_revision(tplan: Tplan, repo: Repo) -> None:
    short = repo.git("rev-parse", "v1")[:10]
    assert tplan("diff", "v1", "--plan", repo.folder).out.splitlines() == [
        f"Small: v1 ({short}) to the file now",
        "",
        "Fields of tasks:",
        "  Field           Old  New",
        "  draft.duration  5d   7d",
        "",
        "Finish and key milestones moved:",
        "  Task       Old              New              Days",
        "  The whole  Fri 15 Jan 2027  Tue 19 Jan 2027    +4",
        "  We open    Fri 15 Jan 2027  Tue 19 Jan 2027    +4",
        "",
        "Other tasks moved:",
        "  Task   Old              New              Days",
        "  Draft  Fri 15 Jan 2027  Tue 19 Jan 2027    +4",
    ]


def test_json_has_the_same(tplan: Tplan, repo: Repo) -> None:
    data = json.loads(tplan("diff", "v1", "--json", "--plan", repo.folder).out)
    assert data["fields"] == [{"at": ["draft", "duration"], "before": "5d", "after": "7d"}]
    moved = {"before": "2027-01-15", "after": "2027-01-19", "days": 4}
    assert data["dates"]["milestones"] == [{"task": "open", **moved}]
    assert data["dates"]["finish"] == {"task": None, **moved}
    assert (data["before"], data["after"]) == (repo.git("rev-parse", "v1"), None)


def test_two_revisions_are_compared(tplan: Tplan, repo: Repo) -> None:
    ended = tplan("diff", "v1", "HEAD", "--plan", repo.folder)
    assert ended.err == "Nothing changed.\n"
    assert ended.code == 0


@pytest.mark.parametrize(("form", "start"), [("markdown", "## Small: "), ("html", "<!DOCTYPE html>")])
def test_other_forms(tplan: Tplan, repo: Repo, form: str, start: str) -> None:
    out = tplan("diff", "v1", "--format", form, "--plan", repo.folder).out
    assert out.startswith(start)
    assert "draft" in out


def test_what_git_cannot_tell_ends_with_a_sentence(tplan: Tplan, repo: Repo) -> None:
    ended = tplan("diff", "nope", "--plan", repo.folder)
    assert ended.code == 4
    assert ended.err == (
        "Error: There is no revision nope: name a commit, a branch, a tag, or a date as in 2027-06-18.\n"
    )


def test_a_circle_at_one_end_leaves_the_dates_out(tplan: Tplan, repo: Repo) -> None:
    repo.commit(plan_text("a: {after: [b]}\nb: {after: [a]}"))
    ended = tplan("diff", "v1", "--plan", repo.folder)
    assert ended.code == 0
    assert ended.err.startswith("the file now can have no dates: ")
    assert json.loads(tplan("diff", "v1", "--json", "--plan", repo.folder).out)["dates"] is None


def test_a_model_that_was_not_there_leaves_the_dates_out(tplan: Tplan, repo: Repo) -> None:
    repo.write(plan_text(TASKS, "models: {merger: {}}\n"))
    ended = tplan("diff", "v1", "--plan", repo.folder)
    assert ended.code == 0
    assert "has no model merger: dates are not compared." in ended.err
