"""The commands in Textual's palette (^p)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Provider

from transition_planner.tui.keys.command import Commanded

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.command import Hits

    from transition_planner.tui.keys.command import Command


class Palette(CommandPalette):
    """Textual's palette, which keys may reach before its list has been laid out."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key move in a list that has no lines yet: Textual would look for the one to move to, and fail."""
        if action == "command_list" and not self.query_one(CommandList).scrollable_content_region:
            return False
        return super().check_action(action, parameters)


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
        commanded = self._commanded
        return [] if commanded is None else [each for group in commanded.groups for each in group.commands]

    def _runner(self, command: Command[Any]) -> Callable[[], None]:
        assert self._commanded is not None  # noqa: S101  # it offered the command
        return partial(self._commanded.action_run, command.id)

    @property
    def _commanded(self) -> Commanded | None:
        """The screen above which the palette was opened; None for a dialog."""
        return self.screen if isinstance(self.screen, Commanded) else None
