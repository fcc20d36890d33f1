"""Whether the dates of two tasks keep a rule, and how much they have to spare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from transition_planner.law.counting import later, latest, month_end, rolled, yearly

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.law.lawrule import LawRule
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Margin:
    """How two tasks, or one, stand to a rule."""

    first: int | None
    """The row of the first task; None where the rule has only one."""
    second: int
    days: int
    """Calendar days to spare; as many as are missing below zero, and 0 also where it is hours that are missing."""
    broken: bool
    late: bool
    """Whether the rule says by when the bound task ends at the latest; else when the second starts at the earliest."""
    bound: int
    """The row of the task that is to move where the rule is broken."""
    limit: date
    """The latest day by which it, or the first task, would still do."""


def between(schedule: Schedule, rule: LawRule, first: int, second: int) -> Margin | None:
    """How two tasks stand to a rule with two ends; None where the second is done."""
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
        return _until(schedule, first, second, second, rolled(limit) if rule.rolls else limit)
    starts = schedule.first_day(second)
    days = (starts - later(begun, value, unit)).days
    limit = latest(starts, value, unit)
    if rule.counts_from == "month-end" and month_end(limit) != limit:
        limit = limit.replace(day=1) - timedelta(days=1)
    return Margin(first, second, days, broken=days < 0, late=False, bound=first, limit=limit)


def inside(schedule: Schedule, rule: LawRule, row: int) -> Margin | None:
    """How a task stands to a window of the year; None where it is done."""
    if schedule.done(row) or rule.open is None:
        return None
    opens, _dots, closes = rule.open.partition("..")
    finish = schedule.last_day(row)
    limit = yearly(finish, closes or opens, forward=True)
    broken = yearly(limit, opens, forward=False) > finish
    if broken:
        limit = yearly(finish, closes or opens, forward=False)
    return Margin(None, row, (limit - finish).days, broken=broken, late=True, bound=row, limit=limit)


def counted_from(schedule: Schedule, rule: LawRule, first: int) -> date:
    """The day that a rule's time is counted from."""
    if rule.counts_from == "start":
        return schedule.first_day(first)
    finish = schedule.last_day(first)
    return month_end(finish) if rule.counts_from == "month-end" else finish


def _precedence(schedule: Schedule, first: int, second: int) -> Margin:
    broken = schedule.early_finish(first) > schedule.early_start(second)
    limit = schedule.first_day(second)
    days = (limit - schedule.last_day(first)).days
    days = min(days, 0) if broken else days
    return Margin(first, second, days, broken=broken, late=False, bound=first, limit=limit)


def _deadline(schedule: Schedule, rule: LawRule, first: int, second: int) -> Margin:
    day = rule.day or ""
    if rule.binds == "from":
        return _until(schedule, first, second, first, yearly(schedule.first_day(second), day, forward=False))
    limit = yearly(counted_from(schedule, rule, first), day, forward=True)
    return _until(schedule, first, second, second, rolled(limit) if rule.rolls else limit)


def _until(schedule: Schedule, first: int, second: int, bound: int, limit: date) -> Margin:
    days = (limit - schedule.last_day(bound)).days
    return Margin(first, second, days, broken=days < 0, late=True, bound=bound, limit=limit)
