"""TP808."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP808", Family.BASELINE, Severity.INFO, asked_only=True)
def low_hit_rate(context: Context) -> Iterator[Offence]:
    """Tasks are done later than promised.

    What it checks:
        That of the tasks that the baseline finishes by the status date at least the share of the plan's
        `thresholds: {least-index: 0.95}` was done in time: the hit rate.

    Why it matters:
        BEI is made good again by doing later what was due; the hit rate is not.

    Example that fails:
        baseline: adopted
        status-date: 2027-01-25
        tasks: {draft: {duration: 10d, started: 2027-01-11, finished: 2027-01-25}}

        --- # baseline
        tasks: {draft: {duration: 10d}}

    Example that passes:
        baseline: adopted
        status-date: 2027-01-25
        tasks: {draft: {duration: 10d, started: 2027-01-11, finished: 2027-01-22}}

        --- # baseline
        tasks: {draft: {duration: 10d}}

    Remedy:
        Look at what delays them, and plan what is ahead by it.

    Source:
        NDIA, Predictive Measures: hit task percentage.
    """
    found, least = context.performance, context.plan.thresholds.least_index
    if found is not None and found.hit_rate is not None and found.hit_rate < least:
        yield Offence(
            _(
                "the hit rate is {value}, below {least}: {done} of {due} were done in time; not {tasks}"
            ).format(
                value=f"{found.hit_rate:.2f}",
                least=f"{least:g}",
                done=found.on_time,
                due=found.due,
                tasks=listed(list(dict.fromkeys((*found.missed, *found.undone)))),
            ),
            ("baseline",),
            _("Look at what delays them, and plan what is ahead by it."),
        )
