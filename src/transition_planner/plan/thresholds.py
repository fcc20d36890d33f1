"""What rules of `check` take as too much."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from transition_planner.plan.entry import Entry
from transition_planner.plan.quantity import FixedQuantity, Quantity
from transition_planner.plan.task import Percent

Count = Annotated[int, Field(strict=True, ge=1, le=10_000)]
Mean = Annotated[float, Field(ge=0, le=1000)]


class Thresholds(Entry):
    """Where rules of `check` draw their lines."""

    offenders: Percent = 5
    """Share of tasks or links up to which DCMA's points 1, 3, 5, 6, 8 and 11 pass."""
    least_finish_start: Percent = 90
    """Share of FS links below which too many are of other types."""
    least_index: Mean = 0.95
    """Value below which CPLI, BEI and the like fail."""
    long_lag: FixedQuantity = Quantity(44.0, "d")
    """Lag above which the wait is a task of its own."""
    long_float: FixedQuantity = Quantity(44.0, "d")
    """Total float above which a task is loose."""
    long_duration: FixedQuantity = Quantity(44.0, "d")
    """Duration above which a task needs steps of its own, or a note that says why not."""
    short_duration: FixedQuantity = Quantity(1.0, "d")
    """Duration below which a task is too small to plan."""
    predecessors: Count = 8
    """Links above which a task is a hotspot: the more meet, the likelier one of them is late."""
    least_density: Mean = 2.0
    """Links that touch a task, on average, below which logic is missing."""
    most_density: Mean = 4.0
    """The same, above which the network is too tangled to follow."""
    most_critical: Percent = 50
    """Share of open tasks above which too many are critical."""
    most_milestones: Percent = 50
    """Share of milestones above which the plan tells dates instead of work."""
    tasks_at_once: Count = 3
    """Tasks that a role can answer for at the same time."""
    weeks_without_news: Count = 4
    """Weeks after which a task that should move, and of which nothing is heard, is a finding."""
    status_age: Count = 35
    """Days after which a status date is old."""
    slip: Count = 10
    """Days behind the baseline above which a task needs a note."""
