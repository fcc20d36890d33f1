"""Commands of the plan's screen that a mode takes over, with its selected task under the plan's cursor."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from transition_planner.tui.commands.registry import commands

if TYPE_CHECKING:
    from collections.abc import Collection

    from transition_planner.tui.keys.command import Command
    from transition_planner.tui.modes.mode import Mode


def borrowed(
    ids: Collection[str], taken: Collection[str] = (), footer: Collection[str] = ()
) -> tuple[Command[Mode], ...]:
    """The plan's commands of these ids.

    Args:
        ids: What is taken over.
        taken: Keys that mean something else in the mode.
        footer: Those of them that the mode's footer shows.
    """
    return tuple(
        cast(
            "Command[Mode]",
            replace(
                command,
                keys=tuple(key for key in command.keys if key not in taken),
                run=partial(_run, id_=command.id),
                footer=command.id in footer,
            ),
        )
        for command in commands()
        if command.id in ids
    )


def _run(mode: Mode, id_: str) -> None:
    mode.plan.action_run(id_)
