"""A line to type into that takes its keys in the order they were pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import NoBinding
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.events import Key


class Line(Input):
    """An input whose own keys (ctrl+u, enter, …) wait for the letters before them.

    Textual looks for a key's binding only after the key has gone through all widgets, when letters pressed later may
    already be in their place: a quick `ctrl+u`, `3d` would end empty.
    """

    async def on_key(self, event: Key) -> None:
        """Do at once what a key of the line is bound to."""
        try:
            bindings = self._bindings.get_bindings_for_key(event.key)
        except NoBinding:
            return
        event.stop()
        event.prevent_default()
        for binding in bindings:
            await self.run_action(binding.action)
