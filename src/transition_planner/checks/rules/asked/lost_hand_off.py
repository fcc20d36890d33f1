"""TP318."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.links import following
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.checks.context import Context
    from transition_planner.plan.plan import Role
    from transition_planner.plan.task import Task


@rule("TP318", Family.LOGIC, Severity.INFO, asked_only=True)
def lost_hand_off(context: Context) -> Iterator[Offence]:
    """What is handed to another organisation is taken up by nobody there.

    What it checks:
        That right behind a task which involves another side than that of its owner there is one that this side
        owns or takes part in.

    Why it matters:
        Where work goes from one organisation to another, the second one has to know what it is then to do.

    Example that fails:
        roles: {ours: {side: school-a}, theirs: {side: school-b}}
        tasks:
          count-pupils: {duration: 5d, owner: ours, involves: [theirs]}
          report: {duration: 1d, owner: ours, after: [count-pupils]}

    Example that passes:
        roles: {ours: {side: school-a}, theirs: {side: school-b}}
        tasks:
          count-pupils: {duration: 5d, owner: ours, involves: [theirs]}
          read-report: {duration: 1d, owner: theirs, after: [count-pupils]}

    Remedy:
        Add the task that receives the work, with an owner on the other side.

    Source:
        GAO-16-89G, best practice 5: hand-offs.
    """
    outline, roles = context.outline, context.plan.roles
    for row in context.open_rows:
        task = outline.tasks[row]
        if not task.involves:
            continue
        own = roles[task.owner].side if task.owner else None
        arcs = following(context, row)
        receiving = {side for arc in arcs for side in _sides(outline.tasks[arc.succ], roles)}
        given = [side for role in task.involves if (side := roles[role].side) not in {None, own, *receiving}]
        if own is not None and arcs and given:
            yield Offence(
                _("nothing right behind {task} is taken up by {sides}").format(
                    task=outline.ids[row], sides=listed(list(dict.fromkeys(filter(None, given))))
                ),
                context.at(row, "involves"),
                _("Add the task that receives the work, with an owner on the other side."),
            )


def _sides(task: Task, roles: Mapping[str, Role]) -> Iterator[str | None]:
    """The sides of those who own a task and take part in it."""
    yield from (roles[role].side for role in (task.owner, *task.involves) if role is not None)
