"""Crossings: arcs that need instants, between calendars or with a lag that does not count working time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.plan.quantity import ELAPSED_MINUTES
from transition_planner.worktime.instant import add_months, latest_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.plan.quantity import Quantity
    from transition_planner.schedule.arc import Arc
    from transition_planner.worktime.workcalendar import WorkCalendar


class Crossing:
    """An arc whose lag is working time of the successor's calendar, clock time, or none."""

    __slots__ = ("_back", "_clock", "_early", "_lag", "_late", "_shift", "arc", "source", "target")

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
        self._early = 2 * arc.pred + (not arc.from_start)
        self._late = 2 * arc.succ + arc.to_finish
        self._shift = 2 * succ_length if arc.to_finish else 0
        self._back = 2 * pred_length if arc.from_start else 0
        self._lag, self._clock = lag, 0
        if arc.link.lag is not None and arc.link.lag.unit in ELAPSED_MINUTES:
            self._lag, self._clock = 0, round(arc.link.lag.amount * ELAPSED_MINUTES[arc.link.lag.unit])

    def push(self, early: Sequence[int]) -> int:
        """The successor's earliest start position, given the early positions of all slots."""
        moment = self.source.instant(early[self._early]) + self._clock
        if self._lag:
            return 2 * (self.target.work(moment) + self._lag) - self._shift
        return self.target.position(moment) - self._shift

    def pull(self, late: Sequence[int], early: Sequence[int]) -> int:  # noqa: ARG002  # only a share looks there
        """The predecessor's latest finish position, given the late and the early positions of all slots."""
        # The latest instant with that much work behind it: a gap that follows costs the predecessor nothing.
        moment = self.target.instant((late[self._late] - 2 * self._lag) | 1)
        return 2 * self.source.work(moment - self._clock) + self._back


class MonthCrossing(Crossing):
    """An arc whose lag, or whose successor's duration, goes by months of the calendar."""

    __slots__ = ("_lag_months", "_succ_months")

    def __init__(
        self,
        arc: Arc,
        source: WorkCalendar,
        target: WorkCalendar,
        pred_length: int,
        succ_length: int,
        lag: int,
        succ_months: int,
    ) -> None:
        super().__init__(arc, source, target, pred_length, succ_length, lag)
        self._lag_months = months_of(arc.link.lag)
        self._succ_months = succ_months if arc.to_finish else 0

    def push(self, early: Sequence[int]) -> int:
        """As of any crossing, by months."""
        moment = add_months(self.source.instant(early[self._early]) + self._clock, self._lag_months)
        position = 2 * (self.target.work(moment) + self._lag) if self._lag else self.target.position(moment)
        if self._succ_months:
            return self.target.position(latest_before(self.target.instant(position), self._succ_months))
        return position - self._shift

    def pull(self, late: Sequence[int], early: Sequence[int]) -> int:  # noqa: ARG002  # only a share looks there
        """As of any crossing, by months."""
        moment = self.target.instant((late[self._late] - 2 * self._lag) | 1) - self._clock
        return 2 * self.source.work(latest_before(moment, self._lag_months)) + self._back


class PhaseShare(Crossing):
    """An arc out of a phase whose lag is a share of the phase's length, known only once its tasks are placed."""

    __slots__ = ("_share",)

    def __init__(
        self,
        arc: Arc,
        source: WorkCalendar,
        target: WorkCalendar,
        pred_length: int,
        succ_length: int,
        lag: int,
    ) -> None:
        super().__init__(arc, source, target, pred_length, succ_length, lag)
        self._share = arc.link.lag.amount / 100 if arc.link.lag else 0.0

    def push(self, early: Sequence[int]) -> int:
        """As of any crossing, with the phase's length of now."""
        moment = self.source.instant(early[self._early])
        return 2 * (self.target.work(moment) + self._minutes(early)) - self._shift

    def pull(self, late: Sequence[int], early: Sequence[int]) -> int:
        """As of any crossing, with the phase's length of now."""
        moment = self.target.instant((late[self._late] - 2 * self._minutes(early)) | 1)
        return 2 * self.source.work(moment) + self._back

    def _minutes(self, early: Sequence[int]) -> int:
        start, finish = (self.source.instant(early[2 * self.arc.pred + end]) for end in (0, 1))
        return round((self.target.work(finish) - self.target.work(start)) * self._share)


def months_of(quantity: Quantity | None) -> int:
    """The months of a quantity that goes by the calendar; 0 of any other."""
    if quantity is None or not quantity.by_calendar:
        return 0
    return round(quantity.amount * (12 if quantity.unit == "ey" else 1))
