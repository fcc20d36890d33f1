"""What an occasion says about itself: a few facts, one a line, in the language spoken now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.export.ics.laws import law_line
from transition_planner.export.ics.text import clean
from transition_planner.locales import _, language
from transition_planner.locales.dates import amount, long_date
from transition_planner.plan.text import in_language
from transition_planner.schedule.why import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.export.ics.laws import Laws
    from transition_planner.schedule.schedule import Schedule


def description(schedule: Schedule, row: int, laws: Laws) -> str:
    """Owner, deadline, forecast, float, driver, predecessors, law and id of a task."""
    return "\n".join(filter(None, _lines(schedule, row, laws)))


def title(schedule: Schedule, row: int) -> str:
    """A task's title on one line; its id where it has none."""
    name = in_language(schedule.outline.tasks[row].title, language())
    # Readers drop the spaces that a text begins with.
    return clean(name).replace("\n", " ").strip() or schedule.outline.ids[row]


def _lines(schedule: Schedule, row: int, laws: Laws) -> Iterator[str]:
    task = schedule.outline.tasks[row]
    if task.owner is not None:
        role = schedule.plan.roles.get(task.owner)
        name = in_language(role.title if role else None, language()) or task.owner
        yield _("Owner: {owner}").format(owner=name)
    if task.deadline is not None:
        yield _("Deadline: {day}").format(day=long_date(task.deadline.date))
    if schedule.done(row):
        yield _("Done: {day}").format(day=long_date(schedule.last_day(row)))
    else:
        yield _("Forecast: {day}").format(day=long_date(schedule.last_day(row)))
        yield _float(schedule, row)
        yield sentence(schedule, row)
    before = dict.fromkeys(title(schedule, arc.pred) for arc in schedule.predecessors(row))
    if before:
        yield _("After: {tasks}").format(tasks="; ".join(before))
    yield law_line(laws, row)
    yield _("Id: {task}").format(task=schedule.outline.ids[row])


def _float(schedule: Schedule, row: int) -> str:
    days = schedule.float_days(row)
    if days < 0:
        return _("Float: {days} d, a fixed date is missed").format(days=amount(days))
    if schedule.critical(row):
        return _("Float: {days} d, critical").format(days=amount(days))
    return _("Float: {days} d").format(days=amount(days))
