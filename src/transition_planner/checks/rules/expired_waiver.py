"""TP503."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.fixes import without_waiver
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP503", Family.QUALITY, Severity.WARNING)
def expired_waiver(context: Context) -> Iterator[Offence]:
    """A waiver has ended.

    What it checks:
        That the day `until` of each of the plan's `waivers` is not past.

    Why it matters:
        What was accepted for a time is to be looked at again; until then the rule finds it as before.

    Example that fails:
        waivers:
          - {rule: TP501, why: Roles are shared out in December, until: 2026-12-31}
        tasks: {draft: {duration: 10d}}

    Example that passes:
        waivers:
          - {rule: TP501, why: Roles are shared out in February, until: 2027-02-28}
        tasks: {draft: {duration: 10d}}

    Remedy:
        Mend what was waived and delete the waiver, or give it a later day with a reason that still holds.
        `--fix` deletes it: it does nothing any more.

    Source:
        GAO-16-89G: exceptions are justified in writing.
    """
    if context.today is None:
        return
    for index, waiver in enumerate(context.plan.waivers):
        if waiver.until < context.today:
            yield Offence(
                _("the waiver of {rule} ended on {day}").format(rule=waiver.rule, day=waiver.until),
                ("waivers", index, "until"),
                _(
                    "Mend what it waived and delete it, or give it a later day with a reason that still holds."
                ),
                fix=without_waiver(index),
            )
