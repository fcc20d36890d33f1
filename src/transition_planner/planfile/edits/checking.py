"""What an edit is asked for, checked before the text is touched: each refusal is a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from transition_planner.locales import _
from transition_planner.plan.task import Task
from transition_planner.planfile.edits.refusal import EditRefused
from transition_planner.planfile.edits.stretch import meaning
from transition_planner.planfile.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Collection

    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits.stretch import Stretch

FIELDS = {str(info.alias): name for name, info in Task.model_fields.items()}
"""The name in the code of each key of a task, in the order in which a task is written."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")


def phases_of(document: Document, task: str) -> tuple[str, ...]:
    """The way of phases from the top to a task.

    Raises:
        EditRefused: if there is no such task.
    """
    phases = document.starts.phases
    if task not in phases:
        raise EditRefused(
            with_hint(_("There is no task {task} in the plan.").format(task=task), task, phases)
        )
    way: list[str] = []
    phase = phases[task]
    while phase is not None:
        way.append(phase)
        phase = phases[phase]
    return tuple(reversed(way))


def way_into(document: Document, phase: str | None) -> tuple[str, ...]:
    """The way of phases to the tasks of a phase; to the top for None.

    Raises:
        EditRefused: if there is no such task.
    """
    return () if phase is None else (*phases_of(document, phase), phase)


def check_id(id_: str) -> None:
    """Refuse what is no id.

    Raises:
        EditRefused: in that case.
    """
    if not _ID.fullmatch(id_):
        raise EditRefused(
            _(
                "{id} is not an id: begin with a letter or digit, go on with letters, digits, - _ or . without "
                "spaces, and stay within 80 characters."
            ).format(id=repr(id_))
        )


def check_new_id(document: Document, id_: str) -> None:
    """Refuse an id that is none, or that a task has.

    Raises:
        EditRefused: in either case.
    """
    check_id(id_)
    if id_ in document.starts.rows:
        raise EditRefused(_("There is a task {id} already: an id is used once in a plan.").format(id=id_))


def check_field(field: str) -> None:
    """Refuse a key that a task has not, or that other edits change.

    Raises:
        EditRefused: in either case.
    """
    if field == "tasks":
        raise EditRefused(_("The tasks of a phase are added, moved and removed one by one."))
    if field not in FIELDS:
        raise EditRefused(with_hint(_("A task has no field {field}.").format(field=field), field, FIELDS))


def fields_of(stretch: Stretch, task: str) -> dict[str, Any]:
    """What a task's entry says.

    Raises:
        EditRefused: if it is written as an alias.
    """
    said = meaning(stretch.before)
    if said is None:
        return {}
    if not isinstance(said, dict):
        raise EditRefused(_("{task} is written as an alias: change it in the file.").format(task=task))
    return said


def with_hint(message: str, name: str, known: Collection[str]) -> str:
    """A sentence about an unknown name, with the nearest known one where one is near."""
    hint = Suggestions().hint(name, known)
    return f"{message} {hint}" if hint else message
