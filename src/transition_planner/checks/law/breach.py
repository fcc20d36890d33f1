"""Whether the dates of two tasks keep a rule, and by how much they miss it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from transition_planner.checks.law.counting import later, latest, month_end, rolled, yearly

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.checks.law.lawrule import LawRule
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that two tasks break."""

    first: int | None
    """The row of the first task; None where the rule has only one."""
    second: int
    days: int
    """Calendar days that are missing; 0 where it is hours."""
    late: bool
    """Whether what is bound is too late; else the second task is too early."""
    bound: int
    """The row of the task that is to move."""
    limit: date
    """The latest day by which it, or the first task, would still do."""


def between(schedule: Schedule, rule: LawRule, first: int, second: int) -> Breach | None:
    """What two tasks miss of a rule with two ends."""
    if schedule.done(second):
        return None
    if rule.form == "precedence":
        return _precedence(schedule, first, second)
    if rule.form == "deadline":
        return _deadline(schedule, rule, first, second)
    value, unit = int(rule.value or 0), rule.unit or ""
    begun = counted_from(schedule, rule, first)
    if rule.form == "lag-max":
        limit = later(begun, value, unit)
        return _late(schedule, first, second, second, rolled(limit) if rule.rolls else limit)
    starts = schedule.first_day(second)
    missing = (later(begun, value, unit) - starts).days
    if missing <= 0:
        return None
    limit = latest(starts, value, unit)
    if rule.counts_from == "month-end" and month_end(limit) != limit:
        limit = limit.replace(day=1) - timedelta(days=1)
    return Breach(first, second, missing, late=False, bound=first, limit=limit)


def outside(schedule: Schedule, rule: LawRule, row: int) -> Breach | None:
    """What a task misses of a window of the year."""
    if schedule.done(row) or rule.open is None:
        return None
    opens, _dots, closes = rule.open.partition("..")
    finish = schedule.last_day(row)
    last = yearly(finish, closes or opens, forward=True)
    if yearly(last, opens, forward=False) <= finish:
        return None
    closed = yearly(finish, closes or opens, forward=False)
    return Breach(None, row, (finish - closed).days, late=True, bound=row, limit=closed)


def counted_from(schedule: Schedule, rule: LawRule, first: int) -> date:
    """The day that a rule's time is counted from."""
    if rule.counts_from == "start":
        return schedule.first_day(first)
    finish = schedule.last_day(first)
    return month_end(finish) if rule.counts_from == "month-end" else finish


def _precedence(schedule: Schedule, first: int, second: int) -> Breach | None:
    finish, start = schedule.early_finish(first), schedule.early_start(second)
    if finish <= start:
        return None
    limit = schedule.first_day(second)
    missing = (schedule.last_day(first) - limit).days
    return Breach(first, second, max(missing, 0), late=False, bound=first, limit=limit)


def _deadline(schedule: Schedule, rule: LawRule, first: int, second: int) -> Breach | None:
    day = rule.day or ""
    if rule.binds == "from":
        return _late(schedule, first, second, first, yearly(schedule.first_day(second), day, forward=False))
    limit = yearly(counted_from(schedule, rule, first), day, forward=True)
    return _late(schedule, first, second, second, rolled(limit) if rule.rolls else limit)


def _late(schedule: Schedule, first: int, second: int, bound: int, limit: date) -> Breach | None:
    missing = (schedule.last_day(bound) - limit).days
    return Breach(first, second, missing, late=True, bound=bound, limit=limit) if missing > 0 else None
