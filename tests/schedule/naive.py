"""A scheduler as slow and plain as can be: it walks hour by hour and repeats until nothing moves.

It shares nothing with the product but the plan's own words, and knows only whole hours, links, lags and calendars.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.plan.plan import Plan
    from transition_planner.plan.quantity import Quantity
    from transition_planner.plan.task import Task

HOUR = timedelta(hours=1)
DAY_HOURS = {"office": 8, "evening": 4, "board": 8, "always": 24}


def office(moment: datetime) -> bool:
    """Whether the hour that begins at a moment is worked in the office."""
    closed = datetime(2027, 1, 25) <= moment < datetime(2027, 1, 30)  # noqa: DTZ001  # the plan's own clock
    return moment.weekday() < 5 and moment.hour in {8, 9, 10, 11, 13, 14, 15, 16} and not closed


WORKS: dict[str, Callable[[datetime], bool]] = {
    "office": office,
    "evening": lambda moment: moment.weekday() < 4 and 16 <= moment.hour < 20,
    "board": lambda moment: moment.weekday() == 1 and office(moment),
    "always": lambda _moment: True,
}


def forth(moment: datetime, hours: int, calendar: str) -> datetime:
    """The moment at which some hours of work from a moment on are done."""
    while hours > 0:
        hours -= WORKS[calendar](moment)
        moment += HOUR
    return moment


def back(moment: datetime, hours: int, calendar: str) -> datetime:
    """The moment from which there are some hours of work up to a moment."""
    while hours > 0:
        moment -= HOUR
        hours -= WORKS[calendar](moment)
    return moment


def working(moment: datetime, calendar: str) -> datetime:
    """The next moment at which work goes on."""
    while not WORKS[calendar](moment):
        moment += HOUR
    return moment


def ended(moment: datetime, calendar: str) -> datetime:
    """The moment at which the work before a moment ended."""
    while not WORKS[calendar](moment - HOUR):
        moment -= HOUR
    return moment


def hours(quantity: Quantity, calendar: str) -> int:
    """Working hours of a quantity, half ones as Python rounds them."""
    return round(quantity.amount * {"h": 1, "d": DAY_HOURS[calendar], "ed": 24}[quantity.unit])


def runs_on(task: Task) -> str:
    """The name of a task's calendar."""
    if task.duration is not None and task.duration.elapsed:
        return "always"
    return task.calendar or "office"


def dates(plan: Plan) -> dict[str, tuple[datetime, datetime]]:
    """Early start and finish of every task."""
    start = datetime(2027, 1, 11)  # noqa: DTZ001  # the plan's own clock
    found = dict.fromkeys(plan.tasks, (start, start))
    while True:
        before = dict(found)
        for id_, task in plan.tasks.items():
            found[id_] = _place(task, found, plan, start)
        if found == before:
            return found


def _place(
    task: Task, found: dict[str, tuple[datetime, datetime]], plan: Plan, start: datetime
) -> tuple[datetime, datetime]:
    calendar = runs_on(task)
    length = hours(task.duration, calendar) if task.duration else 0
    # A date from outside meets the next working hour; the end of another's work does not.
    begin = working(start, calendar)
    for link in task.after:
        moment = found[link.task][0 if link.type in ("SS", "SF") else 1]
        lag = link.lag
        if lag is not None and lag.unit == "emo":
            moment += relativedelta(months=int(lag.amount))
        elif lag is not None and lag.elapsed:
            moment += timedelta(hours=24 * lag.amount)
        elif lag is not None:
            pred = plan.tasks[link.task]
            pred_length = hours(pred.duration, runs_on(pred)) if pred.duration else 0
            wait = round(pred_length * lag.amount / 100) if lag.percent else hours(lag, calendar)
            moment = forth(moment, wait, calendar) if wait >= 0 else back(moment, -wait, calendar)
            if wait < 0 and not length:
                moment = ended(moment, calendar)  # a milestone stands at the end of a period, also by a lead
        if link.type in ("FF", "SF"):
            moment = back(moment, length, calendar) if length else moment
        begin = max(begin, moment)
    if length or not WORKS[calendar](begin - HOUR):
        begin = working(begin, calendar)
    return begin, forth(begin, length, calendar)
