"""Table and chart side by side: the one owner of cursor and scroll position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from transition_planner.tui.board.alike import alike
from transition_planner.tui.board.columns import Relation
from transition_planner.tui.board.rail import Rail
from transition_planner.tui.board.table import TaskTable
from transition_planner.tui.chart.links import connectors
from transition_planner.tui.chart.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from textual.app import ComposeResult
    from textual.events import MouseScrollDown, MouseScrollUp, Resize

    from transition_planner.tui.chart.baseline import Baseline
    from transition_planner.tui.state.state import State

_LEAST_TABLE, _MOST_TABLE = 44, 92
_WHEEL_LINES = 3
_WHEEL_COLUMNS = 6


def table_width(width: int) -> int:
    """The table's share of the screen in cells."""
    return min(max(width * 52 // 100, _LEAST_TABLE), _MOST_TABLE, width)


def chart_width(width: int) -> int:
    """What is left for the chart, beside the table and the rail."""
    return width - table_width(width) - 1


class Board(Horizontal):
    """Shows a state. Both panes get each change in the same call, so they are painted in the same frame."""

    # The panes cover it: its own lines would be drawn for nothing, a tenth of a frame.
    BLANK = True

    def __init__(self, state: State, today: date, baseline: Baseline | None = None) -> None:
        super().__init__()
        self.state = state
        self.table = TaskTable(state)
        self.timeline = Timeline(state, today, baseline)
        self.rail = Rail()

    def compose(self) -> ComposeResult:
        """The two panes and the rail."""
        # Told only in `on_resize`, the width would be another one in the first frame, and all be painted twice.
        self.table.styles.width = table_width(self.app.size.width)
        yield self.table
        yield self.timeline
        yield self.rail

    def on_mount(self) -> None:
        """Let each pane follow the other's scrolling."""
        self.watch(self.timeline, "scroll_y", self._scroll_table, init=False)
        self.watch(self.table, "scroll_y", self._scroll_timeline, init=False)
        self._resize_content()
        self.table.relations = _relations(self.state)

    def on_resize(self, event: Resize) -> None:
        """Share the width between the panes."""
        self.table.styles.width = table_width(event.size.width)
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        self._resize_content()
        self._follow_cursor()

    def show(self, state: State, *, reveal: bool = False) -> None:
        """Show another state.

        Args:
            state: What to show.
            reveal: Whether the chart moves sideways, if need be, so that the selected bar is on show.
        """
        before, self.state = self.state, state
        day, offset = self._anchor()
        old_links, old_relations, old_scale = self.timeline.links, self.table.relations, self.timeline.scale
        heading = self.table.heading_key()
        same = alike(before, state, self.timeline.shown_lines)
        self.table.state = state
        self.timeline.show(state, same)
        self.table.relations = _relations(state)
        if self.timeline.scale.as_before(old_scale) and state.rows is before.rows:
            if state.schedule is not before.schedule:
                self.timeline.redraw_but(same)
                self.table.redraw_but(same)
            if self.timeline.scale != old_scale:
                self._resize_content()
            if not self._follow_cursor():  # then all lines are painted anyway
                lines = {before.line, state.line}
                self.timeline.redraw_lines(lines | _differing(old_links, self.timeline.links))
                lines |= _differing(old_relations, self.table.relations)
                arranged = (state.marked, state.columns) != (before.marked, before.columns)
                self.table.redraw_lines(self.table.shown_lines if arranged else lines)
        else:
            self._resize_content()
            self.timeline.redraw_rows()
            if state.schedule is not before.schedule or state.rows is not before.rows:
                self.table.redraw_rows()
            self._scroll_x(self.timeline.scale.column(day) - offset)
            self._follow_cursor()
        if self.table.heading_key() != heading:
            self.table.redraw_heading()
        if reveal:
            self.reveal()

    @property
    def page(self) -> int:
        """How many rows are on show."""
        return self.timeline.body_height

    def pan(self, columns: int) -> None:
        """Move the chart sideways."""
        self._scroll_x(self.timeline.scroll_offset.x + columns)

    def reveal(self) -> None:
        """Move the chart so that the selected bar begins on show."""
        if self.state.row is None:
            return
        bar = self.timeline.bar(self.state.line)
        window = self.timeline.window
        if bar.first not in window or (bar.last not in window and bar.last - bar.first < len(window)):
            self._scroll_x(bar.first - len(window) // 6)

    def show_day(self, day: int) -> None:
        """Move the chart so that a day (an ordinal) is near its left edge."""
        self._scroll_x(self.timeline.scale.column(day) - self.timeline.size.width // 6)

    def on_rail_pulled(self, message: Rail.Pulled) -> None:
        """Scroll to the part of the plan that was asked for."""
        self._scroll_timeline(message.line - self.page // 2)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down; with shift or ctrl sideways."""
        self._wheel(event, 1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up; with shift or ctrl sideways."""
        self._wheel(event, -1)

    def _wheel(self, event: MouseScrollDown | MouseScrollUp, direction: int) -> None:
        event.stop()
        if event.shift or event.ctrl:
            self.pan(direction * _WHEEL_COLUMNS)
        else:
            self._scroll_timeline(self.timeline.scroll_offset.y + direction * _WHEEL_LINES)

    def _anchor(self) -> tuple[int, int]:
        """A day that should stay where it is when the scale changes, and its distance from the left edge."""
        timeline = self.timeline
        window = timeline.window
        column = window.start
        if timeline.state.row is not None and timeline.bar(timeline.state.line).first in window:
            column = timeline.bar(timeline.state.line).first
        return timeline.scale.day(column), column - window.start

    def _resize_content(self) -> None:
        lines = len(self.state.rows)
        self.table.resize_content(self.table.size.width, lines)
        self.timeline.resize_content(self.timeline.scale.width, lines)
        self._move_rail()

    def _follow_cursor(self) -> bool:
        """Scroll as little as needed to have the cursor's line on show; whether there was need."""
        height = self.timeline.body_height
        top = self.timeline.scroll_offset.y
        line = self.state.line
        if not height or top <= line < top + height:
            return False
        self._scroll_timeline(line if line < top else line - height + 1)
        return True

    def _scroll_x(self, x: int) -> None:
        self.timeline.scroll_to(x=max(x, 0), animate=False, force=True)

    def _scroll_timeline(self, y: float) -> None:
        # scroll_to, not an assignment: that would leave the wheel's own target where it was.
        self.timeline.scroll_to(y=y, animate=False, force=True)

    def _scroll_table(self, y: float) -> None:
        self.table.scroll_to(y=y, animate=False, force=True)
        self._move_rail()

    def _move_rail(self) -> None:
        self.rail.show(self.timeline.shown_lines, len(self.state.rows))


def _relations(state: State) -> dict[int, Relation]:
    """What other lines are to the selected task."""
    return {
        each.source if each.incoming else each.target: Relation.PREDECESSOR
        if each.incoming
        else Relation.SUCCESSOR
        for each in connectors(state)
    }


def _differing(before: Mapping[int, object], after: Mapping[int, object]) -> set[int]:
    """The keys that have another value in one mapping than in the other."""
    return {key for key in {*before, *after} if before.get(key) != after.get(key)}
