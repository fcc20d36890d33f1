"""TP804."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.compare.entries import entries
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP804", Family.BASELINE, Severity.INFO, asked_only=True)
def removed_task(context: Context) -> Iterator[Offence]:
    """A task of the baseline is gone.

    What it checks:
        That each task that takes time in the baseline is in the plan, by its id or by another one, or was
        only taken out of this model.

    Why it matters:
        What was promised and is no longer done has to be a decision, not an edit.

    Example that fails:
        baseline: adopted
        tasks: {sign: {duration: 1d}}
        --- # baseline
        tasks:
          draft: {duration: 10d}
          sign: {duration: 1d, after: [draft]}

    Example that passes:
        baseline: adopted
        tasks:
          write: {title: Write the contract, duration: 10d}
          sign: {duration: 1d, after: [write]}
        --- # baseline
        tasks:
          draft: {title: Write the contract, duration: 10d}
          sign: {duration: 1d, after: [draft]}

    Remedy:
        Keep it with `active: false` and a note that says who decided so; or adopt a new baseline.

    Source:
        GAO-16-89G, best practice 10: changes are recorded.
    """
    baseline = context.baseline
    if baseline is None:
        return
    left = {*entries(context.plan)}
    left |= {baseline.ids.get(id_, id_) for id_ in left}
    was = baseline.schedule.outline
    for id_, task in zip(was.ids, was.tasks, strict=True):
        if not (task.is_phase or task.is_milestone or id_ in left):
            yield Offence(
                _("{task} of the baseline {baseline} is gone").format(
                    task=id_, baseline=context.plan.baseline
                ),
                ("baseline",),
                _(
                    "Keep it with `active: false` and a note that says who decided so; or adopt a new baseline."
                ),
            )
