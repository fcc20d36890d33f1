"""One rule of a pack: what the law or custom asks between two kinds of task, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, model_validator

from transition_planner.plan.entry import Entry
from transition_planner.plan.moment import Day, Yearly
from transition_planner.plan.refusal import refusal
from transition_planner.plan.text import Id, Text

if TYPE_CHECKING:
    from datetime import date

UNITS = ("calendar-days", "working-days", "months", "years")
"""The units that dates are computed with; others are for reading only."""


class LawRule(Entry):
    """A rule about tasks that bear its tags.

    A `lead-min` asks that at least some time passes between the end of the first task and the start of the second,
    a `precedence` that the first ends before, a `lag-max` that the second ends at most some time after the first, a
    `deadline` that a task ends by a day of the year, a `window` that the second ends inside a span of the year. The
    other forms, and windows without a span, are for reading.
    """

    form: Literal[
        "lead-min",
        "lag-max",
        "precedence",
        "deadline",
        "window",
        "threshold",
        "majority",
        "process-time",
        "content",
        "fact",
    ]
    """What it asks."""
    value: int | float | None = None
    """How much, in `unit`."""
    unit: str | None = None
    """calendar-days, working-days, months or years; in rules for reading any other."""
    from_: Id | None = None
    """The tag of the first task."""
    to: Id | None = None
    """The tag of the second task."""
    counts_from: Literal["finish", "start", "month-end"] = "finish"
    """What of the first task the time is counted from: its end, its start, or the end of the month it ends in."""
    day: Yearly | None = None
    """The day of the year of a deadline."""
    binds: Literal["from", "to"] = "to"
    """Which task the deadline is for: the second, after the first; or the first, before the second."""
    employees: Annotated[int, Field(strict=True, ge=1)] | None = None
    """How many people an employer has at least that the rule binds; absent: it binds all."""
    open: Yearly | None = None
    """The span of the year of a window."""
    rolls: bool = False
    """Whether a last day without work moves to the next working day, as the act 150/1930 says of acts before an
    authority."""
    own_rules: bool = False
    """Whether an organisation's own rules set the time: until the plan tells it, the value is only customary."""
    text: Text
    """What is asked, in one sentence of the pack's own."""
    law: str
    """The act."""
    section: str
    """Its section."""
    source: str
    """Where to read it."""
    seen: Literal["statute", "page", "memory"]
    """What the rule was made from."""
    certainty: Literal["high", "medium", "low"]
    """How sure its author is."""
    severity: Literal["statutory", "practice"]
    """Whether the law asks it (then a breach is an error), or custom (a warning)."""
    note: str | None = None
    """A remark for whoever reads the pack."""

    @property
    def computed(self) -> bool:
        """Whether dates can be held against it; else it is for reading."""
        return self.form in {"lead-min", "lag-max", "precedence", "deadline"} or self.open is not None

    @property
    def statutory(self) -> bool:
        """Whether the law sets it, not custom, nor rules of an organisation that the plan does not tell."""
        return self.severity == "statutory" and not self.own_rules

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.form in {"lead-min", "lag-max"} and not (isinstance(self.value, int) and self.unit in UNITS):
            raise refusal(
                "a {form} needs a value in whole numbers and a unit: {units}",
                form=self.form,
                units=", ".join(UNITS),
            )
        if self.form == "deadline" and self.day is None:
            raise refusal("a deadline needs its day, as in 04-30")
        needed = (self.to,) if self.form == "window" else (self.from_, self.to)
        if self.computed and None in needed:
            raise refusal("the tags of the tasks are missing: from, to")
        return self


class Pack(Entry):
    """Rules that belong together."""

    title: Text
    """What the pack is about."""
    seen: Day
    """The day up to which the pack was last compared with the law."""
    rules: Annotated[dict[Id, LawRule], Field(min_length=1)]
    """The rules, by id."""

    def aged(self, today: date) -> bool:
        """Whether that is more than a year ago."""
        seen = self.seen
        return (today.year - seen.year, today.month, today.day) > (1, seen.month, seen.day)
