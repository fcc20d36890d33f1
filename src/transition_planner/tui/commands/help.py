"""What all keys do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from transition_planner.locales import _
from transition_planner.tui.commands.helppage import help_page
from transition_planner.tui.dialogs.dialog import Dialog
from transition_planner.tui.keys.keymap import keymap_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from transition_planner.tui.keys.command import Group


class Help(Dialog[None]):
    """The keys by group, and the legend of the chart; typing narrows them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f1", "dismiss", show=False),
    ]

    def __init__(self, where: str, groups: Sequence[Group[Any]]) -> None:
        """Make a page.

        Args:
            where: The mode that it is about.
            groups: All commands there.
        """
        super().__init__()
        self._where = where
        self._groups = groups

    def compose(self) -> ComposeResult:
        """One long page below a line to type in."""
        with Vertical(classes="box"):
            yield Static(Content(_("Keys: {mode}").format(mode=self._where)), classes="heading")
            yield _Wanted(placeholder=_("type a key, a name or a word"), compact=True)
            with VerticalScroll(can_focus=False):
                yield Static(help_page(self._groups, ""), classes="keys")
                file = _from_home(keymap_file())
                yield Static(Content(_("Your own keys: {file}").format(file=file)), classes="note")
            yield Static(Content(_("Escape closes this. ^p finds any command by its name.")), classes="note")

    def line(self) -> Input:
        """The line to type in."""
        return self.query_one(_Wanted)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is looked for."""
        self.query_one(".keys", Static).update(help_page(self._groups, event.value))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def on_input_submitted(self) -> None:
        """Close with enter."""
        self.give(None)

    def action_leave(self) -> None:
        """Show everything again; close where everything is on show."""
        if self.line().value:
            self.line().value = ""
        else:
            self.give(None)

    def action_scroll(self, way: str) -> None:
        """Move the page."""
        page = self.query_one(VerticalScroll)
        {
            "down": page.scroll_down,
            "up": page.scroll_up,
            "page_down": page.scroll_page_down,
            "page_up": page.scroll_page_up,
        }[way](animate=False)


class _Wanted(Input):
    """What is looked for. The key that opened the help closes it, unless it stands among letters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "question", show=False, priority=True),
        Binding("down", "screen.scroll('down')", show=False),
        Binding("up", "screen.scroll('up')", show=False),
        Binding("pagedown", "screen.scroll('page_down')", show=False),
        Binding("pageup", "screen.scroll('page_up')", show=False),
    ]

    def action_question(self) -> None:
        """Close the help, or look for a question mark too."""
        if self.value:
            self.insert_text_at_cursor("?")
        else:
            self.screen.dismiss(None)


def _from_home(path: Path) -> str:
    """The path as one writes it at home."""
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else str(path)
