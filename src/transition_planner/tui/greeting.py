"""The first words to somebody who opens a plan for the first time: three hints, and never again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from transition_planner.locales import _
from transition_planner.tui.dialog import Dialog
from transition_planner.tui.keyhints import key_of

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from transition_planner.tui.app import PlanApp
    from transition_planner.tui.screen import PlanScreen


class Greeting(Dialog[None]):
    """Any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,space,q", "dismiss", show=False)]

    def compose(self) -> ComposeResult:
        """The three hints."""
        hints = (
            (
                f"{key_of('longer')} {key_of('undo')}",
                _("make the selected task longer, and take that back: the plan answers at once"),
            ),
            (f"{key_of('edit')}", _("edit everything about a task")),
            (f"{key_of('help')} ^p", _("show all keys; find any command by its name")),
        )
        with Vertical(classes="box"):
            yield Static(Content(_("Three keys to begin with")), classes="heading")
            for keys, does in hints:
                yield Static(Content.assemble((f" {keys:<6}", "bold $text-accent"), does))
            yield Static(Content(_("Enter begins. This is told once.")), classes="note")


def greet(screen: PlanScreen) -> None:
    """Say what is said at first, and greet the person, if that has never been done."""
    app = cast("PlanApp", screen.app)
    if app.hello:
        screen.say(app.hello)
    if not app.greeted:
        app.remember(replace(app.memory, greeted=True))
        app.push_screen(Greeting())
