"""TPA07."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.announced import announced, taking_part
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TPA07", Family.CALENDARS, Severity.INFO, asked_only=True)
def unshared_key_date(context: Context) -> Iterator[Offence]:
    """A key date is missing in the calendar of an organisation that takes part.

    What it checks:
        That what has `key`, is still ahead and is shown by calendars, is shown by that of each side that owns tasks
        of the model or takes part in some.

    Why it matters:
        Key are the few dates that everybody should know; the calendar of an organisation has only those of its own
        roles.

    Example that fails:
        roles: {ours: {side: school-a}, theirs: {side: school-b}}
        tasks:
          tell-families: {duration: 5d, owner: theirs}
          agreement-signed: {key: true, owner: ours}

    Example that passes:
        roles: {ours: {side: school-a}, theirs: {side: school-b}}
        tasks:
          tell-families: {duration: 5d, owner: theirs}
          agreement-signed: {key: true, owner: ours, involves: [theirs]}

    Remedy:
        Add a role of the organisation to `involves` of the date, or have it follow the feed of the whole plan.

    Source:
        docs/plan-file.md: the meaning of `key`; docs/calendars.md, feeds.
    """
    outline, told = context.outline, set[int]()
    there = taking_part(context.plan, outline)
    for each in announced(context.plan, outline):
        if not each.task.key or not each.sides or each.task.finished is not None or each.row in told:
            continue  # what no side is named at TPA02 tells
        told.add(each.row)
        missing = [side for side in there if side not in each.sides]
        if missing:
            yield Offence(
                _("{task} is a key date, and the calendars of {sides} do not show it").format(
                    task=outline.ids[each.row], sides=listed(missing)
                ),
                context.at(each.row, "key"),
                _("Involve a role of each of them in it, or let them follow the whole plan."),
            )
