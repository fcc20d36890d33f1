"""The widget that shows the picture of a network around one task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from transition_planner.locales import _
from transition_planner.locales.dates import short_date
from transition_planner.tui.board.columns import FINISHED, MARKS
from transition_planner.tui.chart.bars import urgency
from transition_planner.tui.graph.neighbourhood import neighbourhood
from transition_planner.tui.graph.picture import pictured
from transition_planner.tui.graph.walking import touching
from transition_planner.tui.painting.ink import Ground, Ink, runs
from transition_planner.tui.painting.lines import Lines
from transition_planner.tui.painting.text import cells_of, fit
from transition_planner.tui.painting.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize

    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.graph.neighbourhood import Neighbourhood
    from transition_planner.tui.graph.picture import Picture
    from transition_planner.tui.graph.strokes import Cell, Mark
    from transition_planner.tui.painting.ink import Run

BEFORE, BEHIND = "«", "»"
"""The name has neighbours where the picture ends."""
_WHEEL_LINES = 3
_GAP = 7
"""What lies between two columns, mostly."""
_WIDTHS = ((220, 7), (110, 5), (0, 3))
"""From which width of the screen on so many columns are on show."""
_TALL = 22
"""From how many lines on names have a blank line between them."""


class NetworkView(Lines):
    """Names in columns with lines between them; the one selected is kept on show."""

    class Clicked(Message):
        """A task was clicked."""

        def __init__(self, row: int, *, double: bool) -> None:
            self.row = row
            """The outline's row."""
            self.double = double
            """Whether it is the second click in a row."""
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._schedule: Schedule | None = None
        self._middle = -1
        self._levels: int | None = 1
        self._part: Neighbourhood | None = None
        self.picture: Picture | None = None
        self._rows: dict[int, list[int]] = {}
        """The rows whose names or days are on a line of the picture."""
        self._row = -1
        self._marks: Mapping[Cell, Mark] | None = None
        """What the lines show in the window; None when it has to be drawn again."""
        self._left, self._top = 0, 0

    def show(self, schedule: Schedule, middle: int | None, row: int | None, levels: int | None) -> None:
        """Show what is around a row, with a row of it selected; None in an empty plan."""
        if middle is None or row is None:
            self._schedule = self.picture = self._part = None
            self.redraw()
            return
        if (schedule, middle, levels) != (self._schedule, self._middle, self._levels) or not self.picture:
            self._schedule, self._middle, self._levels = schedule, middle, levels
            part = neighbourhood(schedule, middle, levels)
            if part != self._part or self.picture is None:  # few edits make the picture another
                self._part = part
                self._draw()
        self._row = row
        self._follow()

    def has(self, row: int) -> bool:
        """Whether a row is in the picture."""
        return self.picture is not None and row in self.picture.boxes

    def goes_on(self, row: int, direction: int) -> bool:
        """Whether a row has successors (1) or predecessors (-1) that are not in the picture."""
        if self._part is None:
            return False
        return row in (self._part.hidden_behind if direction > 0 else self._part.hidden_before)

    def paint(self, y: int, width: int) -> list[Run]:
        """Names and lines as far as they are on show."""
        picture, schedule = self.picture, self._schedule
        if picture is None or schedule is None:
            return [(" " + _("no task is selected"), Ink.FAINT, Ground.PLAIN)] if y == 0 else []
        if self._marks is None:
            self._marks = self._drawn(picture, width)
        marks = self._marks
        line = self._top + y
        text = [" "] * width
        inks = [Ink.FLOAT] * width
        grounds = [Ground.PLAIN] * width
        for at in range(width):
            mark = marks.get((line, self._left + at))
            if mark is not None:
                text[at], inks[at] = mark.sign, _ink(mark)
        for row in self._rows.get(line, ()):
            top, column = picture.boxes[row]
            ground = Ground.CURSOR if row == self._row else Ground.PLAIN
            at = column - self._left
            for said, ink in self._title(schedule, row) if line == top else self._days(schedule, row):
                for sign in cells_of(said):
                    if 0 <= at < width:
                        text[at], inks[at], grounds[at] = sign, ink, ground
                    at += 1
        return runs(text, inks, grounds)

    def _drawn(self, picture: Picture, width: int) -> Mapping[Cell, Mark]:
        """The lines as far as they are on show, those of the selected task lit."""
        lines = range(self._top, self._top + self.size.height)
        return picture.marks(lines, range(self._left, self._left + width), touching(picture, self._row))

    def redraw(self) -> None:
        """Paint all lines again: what they tell has changed."""
        self._marks = None
        super().redraw()

    @property
    def _cells(self) -> int:
        """The width of a name."""
        width = self.size.width
        number = next(number for least, number in _WIDTHS if width >= least)
        return max((width - (number - 1) * _GAP) // number, 1)

    def _title(self, schedule: Schedule, row: int) -> Iterator[tuple[str, Ink]]:
        outline = schedule.outline
        task = outline.tasks[row]
        ink = urgency(schedule, row)
        yield (BEFORE if self.goes_on(row, -1) else " "), Ink.LINK
        yield (FINISHED, Ink.DONE) if task.finished is not None else (MARKS[ink], ink)
        yield " " + fit(title_of(outline, row), self._cells - 4), Ink.PHASE if task.is_phase else Ink.TEXT
        yield (BEHIND if self.goes_on(row, 1) else " "), Ink.LINK

    def _days(self, schedule: Schedule, row: int) -> Iterator[tuple[str, Ink]]:
        if row in schedule.undated:
            yield fit("   " + _("no dates"), self._cells), Ink.MISSED
            return
        first, last = schedule.first_day(row), schedule.last_day(row)
        said = short_date(last)
        if first != last:
            begin = short_date(first)
            if first.year == last.year:
                begin = begin.removesuffix(f"{first.year % 100:02}").rstrip()
            said = f"{begin} → {said}"
        yield fit(f"   {said}", self._cells), Ink.FAINT

    def _draw(self) -> None:
        """Lay the picture out."""
        if self._part is None or not self.size.width:
            return
        self.picture = pictured(self._part, self._cells, 3 if self.size.height >= _TALL else 2)
        self._rows = {}
        for row, (top, _column) in self.picture.boxes.items():
            self._rows.setdefault(top, []).append(row)
            self._rows.setdefault(top + 1, []).append(row)

    def _follow(self) -> None:
        """Have the selected name on show, its neighbours too where there is room."""
        picture = self.picture
        if picture is not None and self._row in picture.boxes:
            top, left = picture.boxes[self._row]
            width, height, cells = self.size.width, self.size.height, self._cells
            beside = cells + _GAP if width >= 3 * cells + 2 * _GAP else 0
            self._left = _scrolled(self._left, left - beside, left + cells + beside, width, picture.width)
            self._top = _scrolled(self._top, top - 2, top + 4, height, picture.height + 1)
        self.redraw()

    def on_resize(self, _event: Resize) -> None:
        """Lay the picture out for another size."""
        self._draw()
        self._follow()

    def on_click(self, event: Click) -> None:
        """Tell which task was clicked."""
        if self.picture is None:
            return
        line, column = self._top + event.y, self._left + event.x
        for row in self._rows.get(line, ()):
            if 0 <= column - self.picture.boxes[row][1] < self._cells:
                self.post_message(self.Clicked(row, double=event.chain > 1))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down; with shift or ctrl to the right."""
        self._wheel(event, 1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up; with shift or ctrl to the left."""
        self._wheel(event, -1)

    def _wheel(self, event: MouseScrollDown | MouseScrollUp, direction: int) -> None:
        event.stop()
        if self.picture is None:
            return
        if event.shift or event.ctrl:
            most = max(self.picture.width - self.size.width, 0)
            self._left = min(max(self._left + direction * 2 * _WHEEL_LINES, min(self._left, 0)), most)
        else:
            most = max(self.picture.height - self.size.height, 0)
            self._top = min(max(self._top + direction * _WHEEL_LINES, min(self._top, 0)), most)
        self.redraw()


def _ink(mark: Mark) -> Ink:
    if mark.thick:
        return Ink.CRITICAL
    return Ink.LINK if mark.bright else Ink.FLOAT


def _scrolled(now: int, first: int, behind: int, room: int, whole: int) -> int:
    """The first cell on show, so that those from `first` to `behind` are; what fits whole stands in the middle."""
    if whole <= room:
        return -((room - whole) // 2)
    return min(max(min(now, first), behind - room, 0), whole - room)
