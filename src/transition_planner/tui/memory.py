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


def recalled(path: Path | None) -> Memory:
    """What a file remembers; nothing where it is not there or says something else."""
    if path is None:
        return Memory()
    try:
        said: Any = json.loads(path.read_text("utf-8"))
        theme, columns = said.get("theme"), said.get("columns", [])
        return Memory(
            bool(said.get("greeted")), theme if isinstance(theme, str) else None, tuple(map(str, columns))
        )
    except (OSError, ValueError, AttributeError, TypeError):
        return Memory()


def remember(path: Path | None, memory: Memory) -> None:
    """Write it down, if the system allows it."""
    if path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(memory)), "utf-8")
    except OSError:
        pass  # it is remembered another time
