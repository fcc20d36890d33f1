"""TP806."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP806", Family.BASELINE, Severity.INFO, asked_only=True)
def unexplained_slip(context: Context) -> Iterator[Offence]:
    """A task is far behind the baseline without a word.

    What it checks:
        That a task whose finish is more than the plan's `thresholds: {slip: 10}` days later than in the
        baseline has a note.

    Why it matters:
        In a year nobody knows whether the slip was decided, suffered or a slip of the pen.

    Example that fails:
        baseline: adopted
        status-date: 2027-01-11
        tasks: {draft: {duration: 20d}}

        --- # baseline
        tasks: {draft: {duration: 10d}}

    Example that passes:
        baseline: adopted
        status-date: 2027-01-11
        tasks: {draft: {duration: 20d, note: "The translator came in February"}}

        --- # baseline
        tasks: {draft: {duration: 10d}}

    Remedy:
        Write a note that says why.

    Source:
        GAO-16-89G, best practice 10: variances over a threshold are explained.
    """
    found, most = context.performance, context.plan.thresholds.slip
    for slip in found.slips if found else ():
        row = context.outline.row[slip.task]
        if slip.days > most and not context.outline.tasks[row].note:
            yield Offence(
                _(
                    "{task} finishes {days} days behind the baseline, more than {most}, and no note says why"
                ).format(task=slip.task, days=slip.days, most=most),
                context.at(row),
                _("Write a note that says why."),
            )
