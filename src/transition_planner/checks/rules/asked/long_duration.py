"""TP208."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP208", Family.DATES, Severity.INFO, asked_only=True)
def long_duration(context: Context) -> Iterator[Offence]:
    """A task takes long, without steps of its own.

    What it checks:
        That a task takes at most the plan's `thresholds: {long-duration: 44d}`, or has a note that says why
        it is one task. Tasks on a window calendar are left out: their time is mostly waiting.

    Why it matters:
        Whether a task of three months is on its way is known only in its last week.

    Example that fails:
        tasks: {move: {duration: 60d}}

    Example that passes:
        tasks:
          move:
            tasks:
              pack: {duration: 30d}
              carry: {duration: 30d, after: [pack]}

    Remedy:
        Divide it at the points where something can be seen to be ready; or write in its `note` why that
        cannot be done.

    Source:
        DCMA 14-point assessment, point 8; GAO-16-89G, best practice 4.
    """
    outline, schedule, limit = context.outline, context.schedule, context.plan.thresholds.long_duration
    for row, task in enumerate(outline.tasks):
        if task.is_phase or task.is_milestone or task.note or schedule.done(row):
            continue
        calendar = schedule.calendar(row)
        if not calendar.rules.window and schedule.network.length[row] > calendar.minutes(limit):
            yield Offence(
                _("{task} takes {duration}, more than {limit}, without steps of its own").format(
                    task=outline.ids[row], duration=task.duration, limit=limit
                ),
                context.at(row, "duration"),
                _("Divide it where something can be seen to be ready, or say in its note why not."),
            )
