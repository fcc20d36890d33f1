"""Crossings: arcs that need instants, between calendars or with a lag that does not count working time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from transition_planner.plan.calendar import MINUTES_OF_DAY
from transition_planner.plan.moment import FIRST_YEAR, LAST_YEAR
from transition_planner.plan.quantity import ELAPSED_MINUTES
from transition_planner.schedule.work import months_of
from transition_planner.worktime.instant import add_months, from_date, latest_before
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.plan.column import Column
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.span import Span
    from transition_planner.worktime.workcalendar import WorkCalendar

EARLIEST = from_date(date(FIRST_YEAR, 1, 1))
"""The first instant that plans may use: by then must be done what should be done before a calendar has any work."""

LATEST = from_date(date(LAST_YEAR, 12, 31)) + MINUTES_OF_DAY - 1
"""The last instant that plans may use: the last minute of a day, at its end it would be told as the next one."""

FAR = 1 << 62
"""Later than any position."""


class Crossing:
    """An arc whose lag is working time of the successor's calendar, clock time, or none."""

    __slots__ = (
        "_back",
        "_clock",
        "_early",
        "_is_moment",
        "_lag",
        "_late",
        "_shift",
        "_side",
        "arc",
        "source",
        "target",
    )

    def __init__(
        self,
        arc: Arc,
        source: WorkCalendar,
        target: WorkCalendar,
        pred_length: int,
        succ_length: int,
        lag: int,
    ) -> None:
        """Make the arc ready.

        Args:
            arc: The link between two rows.
            source: The predecessor's calendar.
            target: The successor's calendar.
            pred_length: The predecessor's working minutes.
            succ_length: The successor's working minutes.
            lag: Working minutes on the successor's calendar; not used where the link's lag is elapsed.
        """
        self.arc = arc
        self.source = source
        self.target = target
        from_start, to_finish = arc.from_start, arc.to_finish
        self._early = 2 * arc.pred + (not from_start)
        self._late = 2 * arc.succ + to_finish
        self._shift = 2 * succ_length if to_finish else 0
        self._back = 2 * pred_length if from_start else 0
        self._is_moment = pred_length == 0
        self._lag, self._clock = lag, 0
        if arc.link.lag is not None and arc.link.lag.unit in ELAPSED_MINUTES:
            self._lag, self._clock = 0, round(arc.link.lag.amount * ELAPSED_MINUTES[arc.link.lag.unit])
        # To what takes time a gap before it costs nothing; a milestone can stand in front of the gap.
        self._side = 1 if succ_length or self._lag else 0

    def push(self, early: Column[int]) -> int:
        """The successor's earliest start position, given the early positions of all slots."""
        moment = self.source.instant(early[self._early])
        if self._clock:
            moment = max(EARLIEST, moment + self._clock)
        if self._lag:
            return 2 * (self.target.work(moment) + self._lag) - self._shift
        return self.target.position(moment) - self._shift

    def pull(self, late: Column[int], early: Column[int]) -> int:
        """The predecessor's latest finish position, given the late and the early positions of all slots."""
        moment = self.limit(late, early)
        if self._is_moment:
            return latest_position(self.source, moment)
        return 2 * self.source.work(moment) + self._back

    def limit(self, late: Column[int], early: Column[int]) -> int:  # noqa: ARG002  # some lags look there
        """The latest instant of the predecessor's end that the arc starts from."""
        position = (late[self._late] - 2 * self._lag) | self._side
        try:
            moment = self.target.instant(position)
        except NoWorkingTime:
            return _outermost(position)
        return _within(moment - self._clock) if self._clock else moment


class VaryingCrossing(Crossing):
    """An arc with a lag by months or by a share of a length that varies, or with such a length at one of its ends."""

    __slots__ = ("_months", "_pred_span", "_share", "_succ_span")

    def __init__(
        self,
        arc: Arc,
        source: WorkCalendar,
        target: WorkCalendar,
        pred_length: int,
        succ_length: int,
        lag: int | None,
        pred_span: Span | None,
        succ_span: Span | None,
    ) -> None:
        """Make the arc ready, as any crossing; a lag of None is a share of the predecessor's length of now."""
        super().__init__(arc, source, target, pred_length, succ_length, lag or 0)
        if succ_span is not None or lag is None:
            self._side = 1
        self._months = months_of(arc.link.lag)
        self._share = arc.link.lag.amount / 100 if lag is None and arc.link.lag else 0.0
        self._pred_span = pred_span if arc.from_start else None
        self._succ_span = succ_span if arc.to_finish else None

    def push(self, early: Column[int]) -> int:
        """As of any crossing."""
        moment = self.source.instant(early[self._early]) + self._clock
        if self._months:
            moment = add_months(moment, self._months)
        moment = max(EARLIEST, moment)
        lag = self._waiting(early)
        position = 2 * (self.target.work(moment) + lag) if lag else self.target.position(moment)
        if self._succ_span is not None:
            return self._succ_span.start_before(self.target, position)
        return position - self._shift

    def pull(self, late: Column[int], early: Column[int]) -> int:
        """As of any crossing."""
        bound = super().pull(late, early)
        if self._pred_span is None:
            return bound
        try:
            return self._pred_span.finish_after(self.source, bound)
        except NoWorkingTime:  # of dates by hand, whose task's calendar has no such time
            return FAR

    def limit(self, late: Column[int], early: Column[int]) -> int:
        """As of any crossing."""
        position = (late[self._late] - 2 * self._waiting(early)) | self._side
        try:
            moment = self.target.instant(position)
        except NoWorkingTime:
            return _outermost(position)
        moment = latest_before(moment, self._months) if self._months else moment - self._clock
        return _within(moment)

    def _waiting(self, early: Column[int]) -> int:
        """The lag in working minutes of the successor's calendar."""
        if not self._share:
            return self._lag
        start, finish = (self.source.instant(early[2 * self.arc.pred + end]) for end in (0, 1))
        return round((self.target.work(finish) - self.target.work(start)) * self._share)


def _outermost(position: int) -> int:
    """The first or last instant, for a position before a calendar has any work, or behind all it has."""
    return LATEST if position > 1 else EARLIEST


def _within(moment: int) -> int:
    """An instant, or the one next to it that plans may use."""
    return min(max(moment, EARLIEST), LATEST)


def latest_position(calendar: WorkCalendar, moment: int) -> int:
    """The last position that does not lie behind an instant."""
    position = calendar.position(moment)
    if not position & 1:
        return position
    try:
        return position - 1 if calendar.instant(position) > moment else position
    except NoWorkingTime:  # the gap has no end
        return position - 1
