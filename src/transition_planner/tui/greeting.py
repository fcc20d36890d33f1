"""The first words to somebody who opens a plan for the first time: three hints, and never again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from transition_planner.locales import _
from transition_planner.tui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from transition_planner.tui.desk import Desk


class Greeting(Dialog[None]):
    """Any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,space,q", "dismiss", show=False)]

    def __init__(self, key_of: Callable[[str], str]) -> None:
        super().__init__()
        self._key_of = key_of

    def compose(self) -> ComposeResult:
        """The three hints."""
        hints = (
            (
                f"{self._key_of('longer')} {self._key_of('undo')}",
                _("make a task longer, and take that back: the plan answers at once"),
            ),
            (f"{self._key_of('edit')}", _("edit everything about a task")),
            (f"{self._key_of('help')} ^p", _("show all keys; find any command by its name")),
        )
        with Vertical(classes="box"):
            yield Static(Content(_("Three keys to begin with")), classes="heading")
            for keys, does in hints:
                yield Static(Content.assemble((f" {keys:<6}", "bold $sign"), does))
            yield Static(Content(_("Enter begins. This is told once.")), classes="note")


def greet(screen: Desk) -> None:
    """Greet the person, if that has never been done."""
    keeper = screen.keeper
    if keeper.keeps and not keeper.memory.greeted:
        keeper.keep(replace(keeper.memory, greeted=True))
        screen.app.push_screen(Greeting(screen.key_of))
