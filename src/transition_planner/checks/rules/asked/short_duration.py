"""TP211."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP211", Family.DATES, Severity.INFO, asked_only=True)
def short_duration(context: Context) -> Iterator[Offence]:
    """A task is too small to plan.

    What it checks:
        That what takes time takes at least the plan's `thresholds: {short-duration: 1d}`; windows apart.

    Why it matters:
        Tasks of hours make a plan long and are never kept up: who does them needs a list, not a schedule.

    Example that fails:
        tasks: {call: {duration: 1h}}

    Example that passes:
        tasks: {agree: {duration: 2d}}

    Remedy:
        Put it together with the task that it is a part of.

    Source:
        GAO-16-89G, best practice 4.
    """
    schedule, limit = context.schedule, context.plan.thresholds.short_duration
    for row in context.open_rows:
        calendar, length = schedule.calendar(row), schedule.network.length[row]
        if 0 < length < calendar.minutes(limit) and not calendar.rules.window:
            yield Offence(
                _("{task} takes {duration}, less than {limit}").format(
                    task=context.outline.ids[row], duration=context.outline.tasks[row].duration, limit=limit
                ),
                context.at(row, "duration"),
                _("Put it together with the task that it is a part of."),
            )
