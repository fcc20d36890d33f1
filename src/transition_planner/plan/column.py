"""Columns: one value a row, shared by what was there before an edit and after it.

A plan of 10,000 tasks has some fifteen columns. Copying a list of 10,000 takes 20 µs, and an edit changes a handful of
its values: so what an edit leaves alone stays where it is, and only its own values are kept beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_T = TypeVar("_T")

_MANY = 500
"""Copying as many changes with each edit costs as much as a fresh list now and then."""


class Edited(Generic[_T]):
    """A sequence with some of its values replaced."""

    __slots__ = ("_base", "_changes")

    def __init__(self, base: Sequence[_T] | Made[_T], changes: dict[int, _T]) -> None:
        """Keep both; neither is to be changed from now on but through this."""
        self._base = base
        self._changes = changes

    def __getitem__(self, row: int, /) -> _T:
        changes = self._changes
        return changes[row] if row in changes else self._base[row]

    def __setitem__(self, row: int, value: _T, /) -> None:
        self._changes[row] = value

    def __len__(self) -> int:
        return len(self._base)

    def __iter__(self) -> Iterator[_T]:
        return iter(self.settled())

    def settled(self) -> list[_T]:
        """The values as a list of their own."""
        values = list(self._base)
        for row, value in self._changes.items():
            values[row] = value
        return values

    def again(self) -> Edited[_T]:
        """The same, for further changes."""
        base, changes = self._base, self._changes
        if len(changes) <= _MANY:
            return Edited(base, changes.copy())
        return Edited(base.with_changes(changes) if isinstance(base, Made) else self.settled(), {})


class Made(Generic[_T]):
    """A column of what is only worth making where it is asked for; each value is made once."""

    __slots__ = ("_made", "_make", "_size")

    def __init__(self, size: int, make: Callable[[int], _T]) -> None:
        """Keep how a row's value is made."""
        self._size = size
        self._make = make
        self._made: dict[int, _T] = {}

    def __getitem__(self, row: int, /) -> _T:
        made = self._made
        if row not in made:
            made[row] = self._make(row)
        return made[row]

    def __setitem__(self, row: int, value: _T, /) -> None:
        self._made[row] = value

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[_T]:
        return (self[row] for row in range(self._size))

    def with_changes(self, changes: dict[int, _T]) -> Made[_T]:
        """The same with some values replaced; what is not made yet stays so."""
        column = Made(self._size, self._make)
        column._made = self._made | changes
        return column


Column: TypeAlias = "list[_T] | memoryview[_T] | Edited[_T] | Made[_T]"
"""Filled while it is made, and not changed later; a memoryview is that of an array."""


class Copy(Protocol):
    """A way to copy columns: `edited` or `settled`."""

    def __call__(self, column: Column[_T], /) -> Column[_T]:
        """The copy."""


def edited(column: Sequence[_T] | Edited[_T] | Made[_T]) -> Edited[_T]:
    """A copy to change, which takes no longer for more rows."""
    return column.again() if isinstance(column, Edited) else Edited(column, {})


def settled(column: Column[_T]) -> list[_T]:
    """A copy as a list, for what goes through all of it."""
    return column.settled() if isinstance(column, Edited) else list(column)
