"""Making a schedule refuse what it must not be asked: a date of what has none because of a circle of links."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any
from unittest import mock

from transition_planner.schedule.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_OF_DATES = (
    "early_start",
    "early_finish",
    "late_start",
    "late_finish",
    "total_float",
    "free_float",
    "first_day",
    "last_day",
)


@contextmanager
def no_dates_of_undated() -> Iterator[None]:
    """While it holds, asking for a date or float of a row without dates fails the test."""
    with ExitStack() as stack:
        for name in _OF_DATES:
            stack.enter_context(mock.patch.object(Schedule, name, _guarded(getattr(Schedule, name))))
        yield


def _guarded(method: Callable[[Schedule, int], Any]) -> Callable[[Schedule, int], Any]:
    def asked(found: Schedule, row: int) -> Any:
        assert row not in found.undated, f"{found.outline.ids[row]} has no dates"
        return method(found, row)

    return asked
