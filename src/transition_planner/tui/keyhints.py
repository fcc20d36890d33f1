"""Keys named in sentences."""

from __future__ import annotations


def key_of(command_id: str) -> str:
    """The key in force of a command of the plan's screen, as people read it; "" where it has none.

    Raises:
        KeyError: if there is no such command.
    """
    from transition_planner.tui.commands import commands  # noqa: PLC0415  # commands say sentences themselves

    return {command.id: command.shown_key for command in commands()}[command_id]
