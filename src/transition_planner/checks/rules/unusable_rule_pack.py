"""TP603."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP603", Family.LAW, Severity.ERROR)
def unusable_rule_pack(context: Context) -> Iterator[Offence]:
    """A rule pack that the plan names cannot be used.

    What it checks:
        That each name in `rules` is a pack that comes with the program, or a file beside the plan that can be
        read as a pack and lies in the plan's folder.

    Why it matters:
        Without the pack nothing is held against the law, and silence would look like proof.

    Example that fails:
        rules: [fi/asociation]
        tasks: {draft: {duration: 10d}}

    Example that passes:
        rules: [fi/association]
        tasks: {draft: {duration: 10d}}

    Remedy:
        Correct the name, or the file at the place that the finding tells.

    Source:
        The meaning of `rules`.
    """
    for index, problem in context.shelf.problems.items():
        yield Offence(
            problem, ("rules", index), _("Correct it, or delete it: what it should check is unchecked.")
        )
