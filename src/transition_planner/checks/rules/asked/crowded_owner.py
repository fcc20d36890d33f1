"""TP508."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP508", Family.QUALITY, Severity.INFO, asked_only=True)
def crowded_owner(context: Context) -> Iterator[Offence]:
    """A role answers for too much at a time.

    What it checks:
        That a role owns at most the plan's `thresholds: {tasks-at-once: 3}` tasks that are under way on the
        same day.

    Why it matters:
        The plan knows no hours of work, but who answers for five things in one week answers for none of
        them well.

    Example that fails:
        thresholds: {tasks-at-once: 1}
        roles: {lead: {title: Lead}}
        tasks:
          draft: {duration: 10d, owner: lead}
          print: {duration: 5d, owner: lead}

    Example that passes:
        thresholds: {tasks-at-once: 1}
        roles: {lead: {title: Lead}}
        tasks:
          draft: {duration: 10d, owner: lead}
          print: {duration: 5d, owner: lead, after: [draft]}

    Remedy:
        Move one of the tasks within its float, or give it to another role.

    Source:
        GAO-16-89G, best practice 3: no over-allocation.
    """
    outline, schedule = context.outline, context.schedule
    limit = context.plan.thresholds.tasks_at_once
    owned: dict[str, list[int]] = {}
    for row, task in enumerate(outline.tasks):
        if task.owner is not None and not (
            task.is_phase or task.is_milestone or schedule.done(row) or context.undated(row)
        ):
            owned.setdefault(task.owner, []).append(row)
    for role, rows in owned.items():
        spans = {row: (schedule.early_start(row), schedule.early_finish(row)) for row in rows}
        starts, finishes = map(sorted, zip(*spans.values(), strict=True))
        start = max(
            dict.fromkeys(first for first, _last in spans.values()), key=partial(_under_way, starts, finishes)
        )
        at = next(row for row in rows if spans[row][0] == start)
        crowd = [row for row, (first, last) in spans.items() if first <= start < last]
        if len(crowd) > limit:
            yield Offence(
                _("{role} answers for {count} tasks at a time, more than {limit}, on {day}: {tasks}").format(
                    role=role,
                    count=len(crowd),
                    limit=limit,
                    day=schedule.first_day(at),
                    tasks=listed([outline.ids[row] for row in crowd]),
                ),
                context.at(at, "owner"),
                _("Move one of them within its float, or give it to another role."),
            )


def _under_way(starts: list[int], finishes: list[int], instant: int) -> int:
    """How many tasks have started and not finished, by all starts and all finishes in order."""
    return bisect_right(starts, instant) - bisect_right(finishes, instant)
