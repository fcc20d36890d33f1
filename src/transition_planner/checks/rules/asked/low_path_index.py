"""TP809."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.locales.dates import amount
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP809", Family.BASELINE, Severity.INFO, asked_only=True)
def low_path_index(context: Context) -> Iterator[Offence]:
    """A key milestone can hardly be reached as promised.

    What it checks:
        That the critical path length index (CPLI) of each open key milestone of the baseline is at least
        the plan's `thresholds: {least-index: 0.95}`: what is left of its time, divided by the work that is
        left.

    Why it matters:
        Below 1 the rest has to go faster than planned, and seldom does.

    Example that fails:
        baseline: adopted
        status-date: 2027-01-11
        tasks:
          draft: {duration: 20d}
          signed: {key: true, after: [draft]}
        --- # baseline
        tasks:
          draft: {duration: 10d}
          signed: {key: true, after: [draft]}

    Example that passes:
        baseline: adopted
        status-date: 2027-01-11
        tasks:
          draft: {duration: 10d}
          signed: {key: true, after: [draft]}
        --- # baseline
        tasks:
          draft: {duration: 10d}
          signed: {key: true, after: [draft]}

    Remedy:
        Win time on the way to it, or agree on a later day.

    Source:
        DCMA 14-point assessment, point 13.
    """
    found, least = context.performance, context.plan.thresholds.least_index
    for path in found.paths if found else ():
        if path.value is not None and path.value < least:
            yield Offence(
                _(
                    "CPLI of {task} is {value}, below {least}: {length} days of work, {float} days of float"
                ).format(
                    task=path.task,
                    value=f"{path.value:.2f}",
                    least=f"{least:g}",
                    length=amount(path.length),
                    float=amount(path.float_days),
                ),
                context.at(context.outline.row[path.task]),
                _("Win time on the way to it, or agree on a later day."),
            )
