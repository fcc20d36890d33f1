"""The DCMA 14-point assessment of one model: each metric with value, limit, verdict and offenders.

The population is the tasks that are not finished, phases left out. A limit is compared before rounding; where there
is nothing to divide by, or the plan does not hold what a metric needs, it is not applicable, never passed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from transition_planner.checks.links import namer, open_links
from transition_planner.checks.pathtest import SLIP, slip
from transition_planner.locales import _
from transition_planner.plan.link import LinkType
from transition_planner.schedule.moments import end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.checks.context import Context

HARD = ("must_start_on", "must_finish_on", "start_no_later_than", "finish_no_later_than")
"""The fields of hard constraints: they hold a task whatever its links say."""
_LIMITS = (*HARD, "deadline")
"""The fields of dates that a task's float is counted to."""


class Verdict(StrEnum):
    """What a metric says."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "n/a"


@dataclass(frozen=True, slots=True)
class Metric:
    """One point of the assessment."""

    number: int
    name: str
    value: str
    """The measured value with its unit, or why there is none."""
    limit: str
    verdict: Verdict
    offenders: tuple[str, ...] = ()
    """Tasks, or links as `task: link`."""


def assessment(context: Context) -> tuple[Metric, ...]:
    """The fourteen metrics.

    Raises:
        UnscheduledError: if not all of the model has dates.
    """
    return tuple(_metrics(context))


def _metrics(context: Context) -> Iterator[Metric]:
    schedule, outline, thresholds = context.whole_schedule, context.outline, context.plan.thresholds
    few, long_float, long_duration = thresholds.offenders, thresholds.long_float, thresholds.long_duration
    rows, links = context.open_rows, open_links(context)

    def tasks(number: int, name: str, most: int, offending: Sequence[int]) -> Metric:
        return _share(number, name, most, [outline.ids[row] for row in offending], len(rows))

    # Where a milestone is as early or late as a task, what the links put first or last is.
    last = max(rows, key=lambda row: (schedule.early_finish(row), schedule.rank[row]), default=-1)
    first = min(rows, key=lambda row: (schedule.early_start(row), schedule.rank[row]), default=-1)
    waited_for = {arc.pred for row in rows for arc in schedule.predecessors(row)}
    yield tasks(
        1,
        _("missing logic"),
        few,
        [
            row
            for row in rows
            if (not schedule.predecessors(row) and row != first)
            or (row != last and not _followed(context, row, waited_for))
        ],
    )
    name = namer(context)
    leads = [(row, link) for row, link in links if link.lag and link.lag.amount < 0]
    yield _share(2, _("leads"), 0, list(map(name, leads)), len(links))
    lags = [(row, link) for row, link in links if link.lag and link.lag.amount > 0]
    yield _share(3, _("lags"), few, list(map(name, lags)), len(links))
    others = [(row, link) for row, link in links if link.type is not LinkType.FS]
    most = 100 - thresholds.least_finish_start
    yield _share(4, _("links other than FS"), most, list(map(name, others)), len(links))
    yield tasks(
        5,
        _("hard constraints"),
        few,
        [row for row in rows if any(getattr(outline.tasks[row], field) for field in HARD)],
    )
    loose = [row for row in rows if schedule.total_float(row) > schedule.calendar(row).minutes(long_float)]
    yield tasks(6, _("float over {limit}").format(limit=long_float), few, loose)
    yield tasks(7, _("negative float"), 0, [row for row in rows if schedule.total_float(row) < 0])
    long = [
        row for row in rows if _baseline_length(context, row) > schedule.calendar(row).minutes(long_duration)
    ]
    yield tasks(8, _("duration over {limit}").format(limit=long_duration), few, long)
    yield _invalid_dates(context, rows)
    timed = [row for row in rows if not outline.tasks[row].is_milestone]
    ownerless = [outline.ids[row] for row in timed if outline.tasks[row].owner is None]
    yield _share(10, _("no owner"), 0, ownerless, len(timed))
    yield _missed_tasks(context)
    yield _path_test(context)
    yield _path_length(context, last)
    yield _execution(context)


def _share(number: int, name: str, most: int, offenders: Sequence[str], population: int) -> Metric:
    limit = f"≤ {most} %"
    if not population:
        return Metric(number, name, _("nothing to count"), limit, Verdict.NOT_APPLICABLE)
    verdict = Verdict.FAILED if len(offenders) * 100 > most * population else Verdict.PASSED
    value = f"{len(offenders) / population * 100:.1f} % ({len(offenders)}/{population})"
    return Metric(number, name, value, limit, verdict, tuple(offenders))


def _followed(context: Context, row: int, waited_for: set[int]) -> bool:
    parent = context.outline.parent
    while row >= 0:
        if row in waited_for:
            return True
        row = parent[row]
    return False


def _baseline_length(context: Context, row: int) -> int:
    """Working minutes that the baseline gives a task; of one that it does not have, that the plan does."""
    baseline = context.baseline
    was = baseline.row(context.outline.ids[row]) if baseline else None
    known = context.schedule if baseline is None or was is None else baseline.schedule
    return known.network.length[row if was is None else was]


def _invalid_dates(context: Context, rows: Sequence[int]) -> Metric:
    name, status = _("invalid dates"), context.plan.status_date
    if status is None:
        return Metric(9, name, _("no status date"), "≤ 0 %", Verdict.NOT_APPLICABLE)
    schedule, outline = context.schedule, context.outline
    past = [
        outline.ids[row]
        for row in rows
        if (outline.tasks[row].started is None and schedule.last_day(row) < status)
        or schedule.early_finish(row) <= start_of(status)
    ]
    future = [
        outline.ids[row]
        for row, task in enumerate(outline.tasks)
        if any(moment and start_of(moment) >= end_of(status) for moment in (task.started, task.finished))
    ]
    return _share(9, name, 0, list(dict.fromkeys((*past, *future))), len(rows))


def _missed_tasks(context: Context) -> Metric:
    name, found = _("missed tasks"), context.performance
    if found is None:
        limit = f"≤ {context.plan.thresholds.offenders} %"
        return Metric(11, name, _unmeasured(context), limit, Verdict.NOT_APPLICABLE)
    return _share(11, name, context.plan.thresholds.offenders, found.missed, found.due)


def _execution(context: Context) -> Metric:
    name, found = _("baseline execution index"), context.performance
    limit = f"≥ {context.plan.thresholds.least_index:g}"
    if found is None or found.bei is None:
        reason = _("nothing to count") if found else _unmeasured(context)
        return Metric(14, name, reason, limit, Verdict.NOT_APPLICABLE)
    verdict = Verdict.PASSED if found.bei >= context.plan.thresholds.least_index else Verdict.FAILED
    value = f"{found.bei:.3f} ({found.completed}/{found.due + found.unbaselined})"
    return Metric(14, name, value, limit, verdict, found.undone)


def _unmeasured(context: Context) -> str:
    """Why there is no progress against a baseline."""
    return _("no baseline") if context.baseline is None else _("no status date")


def _path_test(context: Context) -> Metric:
    name, limit = _("critical path test"), f"≥ {SLIP} d"
    tested = slip(context)
    if tested is None:
        return Metric(12, name, _("nothing to count"), limit, Verdict.NOT_APPLICABLE)
    task, days = tested
    verdict = Verdict.PASSED if days >= SLIP else Verdict.FAILED
    return Metric(12, name, f"{days:.0f} d", limit, verdict, (task,))


def _path_length(context: Context, last: int) -> Metric:
    name, least = _("critical path length index"), context.plan.thresholds.least_index
    limit = f"≥ {least:g}"
    measured = context.performance.paths if context.performance else ()
    worst = min(
        ((path.value, path.task) for path in measured if path.value is not None),
        default=_to_deadline(context, last),
    )
    if worst is None:
        reason = _("nothing to count") if context.performance else _unmeasured(context)
        if context.baseline is None:
            reason = _("no baseline and no deadline")
        return Metric(13, name, reason, limit, Verdict.NOT_APPLICABLE)
    index, task = worst
    verdict = Verdict.PASSED if index >= least else Verdict.FAILED
    return Metric(13, name, f"{index:.3f}", limit, verdict, (task,))


def _to_deadline(context: Context, last: int) -> tuple[float, str] | None:
    """The index of the end against a date that it has; None where it has none, for its float is 0 by definition."""
    schedule, plan = context.schedule, context.plan
    calendar = schedule.calendars[plan.calendar]
    begin = schedule.start if plan.status_date is None else max(schedule.start, end_of(plan.status_date))
    length = (calendar.work(schedule.finish) - calendar.work(begin)) / calendar.day_minutes
    if last < 0 or length <= 0 or not any(getattr(context.outline.tasks[last], field) for field in _LIMITS):
        return None
    return (length + schedule.float_days(last)) / length, context.outline.ids[last]
