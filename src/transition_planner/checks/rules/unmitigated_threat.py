"""TP401."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.coverage import uncovered
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP401", Family.COVERAGE, Severity.WARNING)
def unmitigated_threat(context: Context) -> Iterator[Offence]:
    """No task mitigates a threat.

    What it checks:
        That for each threat of the register that concerns the model some task of the model has it in
        `mitigates`.

    Why it matters:
        A threat that the study named and nobody works against is a risk that was taken without a decision.

    Example that fails:
        tasks:
          draft: {duration: 10d}

    Example that passes:
        tasks:
          draft: {duration: 10d, mitigates: [U1]}

    Remedy:
        Name the threat in `mitigates` of the task that works against it, or add such a task. If it does not
        concern this model, list in its `applies` the models that it does.

    Source:
        The register of the plan.
    """
    for id_, title in uncovered(context, "threats", "mitigates"):
        yield Offence(
            _("no task mitigates the threat {id}: {title}").format(id=id_, title=title),
            ("threats", id_),
            _("Add `mitigates: [{id}]` to the task that works against it.").format(id=id_),
            register=True,
        )
