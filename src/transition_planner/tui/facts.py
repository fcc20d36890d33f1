"""What there is to say about one task, as labelled lines; what matters most comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.locales.dates import amount, full_date
from transition_planner.plan.entry import kebab
from transition_planner.plan.task import CONSTRAINTS
from transition_planner.schedule.why import sentence
from transition_planner.tui.chart.bars import urgency
from transition_planner.tui.painting.ink import Ink
from transition_planner.tui.painting.titles import one_line, role_title, title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from transition_planner.plan.register import Register
    from transition_planner.plan.task import Fixed, Task
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.state.state import State

MOST_LINKS = 12
"""Links named: a line holds no more."""

_GAP = "   "

Part = tuple[str, Ink]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line: what it is about, and pieces of text."""

    label: str
    parts: tuple[Part, ...]


def facts(state: State, key_of: Callable[[str], str]) -> tuple[Fact, ...]:
    """The facts about the task under the cursor; a command is named by its key."""
    row = state.row
    if row is None:
        return (
            Fact("", ((_("no tasks yet: press {key} to add one").format(key=key_of("add")), Ink.FAINT),)),
        )
    return tuple(_facts(state.schedule, row, state.history.document.register, key_of))


def _facts(
    schedule: Schedule, row: int, register: Register | None, key_of: Callable[[str], str]
) -> Iterator[Fact]:
    outline = schedule.outline
    task = outline.tasks[row]
    yield Fact(_kind(task), ((title_of(outline, row), Ink.PHASE), (f"  {outline.ids[row]}", Ink.FAINT)))
    yield Fact(_("Dates"), tuple(_dates(schedule, row)))
    if row in schedule.undated:
        said = _("{key} leads to what would break it").format(key=key_of("why"))
        yield Fact(_("No dates"), ((sentence(schedule, row), Ink.MISSED), (f"  {said}", Ink.FAINT)))
    elif row in schedule.impossible:
        yield Fact(_("No time"), ((str(schedule.impossible[row]), Ink.MISSED),))
    else:
        yield Fact(_("Why then"), ((sentence(schedule, row), Ink.TEXT),))
    if waits_for := schedule.predecessors(row):
        links = [(arc.pred, str(arc.link).removeprefix(arc.link.task)) for arc in waits_for]
        yield Fact(_("After"), tuple(_links(schedule, links)))
    if leads_to := schedule.successors(row):
        links = [(arc.succ, str(arc.link).removeprefix(arc.link.task)) for arc in leads_to]
        yield Fact(_("Before"), tuple(_links(schedule, links)))
    if fixed := tuple(_fixed_dates(schedule, row)):
        yield Fact(_("Fixed"), fixed)
    if task.owner or task.involves:
        roles = [role_title(schedule.plan, role) for role in (task.owner, *task.involves) if role]
        yield Fact(_("Who"), ((", ".join(roles), Ink.TEXT),))
    if items := tuple(_register(task, register)):
        yield Fact(_("Register"), items)
    if task.note:
        yield Fact(_("Note"), ((one_line(task.note), Ink.TEXT),))


def _kind(task: Task) -> str:
    if task.is_phase:
        return _("Phase")
    if task.decision:
        return _("Decision")
    return _("Milestone") if task.is_milestone else _("Task")


def _dates(schedule: Schedule, row: int) -> Iterator[Part]:
    task = schedule.outline.tasks[row]
    if row in schedule.undated:
        yield _("none"), Ink.MISSED
    else:
        yield _days(schedule.first_day(row), schedule.last_day(row)), Ink.TEXT
    if task.duration and task.duration.amount:
        yield f"{_GAP}{task.duration}" + (f" ({task.range})" if task.range else ""), Ink.TEXT
    if task.finished:
        yield _GAP + _("finished"), Ink.DONE
        return
    if task.done:
        yield _GAP + _("{share} % done").format(share=task.done), Ink.DONE
    if not (task.is_phase or row in schedule.undated):
        yield from _floats(schedule, row)
    if task.calendar:
        yield _GAP + _("calendar {name}").format(name=task.calendar), Ink.FAINT


def _days(first: date, last: date) -> str:
    if first == last:
        return full_date(first)
    begin = full_date(first)
    if first.year == last.year:
        begin = begin.removesuffix(str(first.year)).rstrip()
    return f"{begin} → {full_date(last)}"


def _floats(schedule: Schedule, row: int) -> Iterator[Part]:
    ink = urgency(schedule, row)
    said = {Ink.CRITICAL: _("critical, "), Ink.NEAR: _("nearly critical, ")}.get(ink, "")
    total = amount(schedule.float_days(row))
    free = amount(schedule.free_float(row) / schedule.calendar(row).day_minutes)
    yield f"{_GAP}{said}", ink
    yield _("float {days} d").format(days=total), Ink.TEXT if ink is Ink.NORMAL else ink
    if free != total:
        yield _(", {days} d of it free").format(days=free), Ink.TEXT


def _links(schedule: Schedule, links: Iterable[tuple[int, str]]) -> Iterator[Part]:
    for number, (row, kind) in enumerate(links):
        if number:
            yield ", ", Ink.FAINT
        if number == MOST_LINKS:
            yield "…", Ink.FAINT
            return
        yield title_of(schedule.outline, row), Ink.TEXT
        if kind:
            yield kind, Ink.FAINT


def _fixed_dates(schedule: Schedule, row: int) -> Iterator[Part]:
    task = schedule.outline.tasks[row]
    missed = schedule.missed(row)
    for name in ("deadline", *CONSTRAINTS):
        fixed: Fixed | None = getattr(task, name)
        if fixed is None:
            continue
        late = name in missed
        text = f"{kebab(name)} {full_date(fixed.date)}"
        if fixed.why:
            text += f" ({one_line(fixed.why)})"
        if late:
            text += " " + _("missed")
        yield text + "   ", Ink.MISSED if late else Ink.TEXT


def _register(task: Task, register: Register | None) -> Iterator[Part]:
    verbs = {"serves": _("serves"), "realises": _("realises"), "mitigates": _("mitigates")}
    sections = {} if register is None else {field: items for _name, field, items in register.sections()}
    for field, verb in verbs.items():
        for number, id_ in enumerate(getattr(task, field)):
            item = sections.get(field, {}).get(id_)
            yield f"{'   ' if number else ''}{verb + ' ' if not number else ''}{id_}", Ink.TEXT
            if item is not None:
                yield f" {one_line(item.title)}", Ink.FAINT
        if getattr(task, field):
            yield "   ", Ink.FAINT
