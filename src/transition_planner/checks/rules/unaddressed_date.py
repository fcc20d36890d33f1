"""TPA02."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.announced import announced
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.plan.organisations import organisations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TPA02", Family.CALENDARS, Severity.INFO)
def unaddressed_date(context: Context) -> Iterator[Offence]:
    """A date stands in no organisation's calendar.

    What it checks:
        Where roles have sides, that each milestone, decision and deadline that is still ahead is a key date, which
        all organisations see, has an owner with a side, or involves a role with one.

    Why it matters:
        Each organisation subscribes to its own dates. This one is seen only by those who follow the whole plan,
        and nobody misses what has never been there.

    Example that fails:
        roles: {ours: {side: school-a}}
        tasks:
          count-pupils: {duration: 5d, owner: ours}
          agreement-signed: {after: [count-pupils]}

    Example that passes:
        roles: {ours: {side: school-a}}
        tasks:
          count-pupils: {duration: 5d, owner: ours}
          agreement-signed: {after: [count-pupils], owner: ours}

    Remedy:
        Name the role that answers for the date, and in `involves` those who have to know it. A role that belongs
        to all of them has a side of its own: joint.

    Source:
        docs/calendars.md, feeds: one of each organisation.
    """
    if not organisations(context.plan):
        return
    for each in announced(context.plan, context.outline):
        if not each.sides and each.task.finished is None:
            message = (
                _("no organisation's calendar shows the deadline of {task}")
                if each.deadline
                else _("no organisation's calendar shows {task}")
            )
            yield Offence(
                message.format(task=context.outline.ids[each.row]),
                each.at(context),
                _("Add an owner, or involve roles, that have a side."),
            )
