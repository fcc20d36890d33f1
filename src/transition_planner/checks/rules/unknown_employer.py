"""TP608."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.planfile.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP608", Family.LAW, Severity.WARNING)
def unknown_employer(context: Context) -> Iterator[Offence]:
    """The plan tells how many people an organisation employs that no role belongs to.

    What it checks:
        That each organisation in `employees` is the `side` of a role.

    Why it matters:
        Whether a rule binds only employers of a certain size is decided by who answers for its tasks: what is
        told of somebody else changes nothing, and the rule is taken to hold.

    Example that fails:
        employees: {kalio: 25}
        roles:
          principal: {side: kallio}
        tasks:
          draft: {duration: 10d, owner: principal}

    Example that passes:
        employees: {kallio: 25}
        roles:
          principal: {side: kallio}
        tasks:
          draft: {duration: 10d, owner: principal}

    Remedy:
        Correct the name, or say at the roles which side they are on.

    Source:
        The meaning of `employees` and `side`.
    """
    sides = {role.side for role in context.plan.roles.values() if role.side is not None}
    for name in context.plan.employees:
        if name not in sides:
            yield Offence(
                _("no role belongs to {side}").format(side=name),
                ("employees", name),
                Suggestions().hint(name, sides)
                or _("Say at the roles of its people: side: {side}.").format(side=name),
            )
