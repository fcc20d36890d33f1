"""TP304."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.plan.link import LinkType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP304", Family.LOGIC, Severity.WARNING)
def backward_link(context: Context) -> Iterator[Offence]:
    """A task waits to finish until another one starts.

    What it checks:
        That no link is of type SF.

    Why it matters:
        The successor then drives its predecessor. Hardly anybody means that or reads it so, and delays run
        against the order of work.

    Example that fails:
        tasks:
          old-office: {duration: 10d, after: [new-office SF]}
          new-office: {duration: 5d}

    Example that passes:
        tasks:
          old-office: {duration: 10d}
          new-office: {duration: 5d, after: [old-office]}

    Remedy:
        Turn the link round: let the later task wait for the earlier one.

    Source:
        DCMA 14-point assessment, point 4; GAO-16-89G, best practice 2.
    """
    for row, index, link in context.links:
        if link.type is LinkType.SF:
            yield Offence(
                _("{task} waits by `{link}` to finish until {predecessor} starts").format(
                    task=context.outline.ids[row], link=link, predecessor=link.task
                ),
                context.at(row, "after", index),
                _("Let the later task wait for the earlier one: FS at {predecessor}.").format(
                    predecessor=link.task
                ),
            )
