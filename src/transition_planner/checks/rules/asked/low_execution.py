"""TP807."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP807", Family.BASELINE, Severity.INFO, asked_only=True)
def low_execution(context: Context) -> Iterator[Offence]:
    """Less is done than should be.

    What it checks:
        That of the tasks that the baseline finishes by the status date as many are done as the plan's
        `thresholds: {least-index: 0.95}` asks: the baseline execution index (BEI), which counts what the
        baseline does not have as due.

    Why it matters:
        It tells early that the plan is longer than those who carry it out can go.

    Example that fails:
        baseline: adopted
        status-date: 2027-01-25
        tasks: {draft: {duration: 10d, started: 2027-01-18}}

        --- # baseline
        tasks: {draft: {duration: 10d}}

    Example that passes:
        baseline: adopted
        status-date: 2027-01-25
        tasks: {draft: {duration: 10d, started: 2027-01-11, finished: 2027-01-25}}

        --- # baseline
        tasks: {draft: {duration: 10d}}

    Remedy:
        Do first what is due; take out or put off what cannot be done.

    Source:
        DCMA 14-point assessment, point 14; Oracle Primavera P6, Check Schedule.
    """
    found, least = context.performance, context.plan.thresholds.least_index
    if found is not None and found.bei is not None and found.bei < least:
        yield Offence(
            _("BEI is {value}, below {least}: {done} of {due} are done; not done are {tasks}").format(
                value=f"{found.bei:.2f}",
                least=f"{least:g}",
                done=found.completed,
                due=found.due + found.unbaselined,
                tasks=listed(found.undone) or _("none that was due"),
            ),
            ("baseline",),
            _("Do first what is due; take out or put off what cannot be done."),
        )
