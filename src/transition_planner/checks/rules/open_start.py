"""TP301."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.plan.task import Task


@rule("TP301", Family.LOGIC, Severity.WARNING)
def open_start(context: Context) -> Iterator[Offence]:
    """Nothing decides when a task starts.

    What it checks:
        That each task has a predecessor in the model, by itself or through its phase, or a date of its own: a
        start-no-earlier-than or must date, dates set by hand, a window calendar, a start in the past. The
        first milestone of the model that has no predecessor is the project's start and needs neither.

    Why it matters:
        Such a task is scheduled at the plan's first day. When the work before it is late it does not move,
        and the plan looks better than it is.

    Example that fails:
        tasks:
          project-start: {}
          draft: {duration: 10d}
          sign: {duration: 1d, after: [project-start, draft]}

    Example that passes:
        tasks:
          project-start: {}
          draft: {duration: 10d, after: [project-start]}
          sign: {duration: 1d, after: [draft]}

    Remedy:
        Link the task to what must be ready before it, at least to the project's start; or give it the date it
        waits for and the reason.

    Source:
        DCMA 14-point assessment, point 1; GAO-16-89G, best practice 2.
    """
    outline = context.outline
    begun = False
    for row, task in enumerate(outline.tasks):
        if task.is_phase or _is_linked(context, row) or _has_date(context, task):
            continue
        if task.is_milestone and not begun:
            begun = True
            continue
        yield Offence(
            _("{task} has no predecessor and no date of its own").format(task=outline.ids[row]),
            context.at(row),
            _("Add `after:` with what must be ready first, or start-no-earlier-than with the reason."),
        )


def _is_linked(context: Context, row: int) -> bool:
    """Whether it, or a phase around it, waits for something in the model."""
    outline = context.outline
    while row >= 0:
        if any(link.task in outline.row for link in outline.tasks[row].after):
            return True
        row = outline.parent[row]
    return False


def _has_date(context: Context, task: Task) -> bool:
    """Whether something else than links decides its start."""
    dates = (
        task.start_no_earlier_than,
        task.finish_no_earlier_than,
        task.must_start_on,
        task.must_finish_on,
        task.manual,
        task.started,
        task.finished,
    )
    calendar = context.plan.calendars.get(task.calendar or context.plan.calendar)
    return any(date is not None for date in dates) or (calendar is not None and bool(calendar.window))
