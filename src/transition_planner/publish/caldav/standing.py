"""How a calendar on a server stands to the plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.publish.caldav.step import Action

if TYPE_CHECKING:
    from collections.abc import Collection

    from transition_planner.publish.caldav.step import Step


@dataclass(frozen=True, slots=True)
class Standing:
    """How many of its entries are how."""

    in_step: int
    due: int
    """To be written or deleted by the next run."""
    changed: int
    """By others, and left alone."""
    deleted: int
    """By others, and left so."""
    refused: int
    others: int
    """Entries that others made; they are never touched."""


def standing(wanted: Collection[str], steps: Collection[Step], *, others: int) -> Standing:
    """Count.

    Args:
        wanted: The UIDs of the plan's objects.
        steps: What would bring the calendar in step with it.
        others: How many entries are not ours.
    """
    counts = Counter(step.action for step in steps)
    asides = {step.uid for step in steps if step.action is not Action.ADOPT}
    return Standing(
        in_step=len(set(wanted) - asides),
        due=counts[Action.CREATE] + counts[Action.CHANGE] + counts[Action.DELETE],
        changed=counts[Action.CONFLICT],
        deleted=counts[Action.GONE],
        refused=counts[Action.REFUSED],
        others=others,
    )
