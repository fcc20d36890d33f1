"""What the dialogs have in common: keys typed before a dialog is drawn are not lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen, ScreenResultType

if TYPE_CHECKING:
    from textual.events import Key
    from textual.widgets import Input


class Dialog(ModalScreen[ScreenResultType]):
    """A screen above the plan that gives a result.

    Keys that accept or leave it are bindings without priority: one with priority overtakes letters that are still on
    their way to a line, so that a quick `3d`, enter would accept the line without `3d`.
    """

    def give(self, result: ScreenResultType | None) -> None:
        """Leave the dialog with a result; a second enter of a quick hand, which comes when it is left, does nothing."""
        if self.is_current:
            self.dismiss(result)

    async def action_dismiss(self, result: ScreenResultType | None = None) -> None:
        """Leave the dialog."""
        self.give(result)

    def line(self) -> Input | None:
        """The line that takes what is typed while none has the focus yet."""
        return None

    def on_key(self, event: Key) -> None:
        """Put a letter into its line that came before there was one: a line that has the focus takes its letters."""
        line = self.line()
        if line is not None and event.is_printable and event.character:
            event.stop()
            line.insert_text_at_cursor(event.character)
