"""TP507."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP507", Family.QUALITY, Severity.INFO, asked_only=True)
def no_range(context: Context) -> Iterator[Offence]:
    """A task has no range of durations.

    What it checks:
        That each task that takes time and is not finished has a `range`.

    Why it matters:
        With one number nobody can say how sure the end of the plan is.

    Example that fails:
        tasks: {draft: {duration: 10d}}

    Example that passes:
        tasks: {draft: {duration: 10d, range: 5d..15d}}

    Remedy:
        Ask those who do it for the shortest and the longest they can think of.

    Source:
        GAO-16-89G, best practice 8: three-point durations.
    """
    for row, task in enumerate(context.outline.tasks):
        if task.range is None and not (task.is_phase or task.is_milestone or task.finished):
            yield Offence(
                _("{task} has no range").format(task=context.outline.ids[row]),
                context.at(row),
                _("Add `range:` with the shortest and the longest duration, as in 5d..15d."),
            )
