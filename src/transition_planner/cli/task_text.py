"""One task as lines of text: `label: value`, and lists indented below their label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.cli.binding_text import binding_lines
from transition_planner.cli.formatting import days
from transition_planner.cli.rows import dates, named
from transition_planner.cli.task_data import models_of, predecessors, register_items, successors
from transition_planner.locales import _
from transition_planner.locales.dates import full_date
from transition_planner.plan.entry import kebab
from transition_planner.plan.task import CONSTRAINTS
from transition_planner.schedule.why import sentence
from transition_planner.tui.painting.titles import one_line, role_title
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from transition_planner.cli.task_data import Neighbour
    from transition_planner.plan.task import Fixed
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


def task_lines(document: Document, schedule: Schedule, row: int) -> Iterator[str]:
    """All that is known of the task; what the plan leaves out is left out."""
    yield named(schedule, row)
    for label, value in (*_place(schedule, row), *_dates(schedule, row), *_fields(schedule, row)):
        if value:
            yield f"{label}: {value}"
    for label, neighbours in (
        (_("Waits for"), predecessors(schedule, row)),
        (_("Waited for by"), successors(schedule, row)),
    ):
        if neighbours:
            yield f"{label}:"
            for neighbour in neighbours:
                yield f"  {_neighbour(schedule, neighbour)}"
    section_names = {
        "objectives": _("Serves"),
        "opportunities": _("Realises"),
        "threats": _("Mitigates"),
    }
    for section, id_, text in register_items(document, schedule, row):
        yield f"{section_names[section]} {id_}: {text}"
    yield from binding_lines(document, schedule, row)
    note = one_line(schedule.outline.tasks[row].note)
    if note:
        yield _("Note: {text}").format(text=note)


def _place(schedule: Schedule, row: int) -> Iterator[tuple[str, str]]:
    """Where it belongs and who does it."""
    task, phase, plan = schedule.outline.tasks[row], schedule.outline.parent[row], schedule.plan
    yield _("Phase"), named(schedule, phase) if phase >= 0 else ""
    yield _("Models"), ", ".join(models_of(schedule, row))
    yield _("Kind"), task.kind or ""
    yield _("Owner"), role_title(plan, task.owner)
    yield _("Involves"), ", ".join(role_title(plan, role) for role in task.involves)
    yield _("Decision"), _("yes") if task.decision else ""
    yield _("Key milestone"), _("yes") if task.key else ""


def _dates(schedule: Schedule, row: int) -> Iterator[tuple[str, str]]:
    """What is computed."""
    task, calendar = schedule.outline.tasks[row], schedule.calendar(row)
    yield _("Duration"), str(task.duration or "")
    yield _("Range"), str(task.range or "")
    yield _("Calendar"), calendar.name
    if row in schedule.undated:
        yield _("Dates"), sentence(schedule, row)
        return
    late_start, late_finish = schedule.late_start(row), schedule.late_finish(row)
    last = to_date(late_finish - 1 if late_finish > late_start else late_finish)
    yield _("Start"), _and_latest(schedule.first_day(row), to_date(late_start))
    yield _("Finish"), _and_latest(schedule.last_day(row), last)
    yield _("Total float"), days(schedule.float_days(row))
    yield _("Free float"), days(schedule.free_float(row) / calendar.day_minutes)
    yield _("Critical"), _("yes") if schedule.critical(row) else _("no")


def _and_latest(day: date, latest: date) -> str:
    """A day, and the day by which it must be, where that is another one."""
    if day == latest:
        return full_date(day)
    return _("{day}, at the latest {latest}").format(day=full_date(day), latest=full_date(latest))


def _fields(schedule: Schedule, row: int) -> Iterator[tuple[str, str]]:
    """Dates that people have set, and progress; by the keys of the plan file."""
    task, missed = schedule.outline.tasks[row], schedule.missed(row)
    for field in (*CONSTRAINTS, "deadline"):
        fixed: Fixed | None = getattr(task, field)
        if fixed is not None:
            value = full_date(fixed.date)
            if field in missed:
                value = _("{day}, missed").format(day=value)
            yield kebab(field), _because(value, one_line(fixed.why))
    yield kebab("as_late_as_possible"), _("yes") if task.as_late_as_possible else ""
    if task.manual is not None:
        manual = task.manual
        days_set = _("{first} to {last}").format(first=full_date(manual.start), last=full_date(manual.finish))
        yield "manual", _because(days_set, one_line(manual.why))
    for field in ("started", "finished"):
        moment = getattr(task, field)
        yield field, full_date(moment) if moment else ""
    yield "done", f"{task.done} %" if task.done is not None else ""
    yield "remaining", str(task.remaining or "")
    yield "tags", ", ".join(task.tags)
    yield "rules", ", ".join(task.rules)


def _because(value: str, why: str) -> str:
    return f"{value} ({why})" if why else value


def _neighbour(schedule: Schedule, neighbour: Neighbour) -> str:
    """`Ask the members (ask-members), FS+5d, Mon 18 Jan 2027 to Fri 29 Jan 2027, drives`."""
    row = neighbour.row
    parts = [
        named(schedule, row),
        neighbour.link,
        dates(schedule, row),
        *([_("drives")] if neighbour.driving else []),
    ]
    return ", ".join(parts)
