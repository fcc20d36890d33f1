"""TP802."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP802", Family.BASELINE, Severity.WARNING)
def unreadable_baseline(context: Context) -> Iterator[Offence]:
    """The baseline cannot be read.

    What it checks:
        That git knows the revision that the plan names as its `baseline`, and that it holds a plan that can
        be read.

    Why it matters:
        All that is measured against the baseline is left out.

    Example that fails:
        baseline: adoptde
        tasks: {draft: {duration: 10d}}
        --- # problem
        There is no revision adoptde.

    Example that passes:
        baseline: adopted
        tasks: {draft: {duration: 10d}}

        --- # baseline
        tasks: {draft: {duration: 10d}}

    Remedy:
        Correct the name, or fetch the revision: in continuous integration, with the whole history and the
        tags.

    Source:
        The history of the plan.
    """
    if context.past.problem is not None:
        yield Offence(
            _("the baseline {baseline} cannot be read: {reason}").format(
                baseline=context.plan.baseline, reason=context.past.problem
            ),
            ("baseline",),
            _("Correct the name, or fetch the revision with its history and tags."),
        )
