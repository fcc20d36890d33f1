"""One model as a board weighs it: its measures, the load they lay on people, its margins and its gaps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.compare.choice import before, choice
from transition_planner.law.binding import bindings
from transition_planner.law.shelf import shelf_of
from transition_planner.plan.task import CONSTRAINTS
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.moments import end_of, start_of
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.instant import from_date, to_date
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from transition_planner.compare.choice import Choice
    from transition_planner.law.binding import Binding
    from transition_planner.law.shelf import Shelf
    from transition_planner.plan.register import Item, Register
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule

Quarter = tuple[int, int]
"""The year and 1 to 4."""

_LAST_QUARTER = 10
"""Its first month."""

_AT_START = ("start_no_later_than", "must_start_on")
_LIMITS = tuple(name for name in ("deadline", *CONSTRAINTS) if not name.endswith("no_earlier_than"))


@dataclass(frozen=True, slots=True)
class Margin:
    """How far a forecast lies from a fixed date."""

    task: str
    field: str
    """The name of the fixed date's field: `deadline`."""
    limit: date
    forecast: date
    days: float
    """Working days of the task's calendar to spare; negative when the date is missed."""
    critical: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """Items of the register that concern the model, by whether a task of it names them."""

    met: tuple[str, ...]
    unmet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModelView:
    """What a board weighs of one model."""

    schedule: Schedule
    kinds: Mapping[str | None, int]
    """How many tasks there are of each kind."""
    load: Mapping[tuple[str | None, Quarter], float]
    """Working days by owner and quarter."""
    margins: tuple[Margin, ...]
    """Of each fixed date, the tightest first."""
    laws: tuple[Binding, ...]
    """The rules of the law that bind tasks, the tightest first."""
    threats: Coverage | None
    """None without a register."""
    opportunities: Coverage | None
    choice: Choice | None

    @property
    def tasks(self) -> int:
        """How many tasks there are, milestones included."""
        return sum(self.kinds.values())


def model_view(schedule: Schedule, register: Register | None, shelf: Shelf) -> ModelView:
    """What a board weighs of the model of a schedule."""
    tasks = [task for task in schedule.outline.tasks if not task.is_phase]
    return ModelView(
        schedule=schedule,
        kinds=Counter(task.kind for task in tasks),
        load=_load(schedule),
        margins=tuple(sorted(_margins(schedule), key=lambda each: (each.days, each.task))),
        laws=_laws(schedule, shelf),
        threats=_coverage(
            register.threats if register else None,
            schedule.model,
            (id_ for task in tasks for id_ in task.mitigates),
        ),
        opportunities=_coverage(
            register.opportunities if register else None,
            schedule.model,
            (id_ for task in tasks for id_ in task.realises),
        ),
        choice=choice(schedule),
    )


def model_views(
    document: Document, models: Iterable[str | None]
) -> tuple[tuple[ModelView, ...], dict[str | None, CycleError | NoWorkingTime]]:
    """What a board weighs of some models, and what leaves the others of them without dates."""
    views, obstacles = [], {}
    shelf = shelf_of(document)
    for model in models:
        try:
            views.append(model_view(schedule(document.plan, model), document.register, shelf))
        except (CycleError, NoWorkingTime) as obstacle:
            obstacles[model] = obstacle
    return tuple(views), obstacles


def shared_before_choice(views: Sequence[ModelView]) -> tuple[str, ...]:
    """The tasks that every model has, and does before the choice where it has to wait for one, in file order."""
    if not any(_chooses(view.schedule) is not None for view in views):
        return ()
    first, *others = (_before_choice(view.schedule) for view in views)
    return tuple(id_ for id_ in first if all(id_ in each for each in others))


def _chooses(schedule: Schedule) -> int | None:
    """The row of the task that chooses the model."""
    return schedule.outline.row.get(schedule.plan.choice or "")


def _before_choice(schedule: Schedule) -> dict[str, None]:
    outline, chooses = schedule.outline, _chooses(schedule)
    if chooses is None:
        return {id_: None for id_, task in zip(outline.ids, outline.tasks, strict=True) if not task.is_phase}
    return {outline.ids[row]: None for row in sorted(before(schedule, chooses) - {chooses})}


def _laws(schedule: Schedule, shelf: Shelf) -> tuple[Binding, ...]:
    statutory = (each for each in bindings(schedule, shelf) if each.rule.statutory)
    return tuple(sorted(statutory, key=lambda each: (each.margin.days, each.id, each.margin.bound)))


def _coverage(items: Mapping[str, Item] | None, model: str | None, named: Iterable[str]) -> Coverage | None:
    if items is None:
        return None
    concerned = [id_ for id_, item in items.items() if item.concerns(model)]
    met = set(named)
    return Coverage(
        tuple(id_ for id_ in concerned if id_ in met), tuple(id_ for id_ in concerned if id_ not in met)
    )


def _load(schedule: Schedule) -> Mapping[tuple[str | None, Quarter], float]:
    """Working days by owner and quarter; waits by the clock are nobody's work."""
    load: dict[tuple[str | None, Quarter], float] = {}
    for row, task in enumerate(schedule.outline.tasks):
        if task.is_phase or (task.duration is not None and task.duration.elapsed):
            continue
        calendar = schedule.calendar(row)
        start, finish = schedule.early_start(row), schedule.early_finish(row)
        for quarter, first, end in _quarters(start, finish):
            minutes = calendar.work(min(end, finish)) - calendar.work(max(first, start))
            if minutes:
                days = load.get((task.owner, quarter), 0.0)
                load[task.owner, quarter] = days + minutes / calendar.day_minutes
    return load


def _quarters(start: int, finish: int) -> Iterator[tuple[Quarter, int, int]]:
    """The quarters between two instants, each with its own first instant and that of the next."""
    day = to_date(start)
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    while from_date(first) < finish:
        last = first.month == _LAST_QUARTER
        following = (
            first.replace(year=first.year + 1, month=1) if last else first.replace(month=first.month + 3)
        )
        yield (first.year, first.month // 3 + 1), from_date(first), from_date(following)
        first = following


def _margins(schedule: Schedule) -> Iterator[Margin]:
    outline = schedule.outline
    for row, task in enumerate(outline.tasks):
        if task.is_phase or task.finished is not None:
            continue
        calendar = schedule.calendar(row)
        for field in _LIMITS:
            fixed = getattr(task, field)
            if fixed is None:
                continue
            at_start = field in _AT_START
            limit = (start_of if at_start else end_of)(fixed.date)
            forecast = schedule.early_start(row) if at_start else schedule.early_finish(row)
            minutes = calendar.work(limit) - calendar.work(forecast)
            if field in schedule.missed(row):  # a date that breaks links is kept by the forecast, yet not met
                minutes = min(minutes, schedule.total_float(row))
            yield Margin(
                outline.ids[row],
                field,
                to_date(from_date(fixed.date)),
                schedule.first_day(row) if at_start else schedule.last_day(row),
                minutes / calendar.day_minutes,
                schedule.critical(row),
            )
