"""The commands in Textual's palette (^p)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.command import DiscoveryHit, Hit, Provider

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.command import Hits

    from transition_planner.tui.app import PlanApp
    from transition_planner.tui.command import Command


class PlanCommands(Provider):
    """Offers each command by its name and what it does."""

    async def discover(self) -> Hits:
        """All commands, while nothing is typed."""
        for command in self._commands():
            yield DiscoveryHit(command.name, self._runner(command), help=command.does)

    async def search(self, query: str) -> Hits:
        """The commands whose name or sentence has what was typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.name), matcher.match(command.does))
            if score > 0:
                yield Hit(score, matcher.highlight(command.name), self._runner(command), help=command.does)

    def _commands(self) -> list[Command[Any]]:
        groups = cast("PlanApp", self.app).open_screen.groups
        return [command for group in groups for command in group.commands]

    def _runner(self, command: Command[Any]) -> Callable[[], None]:
        return partial(cast("PlanApp", self.app).open_screen.action_run, command.id)
