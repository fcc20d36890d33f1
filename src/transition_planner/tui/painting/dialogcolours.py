"""The colours of texts in dialogs, as variables of the style sheet that can be read in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color

from transition_planner.tui.painting.contrast import TEXT, readable

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPED = 0.3
"""How much of the primary colour is in the ground of a line that is typed in, and of a list's selected one."""
_QUIET = 0.6

_LIKE = {
    "said": "foreground",
    "quiet": "foreground",
    "sign": "text-accent",
    "title": "text-primary",
    "wrong": "text-error",
}
"""Our variables, and the theme's that they are as like as can be."""


def dialog_colours(variables: Mapping[str, str]) -> dict[str, str]:
    """Our variables for a theme; a theme of the terminal's own colours lends its own.

    Args:
        variables: The theme's.
    """
    surface, panel, primary = (Color.parse(variables[name]) for name in ("surface", "panel", "primary"))
    if surface.ansi is not None:
        return {name: variables[theirs] for name, theirs in _LIKE.items()}
    grounds = (surface, panel, surface.blend(primary, _TYPED), panel.blend(primary, _TYPED))
    found = {}
    for name, theirs in _LIKE.items():
        colour = surface.blend(Color.parse(variables[theirs]), _QUIET if name == "quiet" else 1.0)
        front = colour.rich_color
        for ground in grounds:
            front = readable(front, ground.rich_color, TEXT)
        found[name] = Color.from_rich_color(front).hex
    return found
