"""A list with a cursor, as long as need be: only the lines on show are painted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.message import Message

from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.lines import Lines
from transition_planner.tui.painting.text import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize

    from transition_planner.tui.painting.ink import Run

Parts = tuple[tuple[str, Ink], ...]
_WHEEL_LINES = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list."""

    parts: Parts | Callable[[], Parts]
    """What it tells, from the left, or what finds that out when it is on show: few of 10,000 lines ever are."""
    key: Hashable = None
    """What it is about: by this the cursor finds it again when the list is another; None for a heading."""

    @property
    def told(self) -> Parts:
        """What it tells."""
        return self.parts() if callable(self.parts) else self.parts


class Listing(Lines):
    """Shows entries; the mode around it decides what they are and what happens to the selected one."""

    class Chosen(Message):
        """An entry was clicked twice."""

    def __init__(self, moved: Callable[[], None]) -> None:
        """Make an empty list.

        Args:
            moved: What follows when the cursor has moved: called at once, so that both are one frame.
        """
        super().__init__()
        self._moved = moved
        self._entries: Sequence[Entry] = ()
        self._places: Sequence[int] = ()
        """Where the cursor may be."""
        self._at = 0
        self._top = 0

    @property
    def key(self) -> Hashable:
        """The selected entry's key; None where there is none."""
        return self._entries[self._at].key if self._at < len(self._entries) else None

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other entries; the cursor stays on what it is on, or near."""
        key, self._entries = self.key, entries
        self._places = [at for at, entry in enumerate(entries) if entry.key is not None]
        at = None if key is None else self._place(key)
        self._put(self._at if at is None else at)

    def select(self, key: Hashable) -> None:
        """The cursor on the entry of a key, if there is one."""
        at = self._place(key)
        if at is not None:
            self._go(at)

    def move(self, lines: int) -> None:
        """The cursor some selectable entries down, or up where negative."""
        if self._places:
            now = bisect_right(self._places, self._at) - 1
            self._go(self._places[min(max(now + lines, 0), len(self._places) - 1)])

    def move_page(self, pages: int) -> None:
        """The cursor some screenfuls down, or up where negative."""
        self.move(pages * max(self.size.height - 1, 1))

    def move_to_end(self, direction: int) -> None:
        """The cursor on the first (-1) or the last (1) entry."""
        self.move(direction * len(self._entries))

    def paint(self, y: int, width: int) -> list[Run]:
        """An entry."""
        at = self._top + y
        if at >= len(self._entries):
            return []
        entry = self._entries[at]
        ground = Ground.CURSOR if at == self._at and entry.key is not None else Ground.PLAIN
        painted: list[Run] = []
        left = width
        for text, ink in entry.told:
            cells = cell_len(text)
            painted.append((text if cells <= left else fit(text, left), ink, ground))
            left -= min(cells, left)
        return [*painted, (" " * left, Ink.TEXT, ground)]

    def on_click(self, event: Click) -> None:
        """Select what is clicked; a second click chooses it."""
        at = self._top + event.y
        if at < len(self._entries) and self._entries[at].key is not None:
            self._go(at)
            if event.chain > 1:
                self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Move down."""
        event.stop()
        self.move(_WHEEL_LINES)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Move up."""
        event.stop()
        self.move(-_WHEEL_LINES)

    def on_resize(self, _event: Resize) -> None:
        """Keep the cursor on show."""
        self._put(self._at)

    def _place(self, key: Hashable) -> int | None:
        return next((at for at, entry in enumerate(self._entries) if entry.key == key), None)

    def _go(self, at: int) -> None:
        """The cursor on a place of the list, and what follows from that."""
        before = self.key
        self._put(at)
        if self.key != before:
            self._moved()

    def _nearest(self, at: int) -> int:
        """The selectable place nearest to one, the upper of two; 0 where there is none."""
        behind = bisect_left(self._places, at)
        return min(
            self._places[max(behind - 1, 0) : behind + 1], key=lambda place: abs(place - at), default=0
        )

    def _put(self, at: int) -> None:
        """The cursor on a place of the list, or the selectable one nearest to it, and that on show."""
        self._at = self._nearest(at)
        height = self.size.height
        # A heading just above stays in sight with its first entry.
        first = self._at - (self._at > 0 and self._entries[self._at - 1].key is None)
        if first < self._top:
            self._top = first
        elif height and self._at >= self._top + height:
            self._top = self._at - height + 1
        self._top = max(min(self._top, len(self._entries) - height), 0) if height else self._top
        self.redraw()
