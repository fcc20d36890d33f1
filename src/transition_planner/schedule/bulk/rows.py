"""The rows of a large network as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.integers import Flags, Integers


class Rows(NamedTuple):
    """One value a row of the outline where nothing else is said."""

    calendar: Integers
    """The index of its calendar among those of the network."""
    length: Integers
    floor: Integers
    level: Integers
    order: Integers
    """All rows, those of lower levels first."""
    rank: Integers
    """The place of each row in that order."""
    phase: Flags
