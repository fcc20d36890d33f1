"""The line of the form that is being typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets.input import Selection

from transition_planner.tui.dialogs.completing import CompletingLine
from transition_planner.tui.form.fields import Sort

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from transition_planner.tui.form.fields import FormField

_TYPED_ON = {Sort.LINKS, Sort.NAMES, Sort.TEXT, Sort.FIXED, Sort.MANUAL}
"""Sorts that one rather adds to than replaces: what they hold is not selected."""


class FieldLine(CompletingLine):
    """Takes the place of one field's text at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "leave(1)", show=False),
        Binding("up,shift+tab", "leave(-1)", show=False),
        Binding("pagedown", "leave(8)", show=False),
        Binding("pageup", "leave(-8)", show=False),
    ]

    def __init__(self, leave: Callable[[int], None], complete: Callable[[], bool]) -> None:
        """Make a line.

        Args:
            leave: Goes some fields down, or up where negative.
            complete: Takes a completion, if there is one.
        """
        super().__init__(complete, select_on_focus=False)
        self._leave = leave

    def take_up(self, field: FormField, text: str, placeholder: str) -> None:
        """Hold another field's text."""
        self.placeholder = placeholder
        with self.prevent(self.Changed):
            self.value = text
        begin = len(text) if field.sort in _TYPED_ON else 0
        self.selection = Selection(begin, len(text))

    def action_leave(self, fields: int) -> None:
        """Go to another field."""
        self._leave(fields)
