"""TP103."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import written
from transition_planner.locales import _
from transition_planner.plan.entry import kebab
from transition_planner.plan.finding import Severity
from transition_planner.schedule.moments import end_of, last_minute_of, start_of
from transition_planner.schedule.span import finish_after
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from transition_planner.checks.context import Context
    from transition_planner.plan.task import Task


@rule("TP103", Family.STRUCTURE, Severity.ERROR)
def contradicting_dates(context: Context) -> Iterator[Offence]:
    """Two dates of a task cannot both be kept.

    What it checks:
        That the fixed dates of one task leave room for its duration in the working time between them, the
        plan's start included; and that it did not finish, or resume, before it started. Links are left out:
        dates missed because of them are found by the rules on dates.

    Why it matters:
        No schedule can keep both dates, whatever else is done. One of them is a slip of the pen, or the task
        is longer than the law or the funder allows.

    Example that fails:
        tasks:
          apply: {duration: 10d, start-no-earlier-than: 2027-09-01, finish-no-later-than: 2027-09-08}

    Example that passes:
        tasks:
          apply: {duration: 10d, start-no-earlier-than: 2027-08-23, finish-no-later-than: 2027-09-08}

    Remedy:
        Correct the date that is wrong, or shorten the task.

    Source:
        GAO-16-89G, best practice 2: date constraints are justified in writing.
    """
    without_time = context.schedule.impossible  # another rule's finding
    for row, task in enumerate(context.outline.tasks):
        if task.started and task.finished and start_of(task.started) > last_minute_of(task.finished):
            yield Offence(
                _("{task} finished on {finished}, before it started on {started}").format(
                    task=context.outline.ids[row],
                    finished=written(task.finished),
                    started=written(task.started),
                ),
                context.at(row, "finished"),
                _("Correct one of the two dates."),
            )
        if task.started and task.resumes and start_of(task.started) > last_minute_of(task.resumes):
            yield Offence(
                _("{task} resumes on {resumes}, before it started on {started}").format(
                    task=context.outline.ids[row],
                    resumes=written(task.resumes),
                    started=written(task.started),
                ),
                context.at(row, "resumes"),
                _("Correct one of the two dates."),
            )
        if not _is_limited(task) or row in without_time:
            continue
        if task.manual is None and task.started is None and task.finished is None:
            yield from _orders(context, row, task)
            if not context.undated(row):
                yield from _lengths(context, row, task)


def _is_limited(task: Task) -> bool:
    """Whether it has a date by which something has to be: few tasks have, and the others contradict none."""
    return not (
        task.deadline is None
        and task.must_start_on is None
        and task.must_finish_on is None
        and task.start_no_later_than is None
        and task.finish_no_later_than is None
    )


def _orders(context: Context, row: int, task: Task) -> Iterator[Offence]:
    """Dates that come in the wrong order whatever the duration."""
    starts = product(_starts(context, task), _dates(task, "start_no_later_than", "must_start_on"))
    finishes = product(
        _dates(task, "finish_no_earlier_than", "must_finish_on"),
        _dates(task, "finish_no_later_than", "must_finish_on", "deadline"),
    )
    for (first, from_), (second, by) in (*starts, *finishes):
        if start_of(from_) > last_minute_of(by):
            yield Offence(
                _("{task}: {first} {from_} comes after {second} {by}").format(
                    task=context.outline.ids[row],
                    first=_label(first),
                    from_=written(from_),
                    second=_label(second),
                    by=written(by),
                ),
                context.at(row, second),
                _("Correct the date that is wrong."),
            )


def _lengths(context: Context, row: int, task: Task) -> Iterator[Offence]:
    """Dates between which the duration does not fit."""
    network = context.schedule.network
    calendar, length, span = network.calendar[row], network.length[row], network.spans.get(row)
    ends = _dates(task, "finish_no_later_than", "must_finish_on", "deadline")
    for (first, from_), (second, by) in product(_starts(context, task), ends):
        start = calendar.position(start_of(from_))
        finish = calendar.instant(finish_after(calendar, start, length, span))
        if finish > end_of(by):
            yield Offence(
                _("{task}: {duration} from {first} {from_} last until {finish}, past {second} {by}").format(
                    task=context.outline.ids[row],
                    duration=task.duration or "0d",
                    first=_label(first),
                    from_=written(from_),
                    finish=to_date(finish - 1 if length or span else finish),
                    second=_label(second),
                    by=written(by),
                ),
                context.at(row, second),
                _("Correct the date that is wrong, or shorten the task."),
            )


def _starts(context: Context, task: Task) -> list[tuple[str, date]]:
    """What it starts no earlier than; a date of its own takes the place of the plan's start."""
    own = _dates(task, "start_no_earlier_than", "must_start_on")
    return own if task.start_no_earlier_than else [("start", context.plan.start), *own]


def _label(field: str) -> str:
    return _("the plan's start") if field == "start" else kebab(field)


def _dates(task: Task, *fields: str) -> list[tuple[str, date]]:
    """The fields that are given, with their dates."""
    given = ((field, getattr(task, field)) for field in fields)
    return [(field, fixed.date) for field, fixed in given if fixed is not None]
