"""The modes, made when they are first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk
    from transition_planner.tui.modes.mode import Mode

_CLASSES = {
    "calendar": "CalendarMode",
    "findings": "FindingsMode",
    "history": "HistoryMode",
    "models": "ModelsMode",
    "network": "NetworkMode",
    "register": "RegisterMode",
    "why": "WhyMode",
}
"""Each mode's class, in the module of the same name: loaded when it is first opened, since most sittings open few."""

MODES = tuple(_CLASSES)
"""The modes' names in code."""


def made(mode: str, screen: Desk) -> Mode:
    """A mode, made anew."""
    class_: type[Mode] = getattr(import_module(f"transition_planner.tui.modes.{mode}"), _CLASSES[mode])
    return class_(screen)
