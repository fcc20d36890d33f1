"""Asking how far tasks are, and what holds them: one line to fill in for each, or two with a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from transition_planner.locales import _, language
from transition_planner.plan.entry import kebab
from transition_planner.plan.task import CONSTRAINTS
from transition_planner.schedule.sequence import out_of_sequence
from transition_planner.tui.dialogs.picker import Picker, choice
from transition_planner.tui.dialogs.prompt import Prompt, Question
from transition_planner.tui.form.fields import form_fields
from transition_planner.tui.form.fieldtexts import values
from transition_planner.tui.form.mistyped import Mistyped
from transition_planner.tui.form.typed import typed_value
from transition_planner.tui.gestures import no_task
from transition_planner.tui.painting.titles import title_of_all
from transition_planner.tui.setting import setting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from transition_planner.planfile.edits import Edit
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.desk import Desk
    from transition_planner.tui.dialogs.picker import Choice

_REPORTED = frozenset({"started", "finished", "done", "remaining"})
_DAYS = frozenset({"started", "finished"})
_REASONED = frozenset({"deadline", *map(kebab, CONSTRAINTS)})


def ask(screen: Desk, field: str) -> None:
    """Ask for the value of a field; what it says now is offered, else for a day that has passed the planned one."""
    if field in _REASONED:
        _ask_reasoned(screen, field)
    else:
        label = next(each.label for each in form_fields() if each.name == field)
        default = _planned(screen, field) if field in _DAYS else ""
        _prompt(screen, field, (Question(label, _now(screen, field) or default),))


def pick_constraint(screen: Desk) -> None:
    """Ask which date holds the task, then for it and its reason."""
    if not screen.state.selected:
        screen.warn(no_task())
        return
    labels = {field.name: field.label for field in form_fields()}
    offered = [choice(kebab(name), labels[kebab(name)]) for name in CONSTRAINTS]

    def take(found: Choice) -> None:
        ask(screen, found.id)

    screen.ask(
        Picker(
            _("{tasks}: which date holds it?").format(
                tasks=title_of_all(screen.state.schedule.outline, screen.state.selected)
            ),
            offered,
        ),
        take,
    )


def _planned(screen: Desk, field: str) -> str:
    """The planned day, or today where that is still ahead."""
    schedule, row = screen.state.schedule, screen.state.row
    if row is None:
        return ""
    if row in schedule.undated:
        return screen.today.isoformat()
    day: date = schedule.first_day(row) if field == "started" else schedule.last_day(row)
    return min(day, screen.today).isoformat()


def _ask_reasoned(screen: Desk, field: str) -> None:
    """Ask for a date and its reason."""
    day, _space, why = _now(screen, field).partition(" ")
    label = next(each.label for each in form_fields() if each.name == field)
    _prompt(screen, field, (Question(label, day), Question(_("Why"), why)))


def _prompt(screen: Desk, field: str, questions: Sequence[Question]) -> None:
    if screen.state.selected:
        screen.ask(
            Prompt(
                title_of_all(screen.state.schedule.outline, screen.state.selected),
                questions,
                partial(_take, screen, field),
            ),
            lambda _done: None,
        )
    else:
        screen.warn(no_task())


def _now(screen: Desk, field: str) -> str:
    """What the selected tasks say of a field, where they say the same."""
    outline = screen.state.schedule.outline
    told = {values(id_, outline.tasks[outline.row[id_]], language())[field] for id_ in screen.state.selected}
    return told.pop() if len(told) == 1 else ""


def _take(screen: Desk, field: str, typed: tuple[str, ...]) -> str:
    """Set the field of all selected tasks; why that cannot be, else ""."""
    text = " ".join(part.strip() for part in typed if part.strip())
    try:
        edits = _edits(screen, field, text)
    except Mistyped as mistake:
        return mistake.message
    refused = screen.try_edit(edits)
    if not refused and field in _REPORTED:
        ahead = _ahead(screen.state.schedule, screen.state.selected)
        if ahead:
            screen.warn(ahead)
    return refused


def _edits(screen: Desk, field: str, text: str) -> list[Edit]:
    plan, outline = screen.state.schedule.plan, screen.state.schedule.outline
    sort = next(each.sort for each in form_fields() if each.name == field)
    found: list[Edit] = []
    for id_ in screen.state.selected:
        task = outline.tasks[outline.row[id_]]
        found.append(setting(outline, id_, field, typed_value(plan, task, field, sort, text, language())))
    return found


def _ahead(schedule: Schedule, tasks: Sequence[str]) -> str:
    """Which of these tasks went ahead although what they wait for was not done; "" where none did."""
    ids = schedule.outline.ids
    return "; ".join(
        _("out of sequence: {predecessor} was not done ({link})").format(
            predecessor=arc.link.task, link=arc.link
        )
        for arc in out_of_sequence(schedule)
        if ids[arc.succ] in tasks
    )
