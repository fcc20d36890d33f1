from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.compare.repositories import needs_git, new_repo, plan_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan

pytestmark = needs_git

TASKS = "build: {duration: 5d}\nopen: {duration: 1d, after: [build]}\nother: {duration: 1d}"


def test_each_commit_that_moved_the_task_is_told_with_the_edit(tplan: Tplan, tmp_path: Path) -> None:
    repo = new_repo(tmp_path)
    longer = TASKS.replace("5d", "7d")
    repo.commit(plan_text(TASKS), "first")
    repo.commit(plan_text(longer), "longer")
    repo.commit(plan_text(longer.replace("other: {duration: 1d}", "other: {duration: 2d}")), "beside")
    repo.commit(plan_text(longer.replace("open: {duration: 1d", "open: {duration: 2d")), "own")
    data = json.loads(tplan("blame", "open", "--json", repo.folder).out)
    assert [(each["subject"], each["days"], each["own"], each["others"]) for each in data["commits"]] == [
        ("longer", 2, False, ["build"]),
        ("own", 1, True, []),
    ]
    assert [line.split()[-1] for line in tplan("blame", "open", repo.folder).out.splitlines()] == [
        "longer",
        "own",
    ]
    ended = tplan("blame", "other", "--json", repo.folder)
    assert [each["subject"] for each in json.loads(ended.out)["commits"]] == ["beside", "own"]


def test_a_task_is_followed_to_the_id_it_had(tplan: Tplan, tmp_path: Path) -> None:
    repo = new_repo(tmp_path)
    tasks = TASKS.replace("{duration: 1d, after", "{title: We open, owner: lead, duration: 1d, after")
    head = "roles: {lead: {}}\n"
    repo.commit(plan_text(tasks, head), "first")
    repo.commit(plan_text(tasks.replace("5d", "7d"), head), "longer")
    renamed = tasks.replace("open:", "opening:")
    repo.commit(plan_text(renamed.replace("5d", "8d"), head), "renamed and longer")
    repo.commit(plan_text(renamed.replace("5d", "9d"), head), "longer still")
    data = json.loads(tplan("blame", "opening", "--json", repo.folder).out)
    assert [(each["subject"], each["days"], each["own"], each["others"]) for each in data["commits"]] == [
        ("longer", 2, False, ["build"]),
        ("renamed and longer", 1, False, ["build"]),
        ("longer still", 1, False, ["build"]),
    ]


def test_a_task_that_was_away_for_a_while_is_found_again(tplan: Tplan, tmp_path: Path) -> None:
    repo = new_repo(tmp_path)
    repo.commit(plan_text(TASKS), "first")
    repo.commit(plan_text(TASKS.replace("5d", "7d")), "longer")
    repo.commit(plan_text("build: {duration: 7d}"), "removed")
    repo.commit(plan_text(TASKS.replace("5d", "7d")), "restored")
    data = json.loads(tplan("blame", "open", "--json", repo.folder).out)
    assert [each["subject"] for each in data["commits"]] == ["longer"]
