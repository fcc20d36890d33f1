from __future__ import annotations

import json
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import needs_git, new_repo, plan_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan
    from tests.compare.repositories import Repo

pytestmark = needs_git

TASKS = """
draft: {duration: 10d}
signed: {after: [draft FS-1d]}
"""


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Since v1, which has a lead and a task without an owner, the lead has been doubled and the plan has a baseline."""
    made = new_repo(tmp_path)
    made.commit(plan_text(TASKS))
    made.git("tag", "v1")
    made.write(
        plan_text(
            TASKS.replace("[draft FS-1d]", "[draft FS-1d, print FS-1d]") + "print: {duration: 2d}",
            "baseline: v1\nstatus-date: 2027-01-11\n",
        )
    )
    return made


def test_only_what_is_new_is_told_and_decides(tplan: Tplan, repo: Repo) -> None:
    told = json.loads(tplan("check", repo.folder, "--since", "v1", "--select", "TP305,TP501", "--json").out)
    assert [each["message"] for each in told["findings"]] == [
        "signed has the lead `print FS-1d`",
        "nobody answers for print",
    ]
    assert told["known"] == 2
    assert tplan("check", repo.folder, "--select", "TP305", "--fail-on", "warning").code == 1
    repo.commit(repo.plan.read_text())
    again = tplan("check", repo.folder, "--since", "HEAD", "--select", "TP305", "--fail-on", "warning")
    assert (again.code, again.out) == (0, "")
    assert again.err == f"{repo.plan}: 0 errors, 0 warnings, 0 remarks, 2 known before.\n"


def test_a_plan_that_was_not_there_is_all_new(tplan: Tplan, repo: Repo) -> None:
    other = repo.folder / "other.yaml"
    other.write_text(repo.plan.read_text())
    told = json.loads(tplan("check", other, "--since", "v1", "--select", "TP305", "--json").out)
    assert (len(told["findings"]), told["known"]) == (2, 0)


def test_a_revision_that_is_not_there_is_a_failure(tplan: Tplan, repo: Repo) -> None:
    ended = tplan("check", repo.folder, "--since", "v9")
    assert ended.code == 4
    assert "There is no revision v9" in ended.err
    assert tplan("check", "-", "--since", "v1").code == 2


def test_the_baseline_is_read_from_git(tplan: Tplan, repo: Repo) -> None:
    told = tplan("check", repo.folder, "--select", "TP803").out
    assert "print was not in the baseline v1" in told
    repo.write(repo.plan.read_text().replace("baseline: v1", "baseline: v9"))
    told = tplan("check", repo.folder, "--select", "TP802").out
    assert "the baseline v9 cannot be read: There is no revision v9" in told


def test_the_report_measures_against_it(tplan: Tplan, repo: Repo) -> None:
    repo.write(repo.plan.read_text().replace("status-date: 2027-01-11", "status-date: 2027-01-25"))
    (model,) = json.loads(tplan("check", repo.folder, "--report", "dcma", "--json").out)
    found = {each["number"]: each for each in model["metrics"]}
    # Due by Monday the 25th is draft, which the baseline ends on Friday the 22nd, and print, which it does not have.
    assert (found[11]["value"], found[11]["verdict"]) == ("0.0 % (0/1)", "passed")
    assert (found[14]["value"], found[14]["verdict"]) == ("0.000 (0/2)", "failed")
    assert found[14]["offenders"] == ["draft"]


def test_what_a_pack_of_the_plan_finds_is_not_new_where_the_pack_was_there(tplan: Tplan, repo: Repo) -> None:
    pack = """\
        title: Ours
        seen: 2027-01-01
        rules:
          notice-time:
            {form: lead-min, value: 7, unit: calendar-days, from: notice, to: meeting, text: Call in time.,
             law: Our rules, section: 7 §, source: https://example.org, seen: statute, certainty: high,
             severity: statutory}
        """
    repo.write(dedent(pack), "ours.yaml")
    tasks = "notice: {tags: [notice]}\nmeet: {after: [notice FS+2d], tags: [meeting, odd]}"
    repo.write(plan_text(tasks, "rules: [ours.yaml]\n"))
    arguments = ("check", repo.folder, "--since", "HEAD", "--select", "TP6", "--json")
    assert len(json.loads(tplan(*arguments).out)["findings"]) == 2
    repo.git("add", "ours.yaml")
    repo.commit(repo.plan.read_text())
    told = json.loads(tplan(*arguments).out)
    assert (told["findings"], told["known"]) == ([], 2)
