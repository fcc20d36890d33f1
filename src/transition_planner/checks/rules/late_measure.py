"""TP404."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import written
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.schedule.moments import end_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP404", Family.COVERAGE, Severity.WARNING)
def late_measure(context: Context) -> Iterator[Offence]:
    """All that mitigates a threat comes too late.

    What it checks:
        That of the tasks that mitigate a threat with a moment `before`, one is done by then. The register
        tells U1: its `before` is 2027-01-31.

    Why it matters:
        A measure after the harm is none: the threat counts as answered and is not.

    Example that fails:
        tasks: {calm-pupils: {duration: 30d, mitigates: [U1]}}

    Example that passes:
        tasks: {calm-pupils: {duration: 10d, mitigates: [U1]}}

    Remedy:
        Begin the measure earlier, or find another one that helps in time.

    Source:
        The register's `before`.
    """
    register = context.document.register
    if register is None:
        return
    outline, schedule = context.outline, context.schedule
    for id_, threat in register.threats.items():
        rows = [row for row, task in enumerate(outline.tasks) if id_ in task.mitigates]
        if threat.before is None or not rows or not threat.concerns(context.model):
            continue
        if any(map(context.undated, rows)):
            continue  # that one may help in time
        first = min(rows, key=schedule.early_finish)
        if schedule.early_finish(first) > end_of(threat.before):
            hint = _("Begin it earlier, or name a measure that helps in time.")
            if schedule.done(first):
                hint = _("Name a measure that helps in time.")
            yield Offence(
                _(
                    "nothing mitigates {threat} before {day}: {task} is the first and finishes on {finish}"
                ).format(
                    threat=id_,
                    day=written(threat.before),
                    task=outline.ids[first],
                    finish=schedule.last_day(first),
                ),
                context.at(first, "mitigates"),
                hint,
            )
