from __future__ import annotations

from tests.tui.plans import SMALL

from transition_planner.compare.merge.clash import Clash
from transition_planner.planfile.loading import parse
from transition_planner.tui.file.meeting import meeting, touched

OURS = SMALL.replace("duration: 5d\n        owner", "duration: 6d\n        owner")
THEIRS = SMALL.replace("duration: 2d", "duration: 4d")


def test_edits_of_different_fields_go_together() -> None:
    met = meeting(SMALL, parse(OURS), parse(THEIRS))
    assert met.conflicts == ()
    assert met.document is not None
    assert met.document.text == OURS.replace("duration: 2d", "duration: 4d")
    assert met.document.digest == parse(THEIRS).digest


def test_what_both_changed_is_told_and_either_can_count() -> None:
    theirs = SMALL.replace("duration: 5d\n        owner", "duration: 9d\n        owner")
    met = meeting(SMALL, parse(OURS), parse(theirs))
    assert met.conflicts == (Clash(("tasks", "prepare", "tasks", "ask", "duration"), "6d", "9d"),)
    assert met.document is not None
    assert met.document.text == OURS
    assert met.with_theirs is not None
    assert met.with_theirs.text == theirs


def test_the_tasks_are_told_that_the_file_has_otherwise() -> None:
    assert touched(SMALL, parse(THEIRS)) == ("look",)
    assert touched(SMALL, parse(SMALL.replace("  draft:", "  drafted:").replace("[draft]", "[drafted]"))) == (
        "drafted",
    )
    assert touched(SMALL, parse(SMALL)) == ()
    assert touched("tasks: [", parse(SMALL)) == ()
