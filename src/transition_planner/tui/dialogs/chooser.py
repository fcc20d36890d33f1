"""A list in which any number of things can be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from transition_planner.locales import _
from transition_planner.tui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class Option:
    """One thing."""

    id: str
    name: str
    chosen: bool


class Chooser(Dialog[tuple[str, ...] | None]):
    """Space chooses or leaves out, enter gives the ids of what is chosen, in the order offered."""

    AUTO_FOCUS: ClassVar[str | None] = ""  # the keys are the dialog's own
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("space,x", "choose", show=False),
        Binding("enter", "accept", show=False),
    ]

    def __init__(self, heading: str, options: Sequence[Option]) -> None:
        super().__init__()
        self._heading = heading
        self._options = options
        self._chosen = {option.id for option in options if option.chosen}

    def compose(self) -> ComposeResult:
        """A box with the list."""
        with Vertical(classes="box"):
            yield Static(Content(self._heading), classes="heading")
            yield OptionList(*map(self._line, self._options), compact=True)
            yield Static(Content(_("space: choose   enter: accept   escape: leave")), classes="note")

    def on_mount(self) -> None:
        """Begin with the first."""
        self._list.can_focus = False
        self._list.highlighted = 0

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        self._list.highlighted = event.option_index
        self.action_choose()

    def action_move(self, lines: int) -> None:
        """To another one."""
        self._list.highlighted = ((self._list.highlighted or 0) + lines) % len(self._options)

    def action_choose(self) -> None:
        """Choose it or leave it out."""
        at = self._list.highlighted
        if at is not None:
            self._chosen ^= {self._options[at].id}
            self._list.replace_option_prompt_at_index(at, self._line(self._options[at]))

    def action_accept(self) -> None:
        """Give what is chosen."""
        self.give(tuple(option.id for option in self._options if option.id in self._chosen))

    def _line(self, option: Option) -> Content:
        sign = "✓" if option.id in self._chosen else " "
        return Content.assemble((f"{sign} ", "$sign"), option.name)
