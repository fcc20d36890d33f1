from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import needs_git, new_repo, plan_text
from tests.compare.test_performance import BASELINE, NOW

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan
    from tests.compare.repositories import Repo

pytestmark = needs_git


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """The table of test_performance: its baseline is tagged v1."""
    made = new_repo(tmp_path)
    made.commit(plan_text(BASELINE))
    made.git("tag", "v1")
    made.write(plan_text(NOW, "status-date: 2027-01-22\n"))
    return made


def test_the_table_in_json(tplan: Tplan, repo: Repo) -> None:
    data = json.loads(tplan("status", "--baseline", "v1", "--json", repo.folder).out)
    against = data["baseline"]
    assert (against["bei"], against["hit_rate"], against["missed_share"]) == (0.75, 0.3333, 0.6667)
    assert against["cpli"] == [{"task": "gate", "length": 9.0, "float_days": -6.0, "value": 0.3333}]
    assert data["status_date"] == "2027-01-22"
    assert data["key_milestones"] == [{"id": "gate", "title": "Gate", "date": "2027-02-04"}]


def test_the_table_in_words(tplan: Tplan, repo: Repo) -> None:
    out = tplan("status", "--baseline", "v1", repo.folder).out
    assert "  Tasks done of those due (BEI)         3/4  0.75\n" in out
    assert "  Done on time of those due (hit rate)  1/3  0.33\n" in out
    assert "  Gate                    9        -6  0.33\n" in out
    assert "  d      Wed 27 Jan 2027  Thu 4 Feb 2027     +8\n" in out


def test_the_plan_may_name_its_baseline(tplan: Tplan, repo: Repo) -> None:
    repo.write(plan_text(NOW, "status-date: 2027-01-22\nbaseline: v1\n"))
    data = json.loads(tplan("status", "--json", repo.folder).out)
    assert data["baseline"]["revision"] == "v1"


def test_without_a_baseline_it_says_how_to_name_one(tplan: Tplan, repo: Repo) -> None:
    ended = tplan("status", repo.folder)
    assert ended.code == 0
    assert ended.err == "There is no baseline: name one with --baseline, or in the plan (baseline: v1).\n"


def test_files_outside_git_have_a_status_too(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(plan_text(NOW), encoding="utf-8")
    ended = tplan("status", "--at", "2027-01-22", tmp_path)
    assert ended.out.startswith("Small: Fri 22 Jan 2027\n\nBy this day:\n")


def test_another_day_may_be_asked_for(tplan: Tplan, repo: Repo) -> None:
    data = json.loads(tplan("status", "--at", "2027-01-11", "--json", repo.folder).out)
    assert data["should_have_started"] == ["a", "b"]
    assert data["should_have_finished"] == []


@pytest.mark.parametrize("day", ["2027-02-30", "20270201", "tomorrow"])
def test_a_day_that_is_none_is_asked_for(tplan: Tplan, repo: Repo, day: str) -> None:
    ended = tplan("status", "--at", day, repo.folder)
    assert ended.code == 2
    assert f"Invalid value for '--at': {day} is not a day: write one as in 2027-06-18.\n" in ended.err


@pytest.mark.parametrize("name", ["nope", ""])
def test_an_unknown_baseline_ends_with_a_sentence(tplan: Tplan, repo: Repo, name: str) -> None:
    ended = tplan("status", "--baseline", name, repo.folder)
    assert (ended.code, ended.out) == (4, "")
