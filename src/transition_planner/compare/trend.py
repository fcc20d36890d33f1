"""Milestone trend analysis: what each revision of a plan forecast for its key milestones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from transition_planner.compare.datechange import key_dates
from transition_planner.compare.filehistory import changes
from transition_planner.compare.git import Repository
from transition_planner.locales import _
from transition_planner.planfile.loading import PlanFileError
from transition_planner.planfile.rereading import reread
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.schedule import schedule
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.compare.filehistory import Change
    from transition_planner.compare.forecastcache import Forecast, ForecastCache
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule

    Before = tuple[Document, Schedule]


@dataclass(frozen=True, slots=True)
class Point:
    """A commit that changed what is forecast."""

    change: Change
    finish: date
    dates: dict[str, date]
    """The day of each key milestone, by id."""


@dataclass(frozen=True, slots=True)
class Trend:
    """The forecasts of one model, the oldest first."""

    points: tuple[Point, ...]
    """Only commits that changed a date."""
    skipped: tuple[tuple[Change, str], ...]
    """Commits whose plan has no dates, each with the reason."""


def trend(file: Path, model: str | None, cache: ForecastCache) -> Trend:
    """The trend of a plan's file over its history.

    Raises:
        HistoryError: if git cannot tell the history.
    """
    repository = Repository.around(file)
    found = [each for each in reversed(changes(repository, repository.path(file))) if each.blob is not None]
    known = cache.read()
    blobs = list(dict.fromkeys(each.blob for each in found if each.blob and each.blob not in known))
    before: Before | None = None
    for blob, text in zip(blobs, repository.blobs(blobs), strict=True):
        known[blob], before = _forecast(text, model, before)
    if blobs:
        cache.write(known)
    points: list[Point] = []
    skipped = []
    for change in found:
        forecast = known[change.blob or ""]
        if "why" in forecast:
            skipped.append((change, forecast["why"]))
            continue
        dates = {id_: date.fromisoformat(day) for id_, day in forecast["dates"].items()}
        point = Point(change, date.fromisoformat(forecast["finish"]), dates)
        if not points or (points[-1].finish, points[-1].dates) != (point.finish, point.dates):
            points.append(point)
    return Trend(tuple(points), tuple(skipped))


def _forecast(text: bytes, model: str | None, before: Before | None) -> tuple[Forecast, Before | None]:
    """What a text forecasts, and what it says and when, from which the next is read and computed faster."""
    document, made = before or (None, None)
    try:
        document = reread(document, text.decode("utf-8", "surrogateescape"))
        if model is not None and model not in document.plan.models:
            return {"why": _("there is no model {model} in it").format(model=model)}, before
        made = schedule(document.plan, model, previous=made)
    except PlanFileError as error:
        finding = error.findings[0]
        return {"why": f"{finding.place}: {finding.message}" if finding.place else finding.message}, before
    except (CycleError, NoWorkingTime) as obstacle:
        return {"why": str(obstacle)}, before
    days = {id_: day.isoformat() for id_, day in key_dates(made).items()}
    return {"finish": made.last_day_of_all.isoformat(), "dates": days}, (document, made)
