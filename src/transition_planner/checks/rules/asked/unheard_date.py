"""TPA06."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.announced import announced
from transition_planner.checks.links import following
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.plan.organisations import sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TPA06", Family.CALENDARS, Severity.INFO, asked_only=True)
def unheard_date(context: Context) -> Iterator[Offence]:
    """An organisation waits for a date that its calendar does not show.

    What it checks:
        That the sides of tasks right behind a milestone or decision of another side are named at that one too.

    Why it matters:
        When the date moves, their work moves, and they are the ones whose calendar says nothing of it.

    Example that fails:
        roles: {ours: {side: school-a}, theirs: {side: school-b}}
        tasks:
          choose-model: {decision: true, owner: ours}
          tell-families: {duration: 5d, owner: theirs, after: [choose-model]}

    Example that passes:
        roles: {ours: {side: school-a}, theirs: {side: school-b}}
        tasks:
          choose-model: {decision: true, owner: ours, involves: [theirs]}
          tell-families: {duration: 5d, owner: theirs, after: [choose-model]}

    Remedy:
        Add a role of the waiting organisation to `involves` of the date.

    Source:
        GAO-16-89G, best practice 5: hand-offs; docs/calendars.md, feeds.
    """
    outline = context.outline
    for each in announced(context.plan, outline):
        if each.deadline or not each.sides or each.task.finished is not None:
            continue  # what no side is named at TPA02 tells
        waiting = dict.fromkeys(
            side
            for arc in following(context, each.row)
            for side in sides(context.plan, outline.tasks[arc.succ])
            if side not in each.sides
        )
        if waiting:
            yield Offence(
                _("work of {sides} waits for {task}, which their calendars do not show").format(
                    sides=listed(list(waiting)), task=outline.ids[each.row]
                ),
                context.at(each.row, "involves" if each.task.involves else None),
                _("Involve a role of each of them in it."),
            )
