"""TP202."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed, written
from transition_planner.locales import _
from transition_planner.locales.dates import amount
from transition_planner.plan.entry import kebab
from transition_planner.plan.finding import Severity
from transition_planner.schedule.readying import makes_late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP202", Family.DATES, Severity.ERROR)
def negative_float(context: Context) -> Iterator[Offence]:
    """A chain of tasks has less time than it takes.

    What it checks:
        That no task has negative total float. Tasks of which the one makes the next one late are a chain and
        one finding, at the one that starts first.

    Why it matters:
        Each of these tasks must be done sooner than the plan says, or a fixed date further on is missed. This
        is where the time can be won.

    Example that fails:
        tasks:
          draft: {duration: 10d}
          apply: {duration: 5d, after: [draft], finish-no-later-than: 2027-01-20}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          apply: {duration: 5d, after: [draft], finish-no-later-than: 2027-02-05}

    Remedy:
        Win the missing days on tasks of the chain, or move the date that it leads to.

    Source:
        DCMA 14-point assessment, point 7; GAO-16-89G, best practice 7.
    """
    outline, schedule = context.outline, context.schedule
    for rows in _chains(context):
        least = amount(min(schedule.float_days(row) for row in rows))
        dates = [
            f"{outline.ids[row]} {kebab(field)} {written(getattr(outline.tasks[row], field).date)}"
            for row in rows
            for field in schedule.missed(row)
        ]
        yield Offence(
            _("total float is down to {days} d along {tasks}; it must not be below 0 d").format(
                days=least, tasks=listed([outline.ids[row] for row in rows])
            ),
            context.at(rows[0]),
            _("{days} d must be won along this chain to keep {dates}.").format(
                days=least.removeprefix("-"), dates=listed(dates)
            )
            if dates
            else _("{days} d must be won along this chain.").format(days=least.removeprefix("-")),
        )


def _chains(context: Context) -> Iterator[list[int]]:
    """The rows of tasks with negative float, those of one chain together, in order of their starts."""
    schedule = context.schedule
    left = {row for row, minutes in context.floats.items() if minutes < 0}
    joined: dict[int, set[int]] = {row: set() for row in left}
    for row in left:
        for before in _holding_up(context, row, left):
            joined[row].add(before)
            joined[before].add(row)
    while left:
        chain: set[int] = set()
        waiting = {min(left)}
        while waiting:
            chain |= waiting
            waiting = set().union(*(joined[row] for row in waiting)) - chain
        left -= chain
        yield sorted(chain, key=lambda row: (schedule.early_start(row), row))


def _holding_up(context: Context, row: int, short: set[int]) -> Iterator[int]:
    """The nearest of the tasks that are short of time that make another one late.

    Also through tasks between them, which on calendars of their own may not be short of any: so it does not matter
    whether a link that others make needless is there.
    """
    seen, waiting = {row}, [row]
    while waiting:
        for before in set(_too_late_for(context, waiting.pop())) - seen:
            seen.add(before)
            if before in short:
                yield before
            else:
                waiting.append(before)


def _too_late_for(context: Context, row: int) -> Iterator[int]:
    """The tasks that end, or start where that is what the link says, when a task that waits for them is late."""
    schedule, floats, leaves = context.schedule, context.floats, context.outline.leaves
    for arc in context.before[row]:
        for before in leaves(arc.pred) if arc.pred in context.phases else (arc.pred,):
            if before in floats and makes_late(schedule.network, arc, before, schedule.early, schedule.late):
                yield before
