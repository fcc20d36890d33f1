"""TP104."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.whole import members
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP104", Family.STRUCTURE, Severity.WARNING)
def task_in_no_model(context: Context) -> Iterator[Offence]:
    """A task belongs to no model.

    What it checks:
        That each task is in some model of the plan, and each phase has a task in one.

    Why it matters:
        Such a task is never scheduled, shown or counted. It stands in the file as if it were planned.

    Example that fails:
        models:
          merger: {}
        tasks:
          draft: {duration: 10d, in: []}

    Example that passes:
        models:
          merger: {}
        tasks:
          draft: {duration: 10d, in: [merger]}

    Remedy:
        Name its models in `in`, leave `in` out where it belongs to all of its phase, or remove the task: git
        keeps it.

    Source:
        The meaning of `in`.
    """
    for member in members(context.document):
        if not member.models:
            yield Offence(
                _("{task} is in no model").format(task=member.id),
                member.at,
                _("Name its models in `in`, or remove it."),
            )
