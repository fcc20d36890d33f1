"""What the dialogs have in common."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType


class Dialog(ModalScreen[ScreenResultType]):
    """A screen above the plan that gives a result."""

    def give(self, result: ScreenResultType | None) -> None:
        """Leave the dialog with a result, unless that has been done: by a second click of a quick hand."""
        if self.is_current:
            self.dismiss(result)

    async def action_dismiss(self, result: ScreenResultType | None = None) -> None:
        """Leave the dialog."""
        self.give(result)
