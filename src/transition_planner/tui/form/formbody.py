"""The lines of the form: all painted, but the one that is being typed in.

One line to type in that changes its place, instead of one for each of 40 fields: opening those takes 0.4 s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from transition_planner.locales import _
from transition_planner.tui.form.fieldline import FieldLine
from transition_planner.tui.form.fields import FormField
from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.lines import Lines
from transition_planner.tui.painting.text import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.events import Click, MouseScrollDown, MouseScrollUp

    from transition_planner.tui.form.fields import Section
    from transition_planner.tui.painting.ink import Run

_LABEL_CELLS = 22


class FormBody(Vertical):
    """Fields in sections; one of them is typed in."""

    class Moved(Message):
        """Another field is typed in."""

    def __init__(self, complete: Callable[[], bool]) -> None:
        """Make an empty one.

        Args:
            complete: Takes a completion in the line, if there is one.
        """
        super().__init__()
        self.line = FieldLine(self.move, complete)
        self._texts: dict[str, str] = {}
        """What the fields say, but for the one that is typed in."""
        self._differing: frozenset[str] = frozenset()
        self._rows: list[str | FormField] = []
        """Titles of sections, and fields."""
        self._at = 0
        """The row that is typed in."""
        self._top = 0
        """The first row on show."""
        self._label = Static(classes="label")
        self._above, self._below = _Rows(self), _Rows(self)

    def compose(self) -> ComposeResult:
        """Rows, the row with the line, rows."""
        yield self._above
        with Horizontal(classes="typed"):
            yield self._label
            yield self.line
        yield self._below

    @property
    def typed(self) -> dict[str, str]:
        """What all fields say, hidden ones too."""
        return {**self._texts, self.field.name: self.line.value}

    @property
    def field(self) -> FormField:
        """The field that is typed in."""
        field = self._rows[self._at]
        assert isinstance(field, FormField)  # noqa: S101  # `_go` goes to no title
        return field

    def fill(
        self, sections: Sequence[Section], texts: Mapping[str, str | None], hidden: frozenset[str], first: str
    ) -> None:
        """Say other things.

        Args:
            sections: All fields.
            texts: What they say; None where several tasks say different things.
            hidden: The fields that are left out.
            first: The field to begin with; the first of all where that is hidden.
        """
        self._differing = frozenset(name for name, text in texts.items() if text is None)
        self._texts = {name: text or "" for name, text in texts.items()}
        self._rows = []
        for section in sections:
            shown = [field for field in section.fields if field.name not in hidden]
            self._rows += [section.title, *shown] if shown else []
        self._top = 0
        self._go(1 if first in hidden else self._row_of(first))

    def select(self, name: str) -> None:
        """Type in a field."""
        self._keep()
        self._go(self._row_of(name))

    def move(self, fields: int) -> None:
        """Type in another field, some further down or up; round the ends."""
        rows = [at for at, row in enumerate(self._rows) if isinstance(row, FormField)]
        to = rows.index(self._at) + fields
        self._keep()
        self._go(rows[to % len(rows) if abs(fields) == 1 else max(0, min(to, len(rows) - 1))])

    def retype(self, text: str, cursor: int) -> None:
        """Put another text into the line."""
        self.line.value = text
        self.line.cursor_position = cursor

    def on_resize(self) -> None:
        """Keep the line on show."""
        if self._rows:
            self._scroll()

    def on_click(self, event: Click) -> None:
        """Type in the field that was clicked."""
        at = self._top + event.screen_y - self.region.y
        if 0 <= at < len(self._rows) and isinstance(self._rows[at], FormField) and at != self._at:
            self._keep()
            self._go(at)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """To the next field."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """To the field before."""
        event.stop()
        self.move(-1)

    def painted(self, row: int, width: int) -> list[Run]:
        """A row as runs of cells."""
        if not 0 <= row < len(self._rows):
            return []
        each = self._rows[row]
        if isinstance(each, str):
            return [(each, Ink.KEY, Ground.HEADING)]
        # Examples stand only in the line that is typed in: everywhere they would look like values.
        text = self._texts[each.name] or (_differ() if each.name in self._differing else "")
        return [
            (fit(f" {each.label}", _LABEL_CELLS), Ink.HEADING, Ground.HEADING),
            (
                fit(text, max(width - _LABEL_CELLS, 0)),
                Ink.TEXT if self._texts[each.name] else Ink.FAINT,
                Ground.FIELD,
            ),
        ]

    def _row_of(self, name: str) -> int:
        return next(
            at for at, row in enumerate(self._rows) if isinstance(row, FormField) and row.name == name
        )

    def _keep(self) -> None:
        """Keep what is typed: its own message may come when the next field is typed in."""
        self._texts = self.typed

    def _go(self, at: int) -> None:
        self._at = at
        field = self.field
        self._label.update(Content(fit(f" {field.label}", _LABEL_CELLS)))
        placeholder = _differ() if field.name in self._differing else field.example
        self.line.take_up(field, self._texts[field.name], placeholder)
        self._scroll()
        self.post_message(self.Moved())

    def _scroll(self) -> None:
        """Scroll as little as needed to have the line on show, and the title of its section."""
        height = self.size.height or len(self._rows)
        first = self._at - 1 if isinstance(self._rows[self._at - 1], str) else self._at
        self._top = max(min(self._top, first), self._at - height + 1, 0)
        self._above.show(self._top, self._at - self._top)
        self._below.show(self._at + 1, None)


def _differ() -> str:
    return _("(they differ)")


class _Rows(Lines):
    """Some rows of the form."""

    ground = Ground.HEADING

    def __init__(self, body: FormBody) -> None:
        super().__init__()
        self._body = body
        self._first = 0

    def show(self, first: int, number: int | None) -> None:
        """Show rows from one on; None is as many as fit."""
        self._first = first
        self.styles.height = "1fr" if number is None else number
        self.redraw()

    def paint(self, y: int, width: int) -> list[Run]:
        """A row."""
        return self._body.painted(self._first + y, width)
