"""What is wrong with the person's file of keys, told when the plan is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.tui.commands.registry import declared_groups
from transition_planner.tui.dialogs.ask import Answer, Ask
from transition_planner.tui.keys.keymap import keymap, keymap_file
from transition_planner.tui.modes.making import MODES, made

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk

_MOST = 10
"""Sentences told; after the first few somebody opens the file anyway."""


def keymap_problems(screen: Desk) -> list[str]:
    """What is wrong with it, as sentences."""
    own = keymap()
    modes = MODES if own.modes else ()
    return own.problems(
        [command for group in declared_groups() for command in group.commands],
        {
            mode: [command for group in made(mode, screen).own_groups() for command in group.commands]
            for mode in modes
        },
    )


def tell_keymap_problems(screen: Desk) -> None:
    """Say it in a dialog, if there is anything."""
    problems = keymap_problems(screen)
    if problems:
        told = "\n".join(f"· {problem}" for problem in problems[:_MOST])
        heading = _("Of your keys in {file} not all can be had:").format(file=keymap_file())
        screen.ask(Ask(f"{heading}\n\n{told}", (Answer("n", _("go on")),)), lambda _answer: None)
