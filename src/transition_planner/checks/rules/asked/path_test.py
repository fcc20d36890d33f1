"""TP901."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.pathtest import SLIP, chain_to, moved, targets
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.locales.dates import amount
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP901", Family.PATH, Severity.WARNING, asked_only=True)
def path_test(context: Context) -> Iterator[Offence]:
    """A long delay does not reach a milestone that waits for it.

    What it checks:
        That a task at the start of the chain that presses most on a key milestone (where there is none, on
        the end) moves it as much when it takes 600 working days longer, time that the chain waits for other
        things apart.

    Why it matters:
        Somewhere on the way a date holds the milestone: the schedule will never show that it is late.

    Example that fails:
        tasks:
          draft: {duration: 10d}
          hearing: {duration: 1d, after: [draft], must-start-on: 2027-01-25}
          signed: {after: [hearing], key: true}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          hearing: {duration: 1d, after: [draft], start-no-earlier-than: 2027-01-25}
          signed: {after: [hearing], key: true}

    Remedy:
        Let links decide the dates on the way; watch the date with a deadline.

    Source:
        DCMA 14-point assessment, point 12; GAO-16-89G, best practices 5 and 6.
    """
    for target in targets(context):
        first, waits = chain_to(context, target)
        if first is None:
            continue
        days = moved(context, first, target)
        if days is not None and days < SLIP - waits - 1:
            yield Offence(
                _("{slip} days more of {task} move {target} by {days}").format(
                    slip=SLIP,
                    task=context.outline.ids[first],
                    target=context.outline.ids[target],
                    days=amount(days),
                ),
                context.at(target),
                _("Let links decide the dates on the way; watch the date with a deadline."),
            )
