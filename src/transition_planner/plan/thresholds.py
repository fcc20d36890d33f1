"""What rules of `check` take as too much."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from transition_planner.plan.entry import Entry
from transition_planner.plan.quantity import Quantity

Count = Annotated[int, Field(strict=True, ge=1, le=10_000)]
Mean = Annotated[float, Field(ge=0, le=1000)]


class Thresholds(Entry):
    """Where rules of `check` draw their lines."""

    long_float: Quantity = Quantity(44.0, "d")
    """Total float above which a task is loose."""
    long_duration: Quantity = Quantity(44.0, "d")
    """Duration above which a task needs steps of its own, or a note that says why not."""
    predecessors: Count = 8
    """Links above which a task is a hotspot: the more meet, the likelier one of them is late."""
    least_density: Mean = 2.0
    """Links that touch a task, on average, below which logic is missing."""
    most_density: Mean = 4.0
    """The same, above which the network is too tangled to follow."""
    tasks_at_once: Count = 3
    """Tasks that a role can answer for at the same time."""
    weeks_without_news: Count = 4
    """Weeks after which a task that should move, and of which nothing is heard, is a finding."""
