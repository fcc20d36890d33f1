"""What the messages of several rules say about a forecast date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.wording import written
from transition_planner.locales import _
from transition_planner.plan.entry import kebab
from transition_planner.schedule.driver import asking, driver
from transition_planner.schedule.passes import unpinned
from transition_planner.schedule.span import finish_after
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.checks.context import Context
    from transition_planner.plan.task import Task
    from transition_planner.schedule.driver import Driver


def cause(context: Context, row: int) -> str:
    """What decides the task's date, as the plan writes it: the link, the constraint, or neither."""
    return _told(context, row, driver(context.schedule, row))


def hurdle(context: Context, row: int) -> str:
    """What holds a task with a fixed date the longest, as the plan writes it: a link, another date, or neither."""
    return _told(context, row, asking(context.schedule, row))


def _told(context: Context, row: int, found: Driver) -> str:
    outline = context.outline
    if found.kind == "link" and found.arc is not None:
        return f"`after: {found.arc.link}`"
    if found.kind == "constraint" and found.field is not None:
        return _dated(outline.tasks[row], found.field)
    if found.kind == "phase" and found.row is not None:
        return _("its phase {phase}").format(phase=outline.ids[found.row])
    if found.kind == "manual":
        return "`manual`"
    if found.kind == "progress":
        return _("the work that has begun")
    return _("the plan's start")


def _dated(task: Task, field: str) -> str:
    """A constraint as the plan writes it."""
    fixed = getattr(task, field)
    # as-late-as-possible has no date
    return f"`{kebab(field)}" + (f": {written(fixed.date)}`" if fixed is not True else "`")


def remedy(context: Context, row: int, held_by: str) -> str:
    """The hint for a date that is missed."""
    return _(
        "What holds it is {cause}; `transition-planner why {task}` shows the whole chain: shorten it, "
        "do more of it side by side, or move the date."
    ).format(cause=held_by, task=context.outline.ids[row])


def wanted(context: Context, row: int, *, finish: bool) -> date:
    """The day that links alone would have a task with a fixed date start, or finish, on."""
    schedule = context.schedule
    network = schedule.network
    calendar, length, span = network.calendar[row], network.length[row], network.spans.get(row)
    start = unpinned(network, schedule.early, row)
    if not finish:
        # What takes time starts with a working minute, not at the end of the one before.
        return to_date(calendar.instant(start | 1 if length or span else start))
    end = calendar.instant(finish_after(calendar, start, length, span))
    return to_date(end - 1 if length or span else end)
