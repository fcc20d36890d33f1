"""TP904."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.locales.dates import amount
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP904", Family.PATH, Severity.INFO, asked_only=True)
def near_critical(context: Context) -> Iterator[Offence]:
    """Tasks are nearly critical.

    What it checks:
        Which tasks have more float than critical ones, but no more than the plan's `limits: {near-critical:
        5d}`.

    Why it matters:
        A small delay makes another path the one that decides the end.

    Example that fails:
        tasks:
          draft: {duration: 10d}
          invite: {duration: 8d}
          sign: {duration: 1d, after: [draft, invite]}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          invite: {duration: 1d}
          sign: {duration: 1d, after: [draft, invite]}

    Remedy:
        Look after them as after critical ones.

    Source:
        GAO-16-89G, best practice 6; near-critical list of schedule assessment tools.
    """
    schedule, ids = context.whole_schedule, context.outline.ids
    near = [row for row in context.open_rows if schedule.near_critical(row)]
    if near:
        near.sort(key=schedule.float_days)
        yield Offence(
            _("nearly critical, with their days of float: {tasks}").format(
                tasks=listed([f"{ids[row]} {amount(schedule.float_days(row))}" for row in near])
            ),
            context.at(near[0]),
            _("Look after them as after critical ones."),
        )
