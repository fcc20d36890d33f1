"""TP803."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP803", Family.BASELINE, Severity.INFO, asked_only=True)
def not_in_baseline(context: Context) -> Iterator[Offence]:
    """A task was not in the baseline.

    What it checks:
        That each task that takes time is in the baseline, by its id or by one it had before.

    Why it matters:
        Work that came later belongs to nobody's promise; it explains why the end moves, or it hides it.

    Example that fails:
        baseline: adopted
        tasks:
          draft: {duration: 10d}
          translate: {duration: 5d, after: [draft]}

        --- # baseline
        tasks: {draft: {duration: 10d}}

    Example that passes:
        baseline: adopted
        tasks: {draft: {duration: 12d}}

        --- # baseline
        tasks: {draft: {duration: 10d}}

    Remedy:
        Say in its note why it came; or adopt a new baseline.

    Source:
        GAO-16-89G, best practice 10; DECM 06A501a.
    """
    baseline = context.baseline
    if baseline is None:
        return
    for row, task in enumerate(context.outline.tasks):
        id_ = context.outline.ids[row]
        if not (task.is_phase or task.is_milestone or task.note) and baseline.row(id_) is None:
            yield Offence(
                _("{task} was not in the baseline {baseline}").format(
                    task=id_, baseline=context.plan.baseline
                ),
                context.at(row),
                _("Say in its note why it came; or adopt a new baseline."),
            )
