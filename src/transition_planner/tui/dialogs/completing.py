"""A line to type in that offers how to go on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_TOLD = 3
"""Lines of completions."""
_MOST = 50
"""Files offered: more cannot be read."""


class CompletingLine(Input):
    """→ at its end takes a completion."""

    def __init__(
        self, complete: Callable[[], bool], value: str = "", *, select_on_focus: bool = True
    ) -> None:
        """Make a line.

        Args:
            complete: Takes a completion, if there is one.
            value: What it says at first.
            select_on_focus: Whether the first key replaces that.
        """
        super().__init__(value, compact=True, select_on_focus=select_on_focus)
        self._complete = complete

    def action_cursor_right(self, select: bool = False) -> None:
        """Move the cursor; at the end take a completion."""
        if select or not self.cursor_at_end or not self._complete():
            super().action_cursor_right(select)


def written_path(typed: str) -> Path:
    """The path that was typed, with its ~; Path's own way ends in an error for ~nobody."""
    return Path(os.path.expanduser(typed))  # noqa: PTH111  # as said


def paths(typed: str) -> list[str]:
    """The files and folders that a path may go on to, written as it is; hidden ones only where their dot is typed."""
    folder, name = os.path.split(typed)
    try:
        found = sorted(written_path(folder or ".").iterdir())
    except (OSError, ValueError):
        return []
    told = [
        os.path.join(folder, each.name) + ("/" if each.is_dir() else "")  # noqa: PTH118  # Path would drop `./`
        for each in found
        if each.name.startswith(name) and (name or not each.name.startswith("."))
    ]
    return [each for each in told if each != typed][:_MOST]
