"""TP314."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.links import namer, open_links
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.locales.dates import amount
from transition_planner.plan.finding import Severity
from transition_planner.plan.link import LinkType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP314", Family.LOGIC, Severity.INFO, asked_only=True)
def few_finish_start_links(context: Context) -> Iterator[Offence]:
    """Too few links are of the type FS.

    What it checks:
        That of the links to open tasks at least the plan's `thresholds: {least-finish-start: 90%}` are FS.

    Why it matters:
        FS is the only type that everybody reads alike, and the only one that makes a path of work.

    Example that fails:
        tasks:
          build: {duration: 10d}
          test: {duration: 5d, after: [build SS]}

    Example that passes:
        tasks:
          build: {duration: 10d}
          test: {duration: 5d, after: [build]}

    Remedy:
        Divide tasks where the next one can begin, so that FS says what was meant.

    Source:
        DCMA 14-point assessment, point 4; Oracle Primavera P6, Check Schedule.
    """
    links, least = open_links(context), context.plan.thresholds.least_finish_start
    others = [each for each in links if each[1].type is not LinkType.FS]
    if (len(links) - len(others)) * 100 < least * len(links):
        yield Offence(
            _("{share} % of the links are FS, fewer than {least} %: others are {links}").format(
                share=amount(100 - 100 * len(others) / len(links)),
                least=least,
                links=listed(others, namer(context)),
            ),
            ("tasks",),
            _("Divide tasks where the next one can begin, so that FS says what was meant."),
        )
