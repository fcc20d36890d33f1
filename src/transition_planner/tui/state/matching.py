"""Which tasks a filter means: words of id and title, and conditions such as `owner:board`, `critical` or `late`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _, language
from transition_planner.plan.task import CONSTRAINTS
from transition_planner.tui.painting.titles import role_title, title_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.locales import Language
    from transition_planner.plan.column import Edited
    from transition_planner.plan.outline import Outline
    from transition_planner.plan.task import Task
    from transition_planner.schedule.schedule import Schedule

    Condition = Callable[[int], bool]
    """Whether a row is meant."""

_DATED = ("deadline", *CONSTRAINTS)


@dataclass(slots=True)
class Haystack:
    """What words are searched in, kept from one outline to the next: 10,000 titles take 20 ms, an edit changes one."""

    _language: Language | None = None
    _ids: tuple[str, ...] = ()
    _tasks: tuple[Task, ...] | Edited[Task] = ()
    _folded: tuple[str, ...] = ()

    def folded(self, outline: Outline) -> tuple[str, ...]:
        """Id and title of each row, without the difference of small and capital letters."""
        if outline.tasks is self._tasks and self._language == language():
            return self._folded
        if outline.ids is self._ids and self._language == language():
            pairs = zip(outline.tasks, self._tasks, self._folded, strict=True)
            folded = tuple(
                text if new is old else _folded(outline, row) for row, (new, old, text) in enumerate(pairs)
            )
        else:
            folded = tuple(_folded(outline, row) for row in range(len(outline)))
        self._language, self._ids, self._tasks, self._folded = language(), outline.ids, outline.tasks, folded
        return folded


def matching(schedule: Schedule, wanted: str, haystack: Haystack) -> list[int]:
    """The rows that meet all words and conditions of a filter, in their order."""
    rows: list[int] = list(range(len(schedule.outline)))
    for word in wanted.casefold().split():
        meant = _condition(schedule, word)
        if meant is None:
            folded = haystack.folded(schedule.outline)
            rows = [row for row in rows if word in folded[row]]
        else:
            rows = [row for row in rows if meant(row)]
    return rows


def _folded(outline: Outline, row: int) -> str:
    return f"{outline.ids[row]} {title_of(outline, row)}".casefold()


def _condition(schedule: Schedule, word: str) -> Condition | None:
    """The condition that a word names; None for a word that is to be found in id or title."""
    if word in {"critical", _("critical")}:
        critical = schedule.critical_tasks
        return lambda row: row in critical
    if word in {"late", _("late")}:
        return lambda row: _late(schedule, row)
    name, colon, value = word.partition(":")
    return _having(schedule, name, value) if colon else None


def _having(schedule: Schedule, name: str, value: str) -> Condition | None:
    """The condition that something a task names is this; None where the name is none of a condition."""
    outline = schedule.outline
    for names, field in _fields().items():
        if name in names:
            return _naming(outline, field, value)
    if name in {"owner", _("owner")}:
        return _owned(schedule, value)
    if name in {"model", _("model")}:
        return lambda row: any(each.startswith(value) for each in outline.tasks[row].in_ or ())
    if name in {"kind", _("kind")}:
        return lambda row: (outline.tasks[row].kind or "").casefold().startswith(value)
    return None


def _fields() -> dict[tuple[str, str], str]:
    """The names, in English and the language spoken now, of what points into the register, with the tasks' field."""
    return {
        ("threat", _("threat")): "mitigates",
        ("opportunity", _("opportunity")): "realises",
        ("objective", _("objective")): "serves",
    }


def _naming(outline: Outline, field: str, value: str) -> Condition:
    """Tasks that name an item of the register, or with no value any item."""
    return lambda row: any(
        each.casefold() == value if value else True for each in getattr(outline.tasks[row], field)
    )


def _owned(schedule: Schedule, value: str) -> Condition:
    """Tasks whose owner has this in its id or title."""
    plan, tasks = schedule.plan, schedule.outline.tasks
    owners = {
        role
        for role in {task.owner for task in tasks if task.owner}
        if value in role.casefold() or value in role_title(plan, role).casefold()
    }
    return lambda row: tasks[row].owner in owners


def _late(schedule: Schedule, row: int) -> bool:
    """Whether a date is missed, or the status date has passed the finish of what is not done."""
    task = schedule.outline.tasks[row]
    if any(getattr(task, name) is not None for name in _DATED) and schedule.missed(row):
        return True
    day = None if row in schedule.undated else schedule.plan.status_date
    return day is not None and not task.is_phase and not schedule.done(row) and schedule.last_day(row) <= day
