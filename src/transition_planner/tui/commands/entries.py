"""Commands for what a plan says outside its tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.tui.keys.command import Command

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk


def entry_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command(
            "edit-entry",
            ("P",),
            _("Plan, calendars, roles, models"),
            _("Edit the plan's own data, calendars, roles, models, waivers; or add some."),
            _edit,
            edits=True,
        ),
        Command(
            "remove-entry",
            ("X",),
            _("Remove a calendar, role or model"),
            _("Take a calendar, a role, a model or a waiver out of the plan."),
            _remove,
            edits=True,
        ),
    )


def _edit(desk: Desk) -> None:
    """Edit something that stands outside tasks, or add it."""
    from transition_planner.tui.commands.entrypicking import edit_entry  # noqa: PLC0415  # 5 ms of each start

    edit_entry(desk)


def _remove(desk: Desk) -> None:
    """Take something that stands outside tasks out of the plan."""
    from transition_planner.tui.commands.entrypicking import remove_entry  # noqa: PLC0415  # as above

    remove_entry(desk)
