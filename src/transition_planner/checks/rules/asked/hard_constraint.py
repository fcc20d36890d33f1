"""TP210."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.assessment import HARD
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import written
from transition_planner.locales import _
from transition_planner.plan.entry import kebab
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP210", Family.DATES, Severity.INFO, asked_only=True)
def hard_constraint(context: Context) -> Iterator[Offence]:
    """A task is held to a date whatever its links say.

    What it checks:
        That no open task has must-start-on, must-finish-on, start-no-later-than or finish-no-later-than.

    Why it matters:
        Such a date hides what happens before it: the work slips and the date stands. A deadline shows both.

    Example that fails:
        tasks: {sign: {duration: 1d, must-start-on: 2027-02-01}}

    Example that passes:
        tasks: {sign: {duration: 1d, deadline: 2027-02-01}}

    Remedy:
        Let links decide the date and watch it with a deadline, unless the date is really not to be moved.

    Source:
        DCMA 14-point assessment, point 5; DECM 06A209a; Oracle Primavera P6, Check Schedule.
    """
    for row in context.open_rows:
        task = context.outline.tasks[row]
        for field in HARD:
            fixed = getattr(task, field)
            if fixed is not None:
                yield Offence(
                    _("{task} has {field} {day}").format(
                        task=context.outline.ids[row], field=kebab(field), day=written(fixed.date)
                    ),
                    context.at(row, field),
                    _("Let links decide the date, and watch it with a deadline."),
                )
