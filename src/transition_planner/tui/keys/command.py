"""A command: something one can do with a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, runtime_checkable

from transition_planner.tui.keys.keys import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

On = TypeVar("On")
"""The screen a command works on."""


@dataclass(frozen=True, slots=True)
class Command(Generic[On]):
    """Something one can do with a key."""

    id: str
    """Stable: what a key is bound to."""
    keys: tuple[str, ...]
    """The first is the one shown; the others are for hands used to other programs. A file may give others instead."""
    name: str
    """Two or three words, in the language spoken now."""
    does: str
    """A sentence."""
    run: Callable[[On], None]
    edits: bool = False
    """Whether it changes the plan: not done when that was opened to be read only."""
    footer: bool = False
    """Whether the footer shows it; it has room for eight."""

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The keys as people write them."""
        return tuple(shown(key) for key in self.keys)

    @property
    def shown_key(self) -> str:
        """The key to tell people; "" where it has none."""
        return shown(self.keys[0]) if self.keys else ""


@dataclass(frozen=True, slots=True)
class Group(Generic[On]):
    """Commands that belong together, for the help."""

    name: str
    commands: tuple[Command[On], ...]


@runtime_checkable
class Commanded(Protocol):
    """A screen with commands."""

    @property
    def groups(self) -> Sequence[Group[Any]]:
        """All that can be done, by group, in the language spoken now."""

    def action_run(self, command_id: str) -> None:
        """Run a command."""
