"""A task as the plan writes it: a measure, a milestone or decision, or a phase that holds tasks."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from transition_planner.plan.entry import Entry
from transition_planner.plan.link import Link
from transition_planner.plan.moment import Moment
from transition_planner.plan.quantity import Quantity
from transition_planner.plan.refusal import refusal
from transition_planner.plan.text import Id, Text

Flag = Annotated[bool, Field(strict=True)]
"""true or false, and no word that might mean one of them."""


class Fixed(Entry):
    """A date that is not computed, with the reason for it."""

    date: Moment
    """The day, or the minute."""
    why: Text | None = None
    """The reason."""


def _fixed(value: Any) -> Any:
    return {"date": value} if isinstance(value, str | date) else value


FixedDate = Annotated[
    Fixed,
    BeforeValidator(_fixed, json_schema_input_type=Moment | Fixed),
]
"""`2027-06-18`, or `{date: 2027-06-18, why: …}`."""


class Range(Entry):
    """The shortest and the longest a task may take: `5d..15d`."""

    shortest: Quantity
    longest: Quantity

    def __str__(self) -> str:
        return f"{self.shortest}..{self.longest}"


def _range(value: Any) -> Any:
    if isinstance(value, Range):
        return value
    shortest, dots, longest = value.partition("..") if isinstance(value, str) else ("", "", "")
    if not dots:
        raise refusal(
            "{value} is not a range: write the shortest and the longest as in 5d..15d", value=repr(value)
        )
    return {"shortest": shortest.strip(), "longest": longest.strip()}


DurationRange = Annotated[
    Range,
    BeforeValidator(_range),
    WithJsonSchema({"type": "string", "pattern": r"^.+\.\..+$", "examples": ["5d..15d"]}),
]


def _percent(value: Any) -> Any:
    text = f"{value}" if isinstance(value, str | int) and not isinstance(value, bool) else ""
    digits = text.removesuffix("%").strip()
    if not digits.isdecimal() or int(digits) > 100:  # noqa: PLR2004  # the whole
        raise refusal("{value} is not a share: write 0% to 100%", value=repr(value))
    return int(digits)


Percent = Annotated[
    int,
    BeforeValidator(_percent),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{1,3}%$", "examples": ["40%"]}),
]


class Manual(Entry):
    """Dates set by hand: the task keeps them, whatever its links say."""

    start: Moment
    """Its first day or minute."""
    finish: Moment
    """Its last day, or the minute it ends."""
    why: Text | None = None
    """The reason."""

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if str(self.finish) < str(self.start)[: len(str(self.finish))]:
            raise refusal(
                "finishes on {finish}, before it starts on {start}",
                finish=str(self.finish),
                start=str(self.start),
            )
        return self


class Task(Entry):
    """A measure; without a duration a milestone; with tasks of its own a phase."""

    title: Text | None = None
    """What is done, as a verb and its object; absent: the id."""
    kind: Id | None = None
    """The sort of work, in the plan's own words: governance, licence, staff, funding, …"""
    key: Flag = False
    """Whether it is one of the few dates everybody should know."""
    decision: Flag = False
    """Whether somebody decides here."""
    duration: Quantity | None = None
    """The likely duration; absent or 0d: a milestone."""
    range: DurationRange | None = None
    """The shortest and the longest duration."""
    calendar: Id | None = None
    """The working time of this task; absent: the plan's."""
    after: tuple[Link, ...] = ()
    """Its predecessors."""
    start_no_earlier_than: FixedDate | None = None
    """Its start waits for this date."""
    start_no_later_than: FixedDate | None = None
    """It has to start by this date."""
    finish_no_earlier_than: FixedDate | None = None
    """Its finish waits for this date."""
    finish_no_later_than: FixedDate | None = None
    """It has to finish by this date."""
    must_start_on: FixedDate | None = None
    """Its start is held to this date."""
    must_finish_on: FixedDate | None = None
    """Its finish is held to this date."""
    as_late_as_possible: Flag = False
    """Whether it waits as long as nothing later is delayed."""
    deadline: FixedDate | None = None
    """A date that moves nothing and is watched."""
    manual: Manual | None = None
    """Dates set by hand; of a phase those it is shown with, and none of its tasks starts before."""
    started: Moment | None = None
    """When work began."""
    finished: Moment | None = None
    """When work ended."""
    done: Percent | None = None
    """The share of the duration that is behind."""
    remaining: Quantity | None = None
    """What is still ahead, where that is better known than the share done."""
    resumes: Moment | None = None
    """When the work that is still ahead goes on, after a break."""
    active: Flag = True
    """Whether it is planned at all; false keeps it in the file and out of the schedule."""
    owner: Id | None = None
    """The role that answers for it."""
    involves: tuple[Id, ...] = ()
    """Other roles that take part."""
    ignore_role_calendars: Flag = False
    """Whether it runs although its roles are not at work."""
    in_: tuple[Id, ...] | None = None
    """The models it belongs to; absent: those of its phase, and at the top all."""
    serves: tuple[Id, ...] = ()
    """Objectives of the register."""
    realises: tuple[Id, ...] = ()
    """Opportunities of the register."""
    mitigates: tuple[Id, ...] = ()
    """Threats of the register."""
    tags: tuple[Id, ...] = ()
    """What statutory rules know it by."""
    rules: tuple[Id, ...] = ()
    """Statutory rules it was planned by."""
    note: Text | None = None
    """A remark."""
    tasks: Annotated[dict[Id, Task] | None, Field(min_length=1)] = None
    """The tasks of a phase."""

    @property
    def is_phase(self) -> bool:
        """Whether it holds tasks."""
        return self.tasks is not None

    @property
    def is_milestone(self) -> bool:
        """Whether it takes no time."""
        return self.tasks is None and (self.duration is None or self.duration.amount == 0)


CONSTRAINTS = (
    "start_no_earlier_than",
    "start_no_later_than",
    "finish_no_earlier_than",
    "finish_no_later_than",
    "must_start_on",
    "must_finish_on",
)
"""The fields that hold a task to a date."""
