"""TP315."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.links import namer, open_links
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.locales.dates import amount
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP315", Family.LOGIC, Severity.INFO, asked_only=True)
def many_lags(context: Context) -> Iterator[Offence]:
    """Too many links have a lag.

    What it checks:
        That of the links to open tasks at most the plan's `thresholds: {offenders: 5%}` have a lag.

    Why it matters:
        A lag is time that nobody answers for, and that nobody can shorten.

    Example that fails:
        tasks:
          send: {duration: 1d}
          decide: {duration: 1d, after: [send FS+10d]}

    Example that passes:
        tasks:
          send: {duration: 1d}
          wait-for-answer: {duration: 10d, after: [send]}
          decide: {duration: 1d, after: [wait-for-answer]}

    Remedy:
        Make tasks of the waits, with an owner who asks how it goes.

    Source:
        DCMA 14-point assessment, point 3; Oracle Primavera P6, Check Schedule.
    """
    links, most = open_links(context), context.plan.thresholds.offenders
    lagging = [(row, link) for row, link in links if link.lag is not None and link.lag.amount > 0]
    if len(lagging) * 100 > most * len(links):
        yield Offence(
            _("{share} % of the links have a lag, more than {most} %: {links}").format(
                share=amount(100 * len(lagging) / len(links)),
                most=most,
                links=listed(lagging, namer(context)),
            ),
            ("tasks",),
            _("Make tasks of the waits, with an owner who asks how it goes."),
        )
