"""TPA01."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.announced import announced, taking_part
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _, ngettext
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TPA01", Family.CALENDARS, Severity.WARNING)
def empty_calendar(context: Context) -> Iterator[Offence]:
    """An organisation would subscribe to a calendar without dates.

    What it checks:
        That each side whose roles own tasks of the model, or take part in them, does so in at least one
        milestone, decision or deadline, or that the model has a key date: of these its calendar is made.

    Why it matters:
        Its people work on the plan and never hear when. A calendar with nothing in it also looks like one that
        is broken, and the format does not allow it.

    Example that fails:
        roles: {ours: {side: school-a}, theirs: {side: school-b}}
        tasks:
          count-pupils: {duration: 5d, owner: theirs}
          choose-model: {decision: true, owner: ours, after: [count-pupils]}

    Example that passes:
        roles: {ours: {side: school-a}, theirs: {side: school-b}}
        tasks:
          count-pupils: {duration: 5d, owner: theirs}
          choose-model: {decision: true, owner: ours, involves: [theirs], after: [count-pupils]}

    Remedy:
        Name one of the organisation's roles in `involves` of the dates that it works towards, or give its work
        a milestone or a deadline.

    Source:
        RFC 5545, 3.6: a calendar holds at least one component; docs/calendars.md, feeds.
    """
    plan = context.plan
    shown = {side for each in announced(plan, context.outline) for side in each.sides}
    for side, number in taking_part(plan, context.outline).items():
        if side not in shown:
            role = next(name for name, role in plan.roles.items() if role.side == side)
            yield Offence(
                ngettext(
                    "{side} takes part in {number} task, and no date would stand in its calendar",
                    "{side} takes part in {number} tasks, and no date would stand in its calendar",
                    number,
                ).format(side=side, number=number),
                ("roles", role, "side"),
                _("Name one of its roles in involves of the dates that it works towards."),
            )
