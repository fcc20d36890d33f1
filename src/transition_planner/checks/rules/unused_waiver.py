"""TP504."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.fixes import without_waiver
from transition_planner.checks.registry import rules
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP504", Family.QUALITY, Severity.WARNING)
def unused_waiver(context: Context) -> Iterator[Offence]:
    """A waiver waives nothing.

    What it checks:
        That each of the plan's `waivers` waives a finding, where all models are looked at.

    Why it matters:
        What it waived was mended, or its code or id is wrong. Left in place it would hide what comes later.

    Example that fails:
        waivers:
          - {rule: TP201, of: draft, why: The date is being moved, until: 2027-12-31}
        tasks: {draft: {duration: 10d}}

    Example that passes:
        waivers:
          - {rule: TP201, of: draft, why: The date is being moved, until: 2027-12-31}
        tasks: {draft: {duration: 10d, deadline: 2027-01-15}}

    Remedy:
        Delete it, or correct its `rule` and `of`. `--fix` deletes it, unless its code is that of no rule, or of one
        that looks at the past, which is not always at hand.

    Source:
        The meaning of `waivers`.
    """
    for index in context.unused_waivers:
        waiver = context.plan.waivers[index]
        yield Offence(
            _("the waiver of {rule} waives nothing").format(rule=waiver.rule),
            ("waivers", index, "rule"),
            _("Delete it, or correct its `rule` and `of`."),
            fix=without_waiver(index) if waiver.rule in _judged() else None,
        )


def _judged() -> set[str]:
    """The codes of the rules that look at the plan alone."""
    return {rule.code for rule in rules() if rule.family is not Family.BASELINE}
