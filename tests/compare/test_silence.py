from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import needs_git, new_repo, plan_text

from transition_planner.checks.run import check
from transition_planner.compare.silence import silences
from transition_planner.planfile.loading import load, parse
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.planfile.document import Document

DAY = date(2027, 3, 1)


def _silent(document: Document, day: date = DAY) -> list[tuple[str, date]]:
    made = schedule(document.plan)
    return [(made.outline.ids[each.row], each.since) for each in silences(made, document, day)]


@pytest.mark.parametrize(
    ("said", "since"),
    [
        ("started: 2027-02-01", date(2027, 2, 1)),
        ("started: 2027-02-02", None),
        ("started: 2027-01-18, resumes: 2027-02-01", date(2027, 2, 1)),
        ("started: 2027-01-18, resumes: 2027-06-01", None),
        ("start-no-earlier-than: 2027-02-01", date(2027, 2, 1)),
        ("start-no-earlier-than: 2027-02-02", None),
        ("started: 2027-01-18, finished: 2027-01-29", None),
        ("started: 2027-01-18, done: 40%", None),
        ("started: 2027-01-18, remaining: 9d", None),
    ],
)
def test_outside_git_only_what_the_plan_dates_is_news(said: str, since: date | None) -> None:
    document = parse(plan_text(f"a: {{duration: 90d, {said}}}"))
    assert _silent(document) == ([("a", since)] if since else [])


def test_the_plan_says_after_how_many_weeks() -> None:
    text = plan_text("a: {duration: 90d, started: 2027-02-08}", "thresholds: {weeks-without-news: 3}\n")
    assert _silent(parse(text)) == [("a", date(2027, 2, 8))]


TASKS = """
phase:
  tasks:
    silent: {duration: 90d, started: 2027-01-11, done: 10%}
    told:
      duration: 90d
      started: 2027-01-11
      done: 10%
    late:
      duration: 3d
"""


@needs_git
def test_in_git_the_last_edit_of_a_tasks_lines_is_news(tmp_path: Path) -> None:
    repo = new_repo(tmp_path)
    text = plan_text(TASKS)
    repo.commit(text, day="2027-01-12")
    repo.commit(text.replace("      done: 10%\n  ", "      done: 20%\n  "), day="2027-02-20")
    repo.commit(
        text.replace("10%\n    late", "20%\n    late").replace("title: Small", "title: S"), day="2027-02-28"
    )
    assert _silent(load(repo.plan)) == [("silent", date(2027, 1, 12)), ("late", date(2027, 1, 12))]
    assert _silent(load(repo.plan), date(2027, 2, 8)) == []


@needs_git
def test_an_edit_that_is_not_committed_is_news(tmp_path: Path) -> None:
    repo = new_repo(tmp_path)
    text = plan_text(TASKS).replace("2027", "2025")
    repo.commit(text, day="2025-01-13")
    repo.write(text.replace("duration: 3d", "duration: 4d"))
    today = datetime.now(UTC).astimezone().date()
    assert [task for task, _since in _silent(load(repo.plan), today)] == ["silent", "told"]


@needs_git
def test_all_models_are_looked_at_with_one_question_to_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = new_repo(tmp_path)
    head = "status-date: 2027-03-01\nmodels: {one: {}, two: {}}\n"
    repo.commit(plan_text("a: {duration: 90d, started: 2027-01-11, done: 10%}", head), day="2027-01-12")
    document = load(repo.plan)
    messages = [each.message for each in check(document) if each.code == "TP707"]
    assert messages == ["no news of a for 6 weeks, since 2027-01-12"]
    monkeypatch.setenv("PATH", "")
    assert [each.message for each in check(document) if each.code == "TP707"] == messages
