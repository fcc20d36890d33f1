"""TP502."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP502", Family.QUALITY, Severity.WARNING)
def duration_outside_range(context: Context) -> Iterator[Offence]:
    """A task takes less than its shortest or more than its longest duration.

    What it checks:
        That the `duration` lies in the `range`, both measured on the task's own calendar.

    Why it matters:
        The duration is the likely one of the range. Where it has been changed and the range has not, one of
        them is no longer believed, and what the range says of the finish is wrong.

    Example that fails:
        tasks:
          draft: {duration: 20d, range: 5d..15d}

    Example that passes:
        tasks:
          draft: {duration: 10d, range: 5d..15d}

    Remedy:
        Change the one that is out of date.

    Source:
        GAO-16-89G, best practice 8.
    """
    for row, task in enumerate(context.outline.tasks):
        span = task.range
        if (
            span is None
            or task.duration is None
            or any(quantity.by_calendar for quantity in (task.duration, span.shortest, span.longest))
        ):
            continue
        minutes = context.schedule.calendar(row).minutes
        if not minutes(span.shortest) <= minutes(task.duration) <= minutes(span.longest):
            yield Offence(
                _("{task} takes {duration}, outside its range {range}").format(
                    task=context.outline.ids[row], duration=task.duration, range=span
                ),
                context.at(row, "range"),
                _("Change one of the two: the duration is the likely one of the range."),
            )
