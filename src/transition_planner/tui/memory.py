"""What the interface remembers of a person from one sitting to the next."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from transition_planner.tui.userfiles import state_file

if TYPE_CHECKING:
    from pathlib import Path

_FILE = "interface.json"


@dataclass(frozen=True, slots=True)
class Memory:
    """A few small things; losing them costs nothing."""

    greeted: bool = False
    """Whether the person has been greeted."""
    theme: str | None = None
    """The theme chosen last."""
    columns: tuple[str, ...] = ()
    """The table's columns chosen last."""


def memory_file() -> Path:
    """Where it lies."""
    return state_file(_FILE)


class Keeper:
    """Keeps a memory in a file; without a file nothing is kept beyond the sitting."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.memory = Memory() if path is None else _recalled(path)

    @property
    def keeps(self) -> bool:
        """Whether there is a file."""
        return self._path is not None

    def keep(self, memory: Memory) -> None:
        """Remember this from now on, and in the next sitting if the system allows it."""
        self.memory = memory
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(asdict(memory)), "utf-8")
        except OSError:
            pass  # it is remembered another time


def _recalled(path: Path) -> Memory:
    """What a file remembers; nothing where it is not there or says something else."""
    try:
        said: Any = json.loads(path.read_text("utf-8"))
        theme, columns = said.get("theme"), said.get("columns", [])
        return Memory(
            bool(said.get("greeted")), theme if isinstance(theme, str) else None, tuple(map(str, columns))
        )
    except (OSError, ValueError, AttributeError, TypeError):
        return Memory()
