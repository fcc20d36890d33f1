"""TP403."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.coverage import uncovered
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP403", Family.COVERAGE, Severity.WARNING)
def unserved_objective(context: Context) -> Iterator[Offence]:
    """No task serves an objective.

    What it checks:
        That for each objective of the register that concerns the model some task of the model has it in
        `serves`.

    Why it matters:
        An objective without a task is a wish: the plan can be carried out to the last line and miss it.

    Example that fails:
        tasks:
          draft: {duration: 10d}

    Example that passes:
        tasks:
          draft: {duration: 10d, serves: [T1]}

    Remedy:
        Name the objective in `serves` of the task that works for it, or add such a task. If it does not
        concern this model, list in its `applies` the models that it does.

    Source:
        The register of the plan.
    """
    for id_, title in uncovered(context, "objectives", "serves"):
        yield Offence(
            _("no task serves the objective {id}: {title}").format(id=id_, title=title),
            ("objectives", id_),
            _("Add `serves: [{id}]` to the task that works for it.").format(id=id_),
            register=True,
        )
