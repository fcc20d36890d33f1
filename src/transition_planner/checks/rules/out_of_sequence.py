"""TP701."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.compare.sequence import unheeded
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP701", Family.PROGRESS, Severity.WARNING)
def out_of_sequence(context: Context) -> Iterator[Offence]:
    """A task went ahead although what it waits for was not done.

    What it checks:
        That what is reported of a task, `started` or `finished`, is not earlier than what its links say it waits
        for; leads apart.

    Why it matters:
        Either the link is not true, or the work had to be done twice; what is left of it is computed as if
        the link held.

    Example that fails:
        status-date: 2027-01-15
        tasks:
          draft: {duration: 10d, started: 2027-01-11}
          print: {duration: 5d, after: [draft], started: 2027-01-14}

    Example that passes:
        status-date: 2027-01-15
        tasks:
          draft: {duration: 3d, started: 2027-01-11, finished: 2027-01-13}
          print: {duration: 5d, after: [draft], started: 2027-01-14}

    Remedy:
        Correct the dates, or change the link to what was true: SS, a lead, or none.

    Source:
        GAO-16-89G, best practice 9; Oracle Primavera P6, out-of-sequence activities.
    """
    outline = context.outline
    for arc in unheeded(context.schedule):
        yield Offence(
            _("{task} went ahead although {predecessor} was not done ({link})").format(
                task=outline.ids[arc.succ], predecessor=arc.link.task, link=arc.link
            ),
            context.at(arc.written, "after", outline.tasks[arc.written].after.index(arc.link)),
            _("Correct the dates, or the link: SS, a lead, or none."),
        )
