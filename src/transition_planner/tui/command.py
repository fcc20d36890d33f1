"""A command: something one can do with a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

On = TypeVar("On")
"""The screen a command works on."""

_SHOWN = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "shift+left": "⇧←",
    "shift+right": "⇧→",
    "slash": "/",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "enter": "Enter",
    "delete": "Del",
    "escape": "Esc",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}


@dataclass(frozen=True, slots=True)
class Command(Generic[On]):
    """Something one can do with a key."""

    id: str
    """Stable: what a key is bound to."""
    keys: tuple[str, ...]
    """The first is the one shown; the others are for hands used to other programs."""
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
        return tuple(_shown(key) for key in self.keys)


@dataclass(frozen=True, slots=True)
class Group(Generic[On]):
    """Commands that belong together, for the help."""

    name: str
    commands: tuple[Command[On], ...]


def _shown(key: str) -> str:
    if key.startswith("ctrl+"):
        return key.replace("ctrl+", "^")
    return _SHOWN.get(key, key)
