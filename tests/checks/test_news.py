from __future__ import annotations

from tests.checks.small import small_document

from transition_planner.checks.news import news
from transition_planner.checks.run import check

THEN = """
    tasks:
      draft: {title: Write the draft, duration: 10d, deadline: 2027-01-20}
      print: {title: Print the paper, duration: 5d, after: [draft FS-2d]}
      signed: {after: [print]}
    """


def _news(text: str) -> list[str]:
    then, now = small_document(THEN), small_document(text)
    return [each.message for each in news(now, check(now), then, check(then))]


def test_nothing_is_new_in_what_is_the_same() -> None:
    assert _news(THEN) == []


def test_a_finding_whose_dates_and_line_are_others_is_the_same() -> None:
    assert _news("\n    # A remark." + THEN.replace("duration: 10d", "duration: 15d")) == []


def test_a_finding_of_a_renamed_task_is_the_same() -> None:
    assert _news(THEN.replace("draft:", "text:").replace("[draft ", "[text ")) == []


def test_of_one_more_than_there_were_the_one_with_the_new_sentence_is_new() -> None:
    text = THEN.replace("[draft FS-2d]", "[draft SS-1d, draft FS-2d]")
    assert _news(text) == ["print has the lead `draft SS-1d`"]


def test_what_is_found_at_another_task_is_new() -> None:
    text = THEN.replace("after: [print]", "after: [print], deadline: 2027-01-21")
    assert _news(text) == ["signed finishes on 2027-01-27, 6 days late for its deadline 2027-01-21"]
