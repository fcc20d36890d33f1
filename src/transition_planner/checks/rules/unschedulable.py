"""TP106."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.worktime.calendars import calendars_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.plan.finding import KeyPath


@rule("TP106", Family.STRUCTURE, Severity.ERROR)
def unschedulable(context: Context) -> Iterator[Offence]:
    """No dates can be computed.

    What it checks:
        That the public holidays of each calendar are of a country or region that is known.

    Why it matters:
        Without working time the model has no dates at all.

    Example that fails:
        calendars:
          club: {week: mon-fri 08:00-16:00, holidays: XX}
        tasks:
          draft: {duration: 10d, calendar: club}

    Example that passes:
        calendars:
          club: {week: mon-fri 08:00-16:00, holidays: FI}
        tasks:
          draft: {duration: 10d, calendar: club}

    Remedy:
        Correct what the message names.

    Source:
        The meaning of calendars.
    """
    if not isinstance(context.outcome, ValueError):
        return
    broken = list(_broken_calendars(context)) or [((), str(context.outcome))]
    for at, problem in broken:
        yield Offence(problem, at, _("Correct it; nothing in this model has a date until then."))


def _broken_calendars(context: Context) -> Iterator[tuple[KeyPath, str]]:
    try:
        calendars = calendars_of(context.plan)
    except ValueError as problem:
        yield ("day",), str(problem)
        return
    for name in context.plan.calendars:
        try:
            calendars[name]
        except ValueError as problem:
            yield ("calendars", name), str(problem)
