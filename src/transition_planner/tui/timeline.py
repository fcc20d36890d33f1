"""The right pane: the Gantt chart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from transition_planner.tui.bars import bar, chart_row
from transition_planner.tui.ink import Ground, Ink, runs
from transition_planner.tui.links import connectors, routes
from transition_planner.tui.rowview import RowView
from transition_planner.tui.span import covering
from transition_planner.worktime.instant import from_date
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from collections.abc import Set as AbstractSet

    from transition_planner.tui.bars import Bar, Overlay
    from transition_planner.tui.ink import Run
    from transition_planner.tui.state import State

TODAY_MARK = "▾"


class Timeline(RowView):
    """Draws the chart's lines."""

    def __init__(self, state: State, today: date) -> None:
        super().__init__()
        self.state = state
        self.scale = covering(state)
        self._today = today.toordinal()
        self._bars: dict[int, Bar] = {}
        self._grounds: tuple[range, list[Ground]] = (range(0), [])
        self._links: tuple[Hashable, Mapping[int, Overlay]] = (None, {})

    @property
    def window(self) -> range:
        """The columns on show."""
        left = self.scroll_offset.x
        return range(left, left + self.size.width)

    @property
    def today(self) -> int | None:
        """Today's column, where the scale has it."""
        column = self.scale.middle(self._today)
        return column if 0 <= column < self.scale.width else None

    @property
    def links(self) -> Mapping[int, Overlay]:
        """The selected task's links on the lines on show, routed once a frame."""
        key = (self.state.line, self.shown_lines)
        if key != self._links[0]:
            self._links = (key, routes(connectors(self.state), self.bar, self.shown_lines))
        return self._links[1]

    def show(self, state: State, alike: AbstractSet[int]) -> None:
        """Take another state, in which some lines look as before. What must be drawn again, the board says."""
        before, self.state = self.state, state
        if state.schedule is before.schedule and state.zoom is before.zoom and state.rows is before.rows:
            return
        scale = covering(state)
        same = scale == self.scale
        self._bars = {line: drawn for line, drawn in self._bars.items() if same and line in alike}
        self.scale = scale
        if not same or state.schedule.calendars is not before.schedule.calendars:
            self._grounds = (range(0), [])
        self._links = (None, {})

    def bar(self, line: int) -> Bar:
        """The bar on a line of the board."""
        drawn = self._bars.get(line)
        if drawn is None:
            drawn = self._bars[line] = bar(self.state.schedule, self.state.rows.shown[line], self.scale)
        return drawn

    def keys(self, lines: range) -> list[Hashable]:
        """For each of some lines all that its drawing depends on."""
        window, cursor, links = self.window, self.state.line, self.links
        return [(window, line == cursor, links.get(line)) for line in lines]

    def heading_key(self) -> Hashable:
        """The heading depends on the columns on show."""
        return self.window

    def paint_line(self, line: int) -> list[Run]:
        """A task's bar."""
        window = self.window
        grounds = [Ground.CURSOR] * len(window) if line == self.state.line else self._shaded(window)
        return chart_row(self.bar(line), window, grounds, self.today, self.links.get(line, ()))

    def paint_heading(self, y: int) -> list[Run]:
        """The scale, with today marked in its lower line."""
        window = self.window
        text = list(self.scale.header(window.start, len(window))[y])
        inks = [Ink.HEADING] * len(text)
        today = self.today
        if y and today is not None and today in window and text[today - window.start] == " ":
            text[today - window.start] = TODAY_MARK
            inks[today - window.start] = Ink.TODAY
        return runs(text, inks, [Ground.HEADING] * len(text))

    def _shaded(self, window: range) -> list[Ground]:
        """The grounds of the columns on show: shaded where the plan's calendar has no work in the whole column."""
        if window != self._grounds[0]:
            try:
                grounds = [Ground.PLAIN if self._worked(column) else Ground.CLOSED for column in window]
            except NoWorkingTime:  # the window looks past the years that calendars know
                grounds = [Ground.PLAIN] * len(window)
            self._grounds = (window, grounds)
        return self._grounds[1]

    def _worked(self, column: int) -> bool:
        """Whether the plan's calendar has work on the days of a column."""
        schedule, scale = self.state.schedule, self.scale
        work = schedule.calendars[schedule.plan.calendar].work
        first = scale.day(column)
        behind = max(scale.day(column + 1), first + 1)
        return work(from_date(date.fromordinal(first))) != work(from_date(date.fromordinal(behind)))
