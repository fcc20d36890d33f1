"""The right pane: the Gantt chart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message

from transition_planner.tui.chart.bars import STATUS, TODAY, bar, chart_row
from transition_planner.tui.chart.dragging import Drag, grip, moved
from transition_planner.tui.chart.links import connectors, routes
from transition_planner.tui.chart.span import covering
from transition_planner.tui.painting.ink import Ground, Ink, runs
from transition_planner.tui.painting.rowview import HEADING, RowView
from transition_planner.worktime.instant import from_date
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from textual.events import MouseDown, MouseMove

    from transition_planner.tui.chart.bars import Bar, Overlay, Rules
    from transition_planner.tui.chart.baseline import Baseline
    from transition_planner.tui.painting.ink import Run
    from transition_planner.tui.state.state import State

TODAY_MARK, STATUS_MARK = "▾", "▿"
"""In the heading, above the day."""


class Timeline(RowView):
    """Draws the chart's lines, and lets bars be dragged."""

    class Dragged(Message):
        """A bar, or its end, is held elsewhere."""

        def __init__(self, line: int, days: int, *, end: bool) -> None:
            self.line = line
            """Of the board."""
            self.days = days
            """From where it lies, to earlier days where negative; 0 also where it is let go there after all."""
            self.end = end
            """Whether only its end is dragged."""
            super().__init__()

    class Dropped(Dragged):
        """A bar, or its end, was dragged and let go."""

    def __init__(self, state: State, today: date, baseline: Baseline | None = None) -> None:
        super().__init__()
        self._baseline = baseline
        self.state = state
        self.scale = covering(state)
        self._today = today.toordinal()
        self._bars: dict[int, Bar] = {}
        self._drag: Drag | None = None
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
    def rules(self) -> Rules:
        """The columns that all rows show."""
        found: list[tuple[int, str, Ink]] = []
        status = self.state.schedule.plan.status_date
        if status is not None:
            found.append((self.scale.last_column(status.toordinal()), STATUS, Ink.DEADLINE))
        if self.today is not None:
            found.append((self.today, TODAY, Ink.TODAY))
        return tuple(found)

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
        same = scale.as_before(self.scale)
        self._bars = {line: drawn for line, drawn in self._bars.items() if same and line in alike}
        self.scale = scale
        if not same or state.schedule.calendars is not before.schedule.calendars:
            self._grounds = (range(0), [])
        self._links = (None, {})

    def bar(self, line: int) -> Bar:
        """The bar on a line of the board."""
        drawn = self._bars.get(line)
        if drawn is None:
            schedule, row = self.state.schedule, self.state.rows.shown[line]
            planned = self._baseline.days(schedule.model) if self._baseline is not None else {}
            drawn = bar(schedule, row, self.scale, planned.get(schedule.outline.ids[row]))
            self._bars[line] = drawn
        return drawn

    def keys(self, lines: range) -> list[Hashable]:
        """For each of some lines all that its drawing depends on."""
        window, cursor, links, drag = self.window, self.state.line, self.links, self._drag
        held = -1 if drag is None else drag.line
        return [(window, line == cursor, links.get(line), drag if line == held else None) for line in lines]

    def heading_key(self) -> Hashable:
        """The heading depends on the scale, the columns on show, and what all rows show."""
        return self.scale.zoom, self.scale.origin, self.window, self.rules

    def painter(self) -> Callable[[int], list[Run]]:
        """What paints bars."""
        window, rules, links, drag, cursor = self.window, self.rules, self.links, self._drag, self.state.line
        shaded, selected = self._shaded(window), [Ground.CURSOR] * len(window)

        def paint(line: int) -> list[Run]:
            drawn = self.bar(line)
            if drag is not None and drag.line == line:
                drawn = moved(drawn, drag)
            grounds = selected if line == cursor else shaded
            return chart_row(
                drawn, window, grounds, rules, links.get(line, ()), self._open_columns(line, window)
            )

        return paint

    def paint_heading(self, y: int) -> list[Run]:
        """The scale, with today marked in its lower line."""
        window = self.window
        text = list(self.scale.header(window.start, len(window))[y])
        inks = [Ink.HEADING] * len(text)
        marks = {TODAY: TODAY_MARK, STATUS: STATUS_MARK}
        for column, sign, ink in self.rules:
            if y and column in window and text[column - window.start] == " ":
                text[column - window.start] = marks[sign]
                inks[column - window.start] = ink
        return runs(text, inks, [Ground.HEADING] * len(text))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of the bar under the mouse."""
        line = self.scroll_offset.y + event.y - HEADING
        if event.button == 1 and event.y >= HEADING and line < len(self.state.rows):
            column = self.scroll_offset.x + event.x
            end = grip(self.bar(line), column)
            if end is not None:
                self._drag = Drag(line, column, end)
                self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show where the bar would be."""
        if self._drag is not None:
            columns = self.scroll_offset.x + event.x - self._drag.column
            before, self._drag = self._drag, replace(self._drag, columns=columns)
            self.redraw_lines((self._drag.line,))
            days = self._days(self._drag)
            if days != self._days(before):
                self.post_message(self.Dragged(self._drag.line, days, end=self._drag.end))

    def on_mouse_up(self) -> None:
        """Let go: what that means for the plan, the screen knows."""
        drag = self._let_go()
        if drag is not None and (days := self._days(drag)):
            self.post_message(self.Dropped(drag.line, days, end=drag.end))

    def end_drag(self) -> bool:
        """Leave the bar where it lies; whether one was held."""
        drag = self._let_go()
        if drag is not None:
            self.post_message(self.Dragged(drag.line, 0, end=drag.end))
        return drag is not None

    def _let_go(self) -> Drag | None:
        drag, self._drag = self._drag, None
        if drag is not None:
            self.release_mouse()
            self.redraw_lines((drag.line,))
        return drag

    def _days(self, drag: Drag) -> int:
        return self.scale.day(drag.column + drag.columns) - self.scale.day(drag.column)

    def _open_columns(self, line: int, window: range) -> Iterator[int]:
        """The columns of a window in which the window is open that a task runs on; none where it runs on no window."""
        schedule, row = self.state.schedule, self.state.rows.shown[line]
        name = schedule.outline.tasks[row].calendar
        if name not in schedule.plan.calendars or not schedule.plan.calendars[name].window:
            return
        try:
            for column in window:
                if self._worked(column, name):
                    yield column
        except NoWorkingTime:  # the chart looks past the years that calendars know
            return

    def _shaded(self, window: range) -> list[Ground]:
        """The grounds of the columns on show: shaded where the plan's calendar has no work in the whole column."""
        if window != self._grounds[0]:
            try:
                calendar = self.state.schedule.plan.calendar
                grounds = [
                    Ground.PLAIN if self._worked(column, calendar) else Ground.CLOSED for column in window
                ]
            except NoWorkingTime:  # the window looks past the years that calendars know
                grounds = [Ground.PLAIN] * len(window)
            self._grounds = (window, grounds)
        return self._grounds[1]

    def _worked(self, column: int, calendar: str) -> bool:
        """Whether a calendar has work on the days of a column."""
        scale = self.scale
        work = self.state.schedule.calendars[calendar].work
        first = scale.day(column)
        behind = max(scale.day(column + 1), first + 1)
        return work(from_date(date.fromordinal(first))) != work(from_date(date.fromordinal(behind)))
