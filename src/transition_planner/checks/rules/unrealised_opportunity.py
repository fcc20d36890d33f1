"""TP402."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.coverage import uncovered
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP402", Family.COVERAGE, Severity.WARNING)
def unrealised_opportunity(context: Context) -> Iterator[Offence]:
    """No task realises an opportunity.

    What it checks:
        That for each opportunity of the register that concerns the model some task of the model has it in
        `realises`.

    Why it matters:
        An opportunity comes true only where somebody does something for it. What the transition was begun for
        must be found in its plan.

    Example that fails:
        tasks:
          draft: {duration: 10d}

    Example that passes:
        tasks:
          draft: {duration: 10d, realises: [M1]}

    Remedy:
        Name the opportunity in `realises` of the task that brings it about, or add such a task. If it does
        not concern this model, list in its `applies` the models that it does.

    Source:
        The register of the plan.
    """
    for id_, title in uncovered(context, "opportunities", "realises"):
        yield Offence(
            _("no task realises the opportunity {id}: {title}").format(id=id_, title=title),
            ("opportunities", id_),
            _("Add `realises: [{id}]` to the task that brings it about.").format(id=id_),
            register=True,
        )
