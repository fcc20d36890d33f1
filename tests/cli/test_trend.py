from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from tests.cli.conftest import Ended
from tests.compare.repositories import needs_git, new_repo, plan_text

from transition_planner.git.repository import Repository

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan
    from tests.compare.repositories import Repo

pytestmark = needs_git

TASKS = "build: {duration: 5d}\nopen: {title: We open, key: true, after: [build]}"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Five commits: the first plan, one that moves a date, one that does not, one that is broken, one after it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = new_repo(tmp_path / "repo")
    made.commit(plan_text(TASKS), "first", "2027-01-01")
    made.commit(plan_text(TASKS.replace("5d", "7d")), "longer", "2027-02-01")
    made.commit(plan_text(TASKS.replace("5d", "7d")) + "# a remark\n", "remark", "2027-02-02")
    made.commit(plan_text(TASKS.replace("5d", "soon")), "broken", "2027-02-03")
    made.commit(plan_text(TASKS.replace("5d", "4d")), "shorter", "2027-03-01")
    return made


def test_the_table_tells_each_commit_that_moved_a_date(tplan: Tplan, repo: Repo) -> None:
    ended = tplan("trend", repo.folder)
    ids = repo.git("log", "--reverse", "--format=%H").split()
    assert ended.out.splitlines() == [
        "We open:",
        f"  1 Jan 2027  15 Jan 2027      {ids[0][:10]}  first",
        f"  1 Feb 2027  19 Jan 2027  +4  {ids[1][:10]}  longer",
        f"  1 Mar 2027  14 Jan 2027  -5  {ids[4][:10]}  shorter",
    ]
    assert ended.err.startswith(f"{ids[3][:10]} is left out: plan.yaml:9:21: ")


def test_json_has_the_points_and_what_was_left_out(tplan: Tplan, repo: Repo) -> None:
    data = json.loads(tplan("trend", "--json", repo.folder).out)
    assert [(each["subject"], each["dates"]) for each in data["points"]] == [
        ("first", {"open": "2027-01-15"}),
        ("longer", {"open": "2027-01-19"}),
        ("shorter", {"open": "2027-01-14"}),
    ]
    assert [each["commit"] for each in data["skipped"]] == [repo.git("rev-parse", "HEAD~1")]


def test_a_commit_whose_days_are_in_a_file_beside_the_plan_is_left_out(tplan: Tplan, repo: Repo) -> None:
    repo.write("on\n2027-01-11\n", "closed.csv")
    repo.commit(plan_text(TASKS).replace("17:00}", "17:00, closed: [{from-file: closed.csv}]}"), "closed")
    ended = tplan("trend", repo.folder)
    assert "closed" not in ended.out
    assert "is left out: dates of closed.csv are not frozen into it\n" in ended.err
    assert tplan("blame", "open", repo.folder).code == 0


def test_the_history_goes_on_through_a_renaming(tplan: Tplan, repo: Repo) -> None:
    before = json.loads(tplan("trend", "--json", repo.folder).out)["points"]
    (repo.folder / "plans").mkdir()
    repo.git("mv", "plan.yaml", "plans/plan.yaml")
    repo.git("commit", "--quiet", "-m", "move")
    assert json.loads(tplan("trend", "--json", repo.folder / "plans").out)["points"] == before


def test_a_milestone_is_followed_to_the_ids_it_had(tplan: Tplan, repo: Repo) -> None:
    renamed = TASKS.replace("open:", "opening:")
    repo.commit(plan_text(renamed.replace("5d", "4d")), "renamed", "2027-03-02")
    repo.commit(plan_text(renamed.replace("5d", "9d").replace("opening:", "start:")), "again", "2027-03-03")
    first = tplan("trend", "--json", repo.folder)
    assert [(each["subject"], each["dates"]) for each in json.loads(first.out)["points"]] == [
        ("first", {"start": "2027-01-15"}),
        ("longer", {"start": "2027-01-19"}),
        ("shorter", {"start": "2027-01-14"}),
        ("again", {"start": "2027-01-21"}),
    ]
    assert tplan("trend", "--json", repo.folder) == first


def test_a_milestone_that_is_another_one_is_not_followed(tplan: Tplan, repo: Repo) -> None:
    repo.commit(
        plan_text("build: {duration: 4d}\nclosed: {title: The end, key: true}"), "another", "2027-03-02"
    )
    points = json.loads(tplan("trend", "--json", repo.folder).out)["points"]
    assert [list(each["dates"]) for each in points] == [["open"], ["open"], ["open"], ["closed"]]


def test_the_second_run_reads_no_plan_of_the_history(
    tplan: Tplan, repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = tplan("trend", repo.folder)
    asked: list[list[str]] = []

    def blobs(_self: Repository, ids: list[str]) -> list[bytes]:
        asked.append(ids)
        return []

    monkeypatch.setattr(Repository, "blobs", blobs)
    assert tplan("trend", repo.folder) == first
    assert not any(asked)


def test_a_damaged_cache_is_done_without(tplan: Tplan, repo: Repo, tmp_path: Path) -> None:
    first = tplan("trend", repo.folder)
    (file,) = (tmp_path / "cache").rglob("*.json")
    file.write_text("{", encoding="utf-8")
    assert tplan("trend", repo.folder) == first


def test_the_chart_and_the_picture(tplan: Tplan, repo: Repo) -> None:
    chart = tplan("trend", "--format", "chart", repo.folder).out.splitlines()
    assert chart[-1] == "a  We open"
    assert sum(line[12:].count("a") for line in chart[:-2]) == 3
    picture = tplan("trend", "--format", "svg", repo.folder).out
    root = ET.fromstring(picture)  # noqa: S314  # our own picture
    (line,) = root.iter("{http://www.w3.org/2000/svg}polyline")
    assert len(line.attrib["points"].split()) == 3
    assert chart[-3:-1] == [" " * 11 + "+" + "-" * 60, " " * 12 + "2027-01-01" + " " * 40 + "2027-03-01"]
    words = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert words == ["We open", "2027-01-14", "2027-01-19", "2027-01-01", "2027-03-01"]


def test_milestones_in_one_place_of_the_chart_are_a_star(tplan: Tplan, tmp_path: Path) -> None:
    repo = new_repo(tmp_path / "two")
    repo.commit(
        plan_text(
            "build: {duration: 5d}\nopen: {key: true, after: [build]}\nsign: {key: true, after: [build]}"
        )
    )
    chart = tplan("trend", "--format", "chart", repo.folder).out.splitlines()
    assert [line[12:] for line in chart if "|*" in line] == ["*"]
    assert chart[-4:] == [" " * 12 + "2027-01-01", "a  open", "b  sign", "*  several in one place"]


def test_a_plan_outside_git_has_no_trend(
    tplan: Tplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "plan.yaml").write_text(plan_text(TASKS), encoding="utf-8")
    ended = tplan("trend", tmp_path)
    assert (ended.code, ended.out) == (4, "")
    assert "is not in a git repository" in ended.err


def test_without_a_commit_the_sentence_says_so(tplan: Tplan, tmp_path: Path) -> None:
    repo = new_repo(tmp_path)
    repo.write(plan_text(TASKS))
    for command in (("trend",), ("blame", "open")):
        ended = tplan(*command, repo.folder)
        assert ended == Ended(4, "", "Error: The repository has no commit yet: commit the plan first.\n")


def test_a_shallow_clone_says_that_its_history_is_cut_off(tplan: Tplan, repo: Repo, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.folder}", str(clone))
    for command in (("trend",), ("blame", "open")):
        ended = tplan(*command, clone)
        assert ended.code == 0
        assert ended.err.startswith("This is a shallow clone: it holds only the newest commits.")


def test_a_plan_in_a_bare_repository_asks_for_a_clone(tplan: Tplan, repo: Repo, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    repo.git("clone", "--quiet", "--bare", str(repo.folder), str(bare))
    (bare / "plan.yaml").write_text(plan_text(TASKS), encoding="utf-8")
    ended = tplan("trend", bare)
    assert (
        ended.err == f"Error: {bare} is in a bare repository, in which no file is at work: clone it first.\n"
    )


@pytest.mark.parametrize("form", ["table", "chart", "svg"])
def test_a_plan_without_key_milestones_says_how_to_mark_them(tplan: Tplan, tmp_path: Path, form: str) -> None:
    repo = new_repo(tmp_path / "plain")
    repo.commit(plan_text("build: {duration: 5d}"))
    assert tplan("trend", "--format", form, repo.folder) == Ended(
        0,
        "",
        "No task of this plan is a key milestone: mark those that everybody should know with key: true.\n",
    )
