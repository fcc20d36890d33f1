"""TP108."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.planfile.mergemark import conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP108", Family.STRUCTURE, Severity.ERROR)
def unsettled_merge(context: Context) -> Iterator[Offence]:
    """A merge has left a conflict that nobody has settled.

    What it checks:
        That the plan has no comment with which git's merge of plans marks what both branches changed.

    Why it matters:
        The plan can be read, but says only what one branch wanted: the other's edit would be lost in silence.

    Example that fails:
        tasks:
          # MERGE CONFLICT tasks.ask.duration: ours 4d | theirs 5d
          ask: {duration: 4d}

    Example that passes:
        tasks:
          ask: {duration: 5d}

    Remedy:
        Write the value that is meant, then delete the comment.

    Source:
        `transition-planner git-setup`, which has git merge plans so.
    """
    for way, told in conflicts(context.document.text):
        yield Offence(
            _("a merge conflict is not settled: {told}").format(told=told),
            way,
            _("Write the value that is meant, then delete the comment."),
        )
