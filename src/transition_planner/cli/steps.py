"""A step of a chain of tasks, and what decides its date: in JSON, and as a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.cli.rows import row_data
from transition_planner.locales import _
from transition_planner.plan.entry import kebab
from transition_planner.schedule.driver import driver
from transition_planner.schedule.why import sentence

if TYPE_CHECKING:
    from transition_planner.schedule.schedule import Schedule


def step_data(schedule: Schedule, row: int) -> dict[str, Any]:
    """A row in JSON, with the reason for its date."""
    found = driver(schedule, row)
    return row_data(schedule, row) | {
        "reason": found.kind,
        "field": kebab(found.field) if found.field else None,
        "link": str(found.arc.link) if found.arc else None,
        "sentence": sentence(schedule, row),
    }


def reason(schedule: Schedule, row: int) -> str:
    """What decides a task's date, in a few words: `after hear-pupils FS+5d`."""
    found = driver(schedule, row)
    if found.arc is not None:
        return _("after {link}").format(link=found.arc.link)
    if found.field is not None:
        return kebab(found.field)
    return {
        "start": _("at the plan's start"),
        "manual": _("by hand"),
        "progress": _("already begun"),
        "circle": _("in a circle"),
    }[found.kind]
