"""TP105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.whole import members
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP105", Family.STRUCTURE, Severity.WARNING)
def link_in_no_model(context: Context) -> Iterator[Offence]:
    """A link counts in no model.

    What it checks:
        That the two tasks of each link are in some model together.

    Why it matters:
        A link counts where both its ends are in the model. One whose ends never meet binds nothing, though it
        reads as if it did.

    Example that fails:
        models:
          merger: {}
          separate: {}
        tasks:
          found-association: {duration: 10d, in: [merger]}
          renew-contracts: {duration: 5d, in: [separate], after: [found-association]}

    Example that passes:
        models:
          merger: {}
          separate: {}
        tasks:
          found-association: {duration: 10d, in: [merger]}
          renew-contracts: {duration: 5d, in: [merger, separate], after: [found-association]}

    Remedy:
        Link the task to the predecessor's counterpart in its own models, add a model to one of the two, or
        remove the link.

    Source:
        The meaning of a link between models.
    """
    everyone = {member.id: member for member in members(context.document)}
    for member in everyone.values():
        for place, link in enumerate(member.task.after):
            other = everyone[link.task]
            if member.models and other.models and member.models.isdisjoint(other.models):
                yield Offence(
                    _("{task} waits for {predecessor}, but no model has both").format(
                        task=member.id, predecessor=link.task
                    ),
                    (*member.at, "after", place),
                    _("{task} is in {models}; {predecessor} is in {others}.").format(
                        task=member.id,
                        models=", ".join(sorted(member.models)),
                        predecessor=link.task,
                        others=", ".join(sorted(other.models)),
                    ),
                )
