"""What happens on which day: milestones, decisions, deadlines, windows, closures and holidays."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.tui.board.columns import FINISHED
from transition_planner.tui.chart.bars import DEADLINE, MILESTONE, MISSED, urgency
from transition_planner.tui.painting.ink import Ink
from transition_planner.tui.painting.titles import one_line, title_of
from transition_planner.worktime.days import expander
from transition_planner.worktime.instant import day_number, from_date, to_date
from transition_planner.worktime.noworkingtime import NoWorkingTime
from transition_planner.worktime.reasons import ReasonKind, reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from transition_planner.schedule.schedule import Schedule

WINDOW = "□"
CLOSED = "·"
_DAY = timedelta(days=1)
_FARTHEST = 5 * 366
"""Days that are looked through for the next on which something happens."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happens on a day."""

    sign: str
    ink: Ink
    text: str
    task: str | None = None
    """The task it is of, if it is of one."""


class Almanac:
    """The marks of one schedule's days, worked out when they are asked for."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._of_tasks: Mapping[date, list[Mark]] | None = None
        self._windows: dict[tuple[str, int], frozenset[int]] = {}

    def marks(self, day: date) -> list[Mark]:
        """What happens on a day, what matters most first."""
        return [*self._known().get(day, ()), *self._openings(day), *self._closing(day)]

    def works(self, day: date) -> bool:
        """Whether the plan's calendar has work on a day; what lies past the years of calendars counts as worked."""
        try:
            return self._schedule.calendars[self._schedule.plan.calendar].works_on(day)
        except NoWorkingTime:
            return True

    def open_windows(self, day: date) -> list[str]:
        """The names of all windows that a day is in."""
        return [self._name(name) for name in self._schedule.plan.calendars if self._open(name, day)]

    def next_day(self, day: date, direction: int) -> date | None:
        """The next day after another, or before it (-1), on which something of a task or a window happens."""
        known = self._known()
        for number in range(1, _FARTHEST):
            try:
                there = day + direction * number * _DAY
            except OverflowError:
                return None
            if there in known or any(self._openings(there)):
                return there
        return None

    def _known(self) -> Mapping[date, list[Mark]]:
        if self._of_tasks is None:
            self._of_tasks = _by_day(self._schedule)
        return self._of_tasks

    def _openings(self, day: date) -> Iterator[Mark]:
        """Windows that open or close on a day."""
        for name in self._schedule.plan.calendars:
            if not self._open(name, day):
                continue
            opens, closes = not self._open(name, day - _DAY), not self._open(name, day + _DAY)
            if opens or closes:
                said = self._name(name)
                if not closes:
                    said = _("{window} opens").format(window=said)
                elif not opens:
                    said = _("{window} closes").format(window=said)
                yield Mark(WINDOW, Ink.NEAR, said)

    def _closing(self, day: date) -> Iterator[Mark]:
        """Why a day has no work, weekends aside, where it is the first such day or the first of its week."""
        if self.works(day):
            return
        why = self._why(day)
        if why and (day.weekday() == 0 or self._why(day - _DAY) != why):
            yield Mark(CLOSED, Ink.FAINT, why)

    def _why(self, day: date) -> str:
        if self.works(day):
            return ""
        found = reasons(self._schedule.calendars[self._schedule.plan.calendar], day)
        return next(
            (str(each) for each in found if each.kind in (ReasonKind.CLOSURE, ReasonKind.HOLIDAY)), ""
        )

    def _open(self, name: str, day: date) -> bool:
        if not self._schedule.plan.calendars[name].window:
            return False
        key = name, day.year
        days = self._windows.get(key)
        if days is None:
            start = self._schedule.calendars[name].start
            expands = [expander(each, start) for each in self._schedule.plan.calendars[name].window]
            days = frozenset(number for expand in expands for number in expand(day.year))
            self._windows[key] = days
        return day_number(day) in days

    def _name(self, name: str) -> str:
        return one_line(self._schedule.plan.calendars[name].title) or name


def _by_day(schedule: Schedule) -> Mapping[date, list[Mark]]:
    """The tasks' marks: what everybody should know, and each deadline."""
    found: dict[date, list[Mark]] = defaultdict(list)
    outline = schedule.outline
    for row, task in enumerate(outline.tasks):
        known = not task.is_phase and (task.is_milestone or task.decision or task.key)
        if not known and task.deadline is None:
            continue
        id_, title = outline.ids[row], title_of(outline, row)
        if known and row not in schedule.undated:
            ink = urgency(schedule, row)
            sign = FINISHED if task.finished is not None else MILESTONE[ink]
            found[schedule.last_day(row)].append(Mark(sign, ink, title, id_))
        if task.deadline is not None:
            missed = "deadline" in schedule.missed(row)
            sign, ink = (MISSED, Ink.MISSED) if missed else (DEADLINE, Ink.DEADLINE)
            said = _("deadline: {task}").format(task=title)
            found[to_date(from_date(task.deadline.date))].append(Mark(sign, ink, said, id_))
    return found
