"""A waiver: a finding that people have looked at and accept for a time."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from transition_planner.plan.entry import Entry
from transition_planner.plan.moment import Day
from transition_planner.plan.text import Id, Text


class Waiver(Entry):
    """A rule that is not applied, to one thing or to all, with a reason and an end."""

    rule: Annotated[str, StringConstraints(pattern=r"^TP[1-9A]\d\d$")]
    """The code of the rule, as TP201; what keeps a plan from being read cannot be waived."""
    of: Id | None = None
    """What is excepted: a task, a phase with all its tasks, a calendar, an item of the register; absent: everything."""
    why: Text
    """The reason."""
    until: Day
    """The last day of the exception."""
