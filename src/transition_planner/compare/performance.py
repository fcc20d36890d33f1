"""Progress against a baseline: slip, BEI, hit rate, missed tasks and CPLI, after the DCMA 14-point assessment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.schedule.moments import end_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Slip:
    """A task that finishes, or did finish, on another day than the baseline has it."""

    task: str
    baseline: date
    forecast: date
    """Or the day it was done."""

    @property
    def days(self) -> int:
        """Calendar days later than the baseline; negative for earlier."""
        return (self.forecast - self.baseline).days


@dataclass(frozen=True, slots=True)
class PathIndex:
    """How much faster the way to a milestone must be gone to reach it as the baseline has it (CPLI)."""

    task: str
    length: float
    """Working days from the status date to its forecast, by the plan's calendar."""
    float_days: float
    """Working days from its forecast to its baseline; negative when late."""

    @property
    def value(self) -> float | None:
        """(length + float) / length; None where no working day is left."""
        return (self.length + self.float_days) / self.length if self.length > 0 else None


@dataclass(frozen=True, slots=True)
class Performance:
    """Progress against a baseline up to a status date. Milestones and phases count in none of the shares."""

    slips: tuple[Slip, ...]
    """All tasks and milestones off their baseline, the latest first."""
    completed: int
    """Tasks done by the status date."""
    due: int
    """Tasks whose baseline finishes by the status date."""
    unbaselined: int
    """Tasks that the baseline does not have."""
    on_time: int
    """Of those due the ones done on or before their baseline's day."""
    missed: tuple[str, ...]
    """Of those due the ones that were done, or are forecast, later than their baseline's day."""
    undone: tuple[str, ...]
    """Of those due the ones that are not done."""
    paths: tuple[PathIndex, ...]
    """Of each open key milestone that the baseline has, by its day."""

    @property
    def bei(self) -> float | None:
        """Baseline execution index: completed / (due + unbaselined); None where nothing is due."""
        return _share(self.completed, self.due + self.unbaselined)

    @property
    def hit_rate(self) -> float | None:
        """The share of the tasks due that were done on time; None where nothing is due."""
        return _share(self.on_time, self.due)

    @property
    def missed_share(self) -> float | None:
        """The share of the tasks due that miss their baseline; None where nothing is due."""
        return _share(len(self.missed), self.due)


def performance(
    schedule: Schedule, baseline: Schedule, status: date, earlier_ids: Mapping[str, str]
) -> Performance:
    """Measure a schedule against that of a baseline.

    Args:
        schedule: As the plan stands.
        baseline: As it was promised.
        status: The day up to which progress is known, included.
        earlier_ids: The baseline's ids of tasks that were renamed since.
    """
    outline, was = schedule.outline, baseline.outline.row
    slips, due, late, undone, on_time = [], [], [], [], 0
    completed = unbaselined = 0
    for row, task in enumerate(outline.tasks):
        if task.is_phase:
            continue
        id_ = outline.ids[row]
        old = was.get(earlier_ids.get(id_, id_))
        counts = not task.is_milestone
        done = schedule.done(row) and schedule.last_day(row) <= status
        completed += counts and done
        if old is None:
            unbaselined += counts
            continue
        promised, forecast = baseline.last_day(old), schedule.last_day(row)
        if promised != forecast:
            slips.append(Slip(id_, promised, forecast))
        if counts and promised <= status:
            due.append(id_)
            on_time += done and forecast <= promised
            if not done:
                undone.append(id_)
            if forecast > promised:
                late.append(id_)
    return Performance(
        slips=tuple(sorted(slips, key=lambda slip: (-slip.days, slip.task))),
        completed=completed,
        due=len(due),
        unbaselined=unbaselined,
        on_time=on_time,
        missed=tuple(late),
        undone=tuple(undone),
        paths=_paths(schedule, baseline, status, earlier_ids),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _paths(
    schedule: Schedule, baseline: Schedule, status: date, earlier_ids: Mapping[str, str]
) -> tuple[PathIndex, ...]:
    outline, was = schedule.outline, baseline.outline.row
    calendar = schedule.calendars[schedule.plan.calendar]
    paths = []
    for row, task in enumerate(outline.tasks):
        id_ = outline.ids[row]
        old = was.get(earlier_ids.get(id_, id_))
        if not task.key or task.is_phase or schedule.done(row) or old is None:
            continue
        forecast = calendar.work(end_of(schedule.last_day(row)))
        length = forecast - calendar.work(end_of(status))
        slack = calendar.work(end_of(baseline.last_day(old))) - forecast
        paths.append(
            (
                schedule.last_day(row),
                PathIndex(id_, length / calendar.day_minutes, slack / calendar.day_minutes),
            )
        )
    return tuple(path for _day, path in sorted(paths, key=lambda each: (each[0], each[1].task)))


@dataclass(frozen=True, slots=True)
class Execution:
    """How well the last forecast was kept."""

    due: tuple[str, ...]
    """Tasks that were then forecast to finish by today's status date."""
    undone: tuple[str, ...]
    """Those of them that have not."""

    @property
    def index(self) -> float | None:
        """Current execution index (CEI): the share of those due that are done; None where nothing is due."""
        return _share(len(self.due) - len(self.undone), len(self.due))


def execution(
    schedule: Schedule, earlier: Schedule, status: date, earlier_ids: Mapping[str, str]
) -> Execution:
    """Measure a schedule against an earlier forecast; milestones and phases do not count."""
    outline, was = schedule.outline, earlier.outline.row
    due, undone = [], []
    for row, task in enumerate(outline.tasks):
        id_ = outline.ids[row]
        old = was.get(earlier_ids.get(id_, id_))
        if task.is_phase or task.is_milestone or old is None or earlier.done(old):
            continue
        if earlier.last_day(old) <= status:
            due.append(id_)
            if not (schedule.done(row) and schedule.last_day(row) <= status):
                undone.append(id_)
    return Execution(tuple(due), tuple(undone))
