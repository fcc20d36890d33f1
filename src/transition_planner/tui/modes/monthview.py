"""The widget that shows a month: a week a row, a day a cell, with what happens on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.message import Message

from transition_planner.locales import _
from transition_planner.locales.dates import month_title, weekday_name
from transition_planner.tui.chart.bars import TODAY
from transition_planner.tui.modes.almanac import Mark
from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.lines import Lines
from transition_planner.tui.painting.text import fit

if TYPE_CHECKING:
    from datetime import date

    from textual.events import Click, MouseScrollDown, MouseScrollUp

    from transition_planner.tui.modes.almanac import Almanac
    from transition_planner.tui.painting.ink import Run

HEADING = 2
"""Lines above the weeks: the month, and the names of the days."""
DAYS = 7
_WEEK_CELLS = 4
"""The number of the week, left of its days."""
_ROOMY = 14
"""From this width of a day on, what happens on it stands right of its number also on the lines below."""
_LEAST = 2
"""Lines of a week at least."""


class MonthView(Lines):
    """Shows the month around a day."""

    class Clicked(Message):
        """A day was clicked."""

        def __init__(self, day: date, *, double: bool) -> None:
            self.day = day
            self.double = double
            """Whether it is the second click in a row."""
            super().__init__()

    class Turned(Message):
        """The wheel was turned by so many weeks."""

        def __init__(self, weeks: int) -> None:
            self.weeks = weeks
            super().__init__()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._almanac: Almanac | None = None
        self._day = today

    def show(self, almanac: Almanac, day: date) -> None:
        """Show the month of a day, with that selected."""
        self._almanac, self._day = almanac, day
        self.redraw()

    def paint(self, y: int, width: int) -> list[Run]:
        """The headings, or a line of a week."""
        if y == 0:
            return [(fit(f"     {month_title(self._day)}", width), Ink.PHASE, Ground.HEADING)]
        cells = self._cells(width)
        if y == 1:
            names = (fit(f"  {weekday_name(day)}", cells) for day in self._week(0))
            return [(fit(" " * _WEEK_CELLS + "".join(names), width), Ink.HEADING, Ground.HEADING)]
        number, line = divmod(y - HEADING, self._lines)
        if number >= self._weeks or self._almanac is None:
            return []
        week = self._week(number)
        label = f" {week[0].isocalendar().week:>2} " if line == 0 else " " * _WEEK_CELLS
        painted: list[Run] = [(label, Ink.FAINT, Ground.PLAIN)]
        for day in week:
            painted += self._cell(self._almanac, day, line, cells)
        return painted

    @property
    def _weeks(self) -> int:
        """How many weeks the month touches."""
        following = (self._day.replace(day=28) + timedelta(days=4)).replace(day=1)
        return ((following - timedelta(days=1)) - self._first).days // DAYS + 1

    @property
    def _first(self) -> date:
        """The Monday of the week in which the month begins."""
        first = self._day.replace(day=1)
        return first - timedelta(days=first.weekday())

    @property
    def _lines(self) -> int:
        """The lines of a week."""
        return max((self.size.height - HEADING) // self._weeks, _LEAST)

    def _week(self, number: int) -> list[date]:
        return [self._first + timedelta(days=number * DAYS + at) for at in range(DAYS)]

    def _cells(self, width: int) -> int:
        return max((width - _WEEK_CELLS) // DAYS, 1)

    def _cell(self, almanac: Almanac, day: date, line: int, cells: int) -> list[Run]:
        """A line of a day's cell: its number before the first thing that happens, the others below."""
        inside = day.month == self._day.month
        ground = Ground.PLAIN if almanac.works(day) else Ground.CLOSED
        if day == self._day:
            ground = Ground.CURSOR
        number = f" {day.day:>2} "
        if line:
            number = " " * (len(number) if cells >= _ROOMY else 1)
        painted: list[Run] = [(number, Ink.PHASE if inside else Ink.FAINT, ground)]
        left = max(cells - len(number), 0)
        marks = self._told(almanac, day)
        if line >= len(marks):
            return [*painted, (" " * left, Ink.TEXT, ground)]
        mark = marks[line]
        text_ink = Ink.TEXT if mark.task and inside else Ink.FAINT
        sign = fit(f"{mark.sign} ", min(left, 2))
        return [*painted, (sign, mark.ink, ground), (fit(mark.text, left - len(sign)), text_ink, ground)]

    def _told(self, almanac: Almanac, day: date) -> list[Mark]:
        """A mark a line, the last for those that there is no room for."""
        marks = almanac.marks(day)
        if day == self._today:
            marks.insert(0, Mark(TODAY, Ink.TODAY, _("today")))
        room = self._lines
        if len(marks) > room:
            marks[room - 1 :] = [Mark("+", Ink.FAINT, str(len(marks) - room + 1))]
        return marks

    def on_click(self, event: Click) -> None:
        """Tell which day was clicked."""
        number = (event.y - HEADING) // self._lines
        at = (event.x - _WEEK_CELLS) // self._cells(self.size.width)
        if event.y >= HEADING and 0 <= number < self._weeks and 0 <= at < DAYS:
            self.post_message(self.Clicked(self._week(number)[at], double=event.chain > 1))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """A week on."""
        event.stop()
        self.post_message(self.Turned(1))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """A week back."""
        event.stop()
        self.post_message(self.Turned(-1))
