"""TP805."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import days_late
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP805", Family.BASELINE, Severity.WARNING)
def missed_task(context: Context) -> Iterator[Offence]:
    """A task misses its baseline.

    What it checks:
        That each task that the baseline finishes by the status date was, or is forecast to be, done by
        then.

    Why it matters:
        This is what is late against what was promised, however the plan has moved since.

    Example that fails:
        baseline: adopted
        status-date: 2027-01-25
        tasks: {draft: {duration: 15d, started: 2027-01-11}}

        --- # baseline
        tasks: {draft: {duration: 10d}}

    Example that passes:
        baseline: adopted
        status-date: 2027-01-25
        tasks: {draft: {duration: 10d, started: 2027-01-11, finished: 2027-01-22}}

        --- # baseline
        tasks: {draft: {duration: 10d}}

    Remedy:
        Say in its note what is done about it; or adopt a new baseline.

    Source:
        DCMA 14-point assessment, point 11; Oracle Primavera P6, Check Schedule: late activities.
    """
    found = context.performance
    if found is None:
        return
    slips = {slip.task: slip for slip in found.slips}
    for id_ in found.missed:
        slip = slips[id_]
        yield Offence(
            _("{task} misses its baseline of {baseline}: {forecast}, {late}").format(
                task=id_,
                baseline=slip.baseline,
                forecast=slip.forecast,
                late=days_late(slip.forecast, slip.baseline),
            ),
            context.at(context.outline.row[id_]),
            _("Say in its note what is done about it; or adopt a new baseline."),
        )
