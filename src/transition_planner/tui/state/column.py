"""The columns that the table may have right of the title."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from transition_planner.locales import LANGUAGES, _, language
from transition_planner.locales.dates import amount, short_date
from transition_planner.tui.painting.titles import role_title

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from transition_planner.locales import Language
    from transition_planner.schedule.schedule import Schedule

_LAST = "￿"
"""Sorts behind all words: what has none comes last."""
_FAR = 1 << 62
"""Sorts behind all dates and floats."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column right of the title."""

    id: str
    heading: str
    name: str
    """What it tells, where there is room to say it."""
    cells: int
    text: Callable[[Schedule, int], str]
    key: Callable[[Schedule, int], Any]
    """What rows are sorted by."""


def all_columns() -> tuple[Column, ...]:
    """Every column, in the language spoken now and in the order in which the table has them."""
    return _columns(language())


@lru_cache(maxsize=len(LANGUAGES))
def _columns(_language: Language) -> tuple[Column, ...]:
    """They; kept, because each line of the table asks for them."""
    return (
        Column("id", _("Id"), _("Id"), 14, _id, _id),
        Column("kind", _("Kind"), _("Kind of work"), 10, _kind, _word(_kind)),
        Column("owner", _("Owner"), _("Who answers for it"), 14, _owner, _word(_owner)),
        Column("start", _("Start"), _("First day"), 9, _start, _dated(_begin)),
        Column("finish", _("Finish"), _("Last day"), 9, _finish, _dated(_end)),
        Column("deadline", _("Deadl."), _("Deadline"), 9, _deadline, _word(_deadline_day)),
        Column("duration", _("Dur."), _("Duration"), 5, _duration, _dated(_length)),
        Column("done", _("Done"), _("Share that is done"), 5, _done, _share),
        Column(
            "free", _("Free"), _("Free float: days before the next task moves"), 6, _free, _dated(_free_days)
        ),
        Column(
            "float", _("Float"), _("Total float: days before the end moves"), 6, _float, _dated(_float_days)
        ),
    )


AUTOMATIC = (
    ("start", "finish", "duration", "float"),
    ("finish", "duration", "float"),
    ("finish", "float"),
    ("finish",),
)
"""The columns that nobody has chosen: the first of these for which there is room."""


def _id(schedule: Schedule, row: int) -> str:
    return schedule.outline.ids[row]


def _kind(schedule: Schedule, row: int) -> str:
    return schedule.outline.tasks[row].kind or ""


def _owner(schedule: Schedule, row: int) -> str:
    return role_title(schedule.plan, schedule.outline.tasks[row].owner)


def _start(schedule: Schedule, row: int) -> str:
    return _("circle") if row in schedule.undated else _date(schedule.first_day(row), language())


def _finish(schedule: Schedule, row: int) -> str:
    return _("circle") if row in schedule.undated else _date(schedule.last_day(row), language())


def _deadline(schedule: Schedule, row: int) -> str:
    fixed = schedule.outline.tasks[row].deadline
    return "" if fixed is None else _date(fixed.date, language())


def _deadline_day(schedule: Schedule, row: int) -> str:
    fixed = schedule.outline.tasks[row].deadline
    return "" if fixed is None else fixed.date.isoformat()


def _duration(schedule: Schedule, row: int) -> str:
    duration = schedule.outline.tasks[row].duration
    return str(duration) if duration is not None and duration.amount else ""


def _begin(schedule: Schedule, row: int) -> int:
    return schedule.early_start(row)


def _end(schedule: Schedule, row: int) -> int:
    return schedule.early_finish(row)


def _length(schedule: Schedule, row: int) -> int:
    return schedule.early_finish(row) - schedule.early_start(row)


def _done(schedule: Schedule, row: int) -> str:
    return f"{_share(schedule, row)}%" if _share(schedule, row) else ""


def _share(schedule: Schedule, row: int) -> int:
    return 100 if schedule.done(row) else schedule.outline.tasks[row].done or 0


def _free(schedule: Schedule, row: int) -> str:
    return "" if _has_no_float(schedule, row) else amount(_free_days(schedule, row))


def _free_days(schedule: Schedule, row: int) -> float:
    return schedule.free_float(row) / schedule.calendar(row).day_minutes


def _float(schedule: Schedule, row: int) -> str:
    return "" if _has_no_float(schedule, row) else amount(schedule.float_days(row))


def _float_days(schedule: Schedule, row: int) -> float:
    return schedule.float_days(row)


def _has_no_float(schedule: Schedule, row: int) -> bool:
    return schedule.outline.tasks[row].is_phase or row in schedule.undated


def _dated(key: Callable[[Schedule, int], float]) -> Callable[[Schedule, int], float]:
    """Something of dates to sort by, what has none last."""
    return lambda schedule, row: _FAR if row in schedule.undated else key(schedule, row)


def _word(text: Callable[[Schedule, int], str]) -> Callable[[Schedule, int], str]:
    """A text as something to sort by, the empty ones last."""
    return lambda schedule, row: text(schedule, row).casefold() or _LAST


@lru_cache(maxsize=4096)
def _date(day: date, _language: Language) -> str:
    """A date in the language spoken now; kept, because a page of rows tells some hundred."""
    return short_date(day)
