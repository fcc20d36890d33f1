"""A row of the chart as cells: bar, float, milestone, summary, deadline, today and links.

Critical, nearly critical and other tasks differ in their glyph as well as in their ink.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.tui.painting.ink import Ink, runs
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from transition_planner.plan.task import Task
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.chart.baseline import Days
    from transition_planner.tui.painting.ink import Ground, Run
    from transition_planner.tui.state.timescale import Timescale

BAR = {Ink.CRITICAL: "▇", Ink.NEAR: "▅", Ink.NORMAL: "▃"}
MILESTONE = {Ink.CRITICAL: "◆", Ink.NEAR: "◈", Ink.NORMAL: "◇"}
FLOAT = "╌"
TODAY = "┊"
STATUS = "╎"
"""The day up to which it is known how the work stands."""
WINDOW = "□"
"""A day of the window that the task runs on."""
BASELINE, BASELINE_END = "▁", "┤"
"""Where the task lay in the baseline, and inside its bar the last column of that."""
DEADLINE, MISSED = "▾", "▼"
EARLIER, LATER = "←", "→"
"""The bar lies left or right of what is on show."""
SUMMARY_START, SUMMARY, SUMMARY_FINISH, SUMMARY_SHORT = "▛", "▀", "▜", "█"

Overlay = tuple[tuple[int, str], ...]
"""Characters of links by column."""
Cell = tuple[int, str, Ink]
"""A column with its character."""
Rules = tuple[Cell, ...]
"""Columns that all rows show, with their character: today, the status date."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a task lies on the chart, in columns of the scale, all inside; nowhere where it is last before first."""

    first: int
    last: int
    ink: Ink
    milestone: bool = False
    phase: bool = False
    done: int = 0
    """How many columns of it are behind."""
    float_to: int = -1
    """The last column of its float; -1 where it has none."""
    deadline: int = -1
    missed: bool = False
    """Whether it finishes after its deadline."""
    baseline: range = range(0)
    """The columns it had in the baseline."""


def urgency(schedule: Schedule, row: int) -> Ink:
    """How a row is told from others: critical, nearly critical or neither."""
    if schedule.critical(row):
        return Ink.CRITICAL
    return Ink.NEAR if schedule.near_critical(row) else Ink.NORMAL


def bar(schedule: Schedule, row: int, scale: Timescale, planned: Days | None = None) -> Bar:
    """The bar of a row of the schedule, which in the baseline had the days `planned`."""
    task = schedule.outline.tasks[row]
    if row in schedule.undated:
        return Bar(0, -1, Ink.NORMAL, deadline=_deadline_column(task, scale))
    milestone = schedule.is_milestone(row)
    first = scale.column(schedule.first_day(row).toordinal())
    last = scale.last_column(schedule.last_day(row).toordinal())
    if milestone:
        first = last = scale.middle(schedule.first_day(row).toordinal())
    deadline, missed = _deadline_column(task, scale), "deadline" in schedule.missed(row)
    baseline = range(0)
    if planned is not None:
        begin, end = (day.toordinal() for day in planned)
        baseline = range(scale.column(begin), scale.last_column(end) + 1)
    if task.is_phase:
        return Bar(
            first,
            last,
            urgency(schedule, row),
            phase=True,
            deadline=deadline,
            missed=missed,
            baseline=baseline,
        )
    float_to = -1
    if schedule.total_float(row) > 0:
        latest = to_date(schedule.late_start(row) if milestone else schedule.late_finish(row) - 1)
        float_to = scale.last_column(latest.toordinal())
    share = 100 if task.finished is not None else task.done or 0
    done = (last - first + 1) * share // 100
    return Bar(
        first,
        last,
        urgency(schedule, row),
        milestone=milestone,
        done=done,
        float_to=float_to,
        deadline=deadline,
        missed=missed,
        baseline=baseline,
    )


def _deadline_column(task: Task, scale: Timescale) -> int:
    return -1 if task.deadline is None else scale.last_column(task.deadline.date.toordinal())


def chart_row(
    drawn: Bar,
    window: range,
    grounds: Sequence[Ground],
    rules: Rules,
    overlay: Overlay,
    open_columns: Iterable[int] = (),
) -> list[Run]:
    """The row as runs of cells.

    Args:
        drawn: The bar.
        window: The columns on show.
        grounds: The ground of each column on show.
        rules: Columns that all rows show.
        overlay: Characters of links, which give way to bars.
        open_columns: Those on show that belong to the window the task runs on.
    """
    text = [" "] * len(window)
    inks = [Ink.NORMAL] * len(window)

    def lay(first: int, last: int, glyph: str, ink: Ink) -> None:
        """Put a character into columns, as far as they are on show: a slice costs as much as a single cell."""
        start, stop = max(first - window.start, 0), min(last + 1, window.stop) - window.start
        if start < stop:
            text[start:stop] = glyph * (stop - start)
            inks[start:stop] = [ink] * (stop - start)

    for column in open_columns:
        lay(column, column, WINDOW, Ink.FLOAT)
    for column, glyph, ink in rules:
        lay(column, column, glyph, ink)
    lay(drawn.last + 1, drawn.float_to, FLOAT, Ink.FLOAT)
    lay(drawn.baseline.start, drawn.baseline.stop - 1, BASELINE, Ink.SUMMARY)
    for column, glyph in overlay:
        lay(column, column, glyph, Ink.LINK)
    for first, last, glyph, ink in _front(drawn, window):
        lay(first, last, glyph, ink)
    return runs(text, inks, grounds)


def _front(drawn: Bar, window: range) -> Iterator[tuple[int, int, str, Ink]]:
    """The bar itself with its deadline, or where it lies beyond what is on show: first and last column, what there."""
    if drawn.deadline >= 0:
        sign, ink = (MISSED, Ink.MISSED) if drawn.missed else (DEADLINE, Ink.DEADLINE)
        yield drawn.deadline, drawn.deadline, sign, ink
    if drawn.last < drawn.first:
        return
    yield from _body(drawn)
    if drawn.baseline and drawn.first <= drawn.baseline[-1] < drawn.last:
        yield drawn.baseline[-1], drawn.baseline[-1], BASELINE_END, Ink.LINK
    if drawn.last < window.start:
        yield window.start, window.start, EARLIER, drawn.ink
    elif drawn.first >= window.stop:
        yield window.stop - 1, window.stop - 1, LATER, drawn.ink


def _body(drawn: Bar) -> Iterator[tuple[int, int, str, Ink]]:
    """The bar's own columns."""
    first, last = drawn.first, drawn.last
    if drawn.milestone:
        yield first, last, MILESTONE[drawn.ink], Ink.DONE if drawn.done else drawn.ink
    elif drawn.phase and first == last:
        yield first, last, SUMMARY_SHORT, Ink.SUMMARY
    elif drawn.phase:
        yield first, last, SUMMARY, Ink.SUMMARY
        yield first, first, SUMMARY_START, Ink.SUMMARY
        yield last, last, SUMMARY_FINISH, Ink.SUMMARY
    else:
        yield first, first + drawn.done - 1, BAR[drawn.ink], Ink.DONE
        yield first + drawn.done, last, BAR[drawn.ink], drawn.ink
