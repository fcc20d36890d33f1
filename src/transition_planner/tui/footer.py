"""The last line: the few keys to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Click

    from transition_planner.tui.keys.command import Command
    from transition_planner.tui.painting.ink import Run


_STAYING = frozenset({"help", "quit", "back"})
"""Commands that lead to help and out: they are told however narrow the screen is."""


class Footer(Lines):
    """Keys with their names; a click does what the key does.

    Textual's own footer is a widget for each key: 20 ms whenever the keys change.
    """

    ground = Ground.HEADING

    def __init__(self, commands: Sequence[Command[Any]]) -> None:
        super().__init__()
        self._commands = commands

    def show(self, commands: Sequence[Command[Any]]) -> None:
        """Show other commands."""
        self._commands = commands
        self.redraw()

    def paint(self, y: int, width: int) -> list[Run]:  # noqa: ARG002  # there is one line
        """Each command as key and name."""
        painted: list[Run] = []
        for command in self._shown(width):
            painted += [
                (f" {command.shown_key} ", Ink.KEY, Ground.HEADING),
                (f"{command.name} ", Ink.HEADING, Ground.HEADING),
            ]
        return painted

    async def on_click(self, event: Click) -> None:
        """Do what the name under the mouse says, unless a key before the click has led away from here."""
        if self.screen is not self.app.screen:
            return
        left = 0
        for command in self._shown(self.size.width):
            left += _cells(command)
            if event.x < left:
                await self.screen.run_action(f"run('{command.id}')")
                return

    def _shown(self, width: int) -> list[Command[Any]]:
        """The commands that fit: the last go first, those that lead to help and out last of all."""
        shown = list(self._commands)
        while shown and sum(map(_cells, shown)) > width:
            going = [at for at, command in enumerate(shown) if command.id not in _STAYING]
            del shown[going[-1] if going else -1]
        return shown


def _cells(command: Command[Any]) -> int:
    return cell_len(command.shown_key) + cell_len(command.name) + 3
