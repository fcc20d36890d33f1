"""TP905."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.schedule.paths import each_critical_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP905", Family.PATH, Severity.INFO, asked_only=True)
def single_owner_path(context: Context) -> Iterator[Offence]:
    """One role answers for the whole critical path.

    What it checks:
        That not all tasks with an owner on the longest critical path, three at least, have the same one.

    Why it matters:
        When this one is ill or leaves, the end of the plan moves that day.

    Example that fails:
        roles: {lead: {title: Lead}}
        tasks:
          draft: {duration: 10d, owner: lead}
          print: {duration: 5d, after: [draft], owner: lead}
          post: {duration: 1d, after: [print], owner: lead}

    Example that passes:
        roles: {lead: {title: Lead}, clerk: {title: Clerk}}
        tasks:
          draft: {duration: 10d, owner: lead}
          print: {duration: 5d, after: [draft], owner: lead}
          post: {duration: 1d, after: [print], owner: clerk}

    Remedy:
        Give some of it to another role, or name one who can step in.

    Source:
        Schedule practice: a path owned by one person.
    """
    outline = context.outline
    for path in islice(each_critical_path(context.whole_schedule), 1):
        owned = [row for row in path if outline.tasks[row].owner and not outline.tasks[row].is_milestone]
        owners = {outline.tasks[row].owner for row in owned}
        if len(owners) == 1 and len(owned) >= _FEW:
            yield Offence(
                _("{role} answers for all of the critical path: {tasks}").format(
                    role=owners.pop(), tasks=listed([outline.ids[row] for row in owned])
                ),
                context.at(owned[0], "owner"),
                _("Give some of it to another role, or name one who can step in."),
            )


_FEW = 3
"""Tasks below which a path is too short to be shared out."""
