"""TP209."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.entry import kebab
from transition_planner.plan.finding import Severity
from transition_planner.plan.task import CONSTRAINTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP209", Family.DATES, Severity.INFO)
def unexplained_date(context: Context) -> Iterator[Offence]:
    """A fixed date has no reason.

    What it checks:
        That each date that holds a task (`start-no-earlier-than`, `must-finish-on` …) or is set by hand has
        its `why`.

    Why it matters:
        A date without a reason is kept for ever, because nobody dares to move it.

    Example that fails:
        tasks:
          sign: {duration: 1d, must-start-on: 2027-02-01}

    Example that passes:
        tasks:
          sign: {duration: 1d, must-start-on: {date: 2027-02-01, why: The notary's day}}

    Remedy:
        Write `{date: …, why: …}`; where nobody knows the reason, delete the date and let links decide.

    Source:
        GAO-16-89G, best practice 2: constraints are justified in writing.
    """
    for row, task in enumerate(context.outline.tasks):
        if task.finished is not None:
            continue
        for field in (*CONSTRAINTS, "manual"):
            fixed = getattr(task, field)
            if fixed is not None and not fixed.why:
                yield Offence(
                    _("{task} has {field} without a reason").format(
                        task=context.outline.ids[row], field=kebab(field)
                    ),
                    context.at(row, field),
                    _("Add its why, or let links decide the date."),
                )
