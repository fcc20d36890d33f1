"""The plan: what its file says, validated, with nothing computed."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, field_validator

from transition_planner.plan.calendar import Calendar
from transition_planner.plan.entry import Entry
from transition_planner.plan.moment import Day, Moment
from transition_planner.plan.quantity import FixedQuantity, Quantity
from transition_planner.plan.refusal import refusal
from transition_planner.plan.task import Flag, Task
from transition_planner.plan.text import Id, Text
from transition_planner.plan.thresholds import Thresholds
from transition_planner.plan.waiver import Waiver


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise refusal(
            "{value} is not a time zone: write one as in Europe/Helsinki", value=repr(name)
        ) from None
    return name


class Model(Entry):
    """One of the alternatives the study weighed."""

    title: Text | None = None
    """Its name for readers; absent: the id."""
    summary: Text | None = None
    """What it means, in a few sentences."""
    goal: Id | None = None
    """The milestone that the model aims at."""
    overrides: dict[Id, dict[str, Any]] = Field(default_factory=dict)
    """Fields of shared tasks that differ in this model, by task id."""


class Role(Entry):
    """Somebody who does or decides: a post, a body, an authority, never a person's name."""

    title: Text | None = None
    """Its name for readers; absent: the id."""
    side: Id | None = None
    """The organisation it belongs to."""
    calendar: Id | None = None
    """When it can work: so do the tasks it owns or is involved in, unless they ignore it."""


class Limits(Entry):
    """Where the plan draws its lines."""

    critical: FixedQuantity = Quantity(0.0, "d")
    """Total float up to which a task is critical."""
    near_critical: FixedQuantity = Quantity(5.0, "d")
    """Total float up to which a task is nearly critical."""
    each_end: Flag = False
    """Whether each task that nothing follows has its own finish for its limit, not that of the whole: then every
    chain of tasks has a critical path."""


class Plan(Entry):
    """A whole plan of one transition, with all its models."""

    format: Literal[1]
    """The version of this format."""
    id: UUID
    """Made once, never changed: calendar entries hang on it."""
    title: Text
    """The transition's name."""
    summary: Text | None = None
    """What the plan is about, in a few sentences."""
    timezone: Annotated[str, AfterValidator(_zone)] = "Europe/Helsinki"
    """Where the plan's days and hours are those of the clock on the wall."""
    start: Moment
    """Where the dates begin: only a date of its own, or progress, has a task start earlier. There is no scheduling
    back from a finish."""
    status_date: Day | None = None
    """What is known up to here."""
    day: Quantity | None = None
    """Length of a day in durations, as MS Project counts; absent: the day of the task's calendar."""
    week: Quantity | None = None
    """Length of a week in durations; absent: the working days of the calendar's week."""
    calendar: Id = "always"
    """The working time of each task that names none."""
    register_: Annotated[str | None, Field(description="The register's file, beside the plan.")] = None
    rules: tuple[str, ...] = ()
    """Rule packs of statutory lead times: fi/association, fi/licence, …, or a file beside the plan."""
    rule_parameters: dict[Id, Annotated[int, Field(strict=True, ge=0, le=3650)] | Literal[False]] = Field(
        default_factory=dict
    )
    """What an organisation's own rules set in rules of the packs, by their ids: 7 for a meeting notice of 7 days
    instead of the pack's; false for a rule that does not apply."""
    employees: dict[Id, Annotated[int, Field(strict=True, ge=0, le=10_000_000)]] = Field(default_factory=dict)
    """How many people organisations employ, by the `side` of their roles: some rules of the packs bind only employers
    of a certain size."""
    waivers: tuple[Waiver, ...] = ()
    """Findings of `check` that people accept, each with a reason and an end."""
    chosen: Id | None = None
    """The model that is carried out, once that is decided."""
    choice: Id | None = None
    """The task that chooses the model."""
    baseline: str | None = None
    """The revision of git that progress is measured against: a tag, a commit, or a day such as 2027-06-18."""
    # Made without validation, the defaults need no schema of their own: 3 ms of each start.
    limits: Limits = Limits.model_construct()
    """Up to which float tasks are critical."""
    thresholds: Thresholds = Thresholds.model_construct()
    """What rules of `check` take as too much."""
    models: dict[Id, Model] = Field(default_factory=dict)
    """The alternatives, by id."""
    calendars: dict[Id, Calendar] = Field(default_factory=dict)
    """Working times and windows, by id; always is built in."""
    roles: dict[Id, Role] = Field(default_factory=dict)
    """Who does or decides, by id."""
    tasks: dict[Id, Task]
    """What is done, by id, in phases of any depth."""

    def __repr__(self) -> str:
        return f"Plan(id={str(self.id)!r}, title={self.title!r}, {len(self.tasks)} tasks at the top)"

    @field_validator("calendars")
    @classmethod
    def _built_in(cls, calendars: dict[str, Calendar]) -> dict[str, Calendar]:
        if "always" in calendars:
            raise refusal("the calendar always is built in: give this one another name")
        return calendars
