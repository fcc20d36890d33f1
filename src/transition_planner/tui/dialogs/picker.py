"""A list to pick a task from by typing a part of its id or title."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from transition_planner.locales import _
from transition_planner.plan.link import LinkType
from transition_planner.tui.dialogs.dialog import Dialog
from transition_planner.tui.painting.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from transition_planner.plan.outline import Outline

MOST = 50
"""Hits shown: more cannot be read, and drawing 10,000 costs 0.3 s."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A task to pick."""

    id: str
    title: str
    folded: str
    """Id and title as they are searched."""
    suffix: tuple[str, ...] = ()
    """What was typed behind the name: link type and lag."""


def choices(outline: Outline) -> list[Choice]:
    """All tasks of an outline."""
    return [choice(id_, title_of(outline, row)) for row, id_ in enumerate(outline.ids)]


def choice(id_: str, title: str) -> Choice:
    """Something to pick by its id or a part of its title."""
    return Choice(id_, title, f"{id_} {title}".casefold())


def hits(offered: Sequence[Choice], typed: str) -> list[Choice]:
    """The choices that hold all words typed, those whose id or title begins with them first."""
    words = typed.casefold().split()
    found = [choice for choice in offered if all(word in choice.folded for word in words)]
    whole = " ".join(words)
    found.sort(key=lambda choice: _rank(choice, whole))
    return found[:MOST]


def _rank(choice: Choice, typed: str) -> int:
    if choice.id == typed:
        return 0
    return 1 if choice.folded.startswith(typed) or choice.title.casefold().startswith(typed) else 2


def split_suffix(typed: str) -> tuple[str, tuple[str, ...]]:
    """The name typed and what stands behind it from a link type on: `pupils FS+5d` gives `pupils` and `FS+5d`."""
    words = typed.split()
    for at, word in enumerate(words):
        if at and word[:2].upper() in LinkType.__members__ and (len(word) == 2 or word[2] in "+-"):  # noqa: PLR2004
            return " ".join(words[:at]), (word[:2].upper() + word[2:], *words[at + 1 :])
    return typed, ()


class Picker(Dialog[Choice | None]):
    """Type, move with the arrows, take with enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def __init__(
        self, heading: str, offered: Sequence[Choice], note: str = "", *, suffix: bool = False
    ) -> None:
        """Make a list.

        Args:
            heading: What the pick is for.
            offered: What there is.
            note: A line below.
            suffix: Whether a link type and a lag may stand behind the name.
        """
        super().__init__()
        self._heading = heading
        self._offered = offered
        self._note = note
        self._suffix = suffix
        self._found: list[Choice] = []

    def compose(self) -> ComposeResult:
        """A box with a line to type in and the hits."""
        with Vertical(classes="box"):
            yield Static(Content(self._heading), classes="heading")
            yield Input(compact=True)
            yield OptionList(compact=True)
            if self._note:
                yield Static(Content(self._note), classes="note")

    def on_mount(self) -> None:
        """Show what there is."""
        self.query_one(OptionList).can_focus = False
        self._search("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as one types."""
        self._search(split_suffix(event.value)[0] if self._suffix else event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the highlighted hit."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            suffix = split_suffix(event.value)[1] if self._suffix else ()
            self.give(replace(self._found[at], suffix=suffix))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the hit that was clicked."""
        suffix = split_suffix(self.query_one(Input).value)[1] if self._suffix else ()
        self.give(replace(self._found[event.option_index], suffix=suffix))

    def action_move(self, lines: int) -> None:
        """Highlight another hit while the line keeps the focus."""
        offered = self.query_one(OptionList)
        if self._found:
            offered.highlighted = ((offered.highlighted or 0) + lines) % len(self._found)

    def _search(self, typed: str) -> None:
        self._found = hits(self._offered, typed)
        offered = self.query_one(OptionList)
        offered.clear_options()
        offered.add_options(
            Option(Content.assemble(choice.title, "  ", (choice.id, "$quiet"))) for choice in self._found
        )
        if not self._found:
            offered.add_option(
                Option(Content.styled(_("nothing fits what is typed"), "$quiet"), disabled=True)
            )
        offered.highlighted = 0 if self._found else None
