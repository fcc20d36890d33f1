"""Milestone trend analysis: what each revision of a plan forecast for its key milestones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from transition_planner.compare.datechange import key_dates
from transition_planner.compare.entries import entries
from transition_planner.compare.renames import renames
from transition_planner.git.filehistory import changes
from transition_planner.git.repository import Repository
from transition_planner.locales import _
from transition_planner.planfile.datefiles.resolving import live_files
from transition_planner.planfile.loading import PlanFileError, parse
from transition_planner.planfile.rereading import reread
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from transition_planner.compare.forecastcache import Forecast, ForecastCache
    from transition_planner.git.filehistory import Change
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule

    Before = tuple[Document, Schedule]
    Known = dict[str, Forecast]


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
    told = [each for each in found if "why" not in known[each.blob or ""]]
    renamed = _renamed(repository, told, known)
    if blobs or renamed:
        cache.write(known | renamed)
    return Trend(
        points=tuple(_points(told, known | renamed)),
        skipped=tuple(
            (each, known[each.blob or ""]["why"]) for each in found if "why" in known[each.blob or ""]
        ),
    )


def _points(told: list[Change], known: Known) -> Iterator[Point]:
    """The commits that changed a date, by the ids that the milestones have now."""
    ids: list[dict[str, str]] = [{}]
    for old, new in reversed(list(pairwise(told))):
        renamed: dict[str, str] = known.get(_step(old, new), {})
        later = {was: is_ for was, is_ in ids[-1].items() if was not in renamed.values()}
        later |= {was: ids[-1].get(is_, is_) for was, is_ in renamed.items()}
        ids.append(later)
    last = None
    for change, later in zip(told, reversed(ids), strict=False):
        forecast = known[change.blob or ""]
        dates = {later.get(id_, id_): date.fromisoformat(day) for id_, day in forecast["dates"].items()}
        point = Point(change, date.fromisoformat(forecast["finish"]), dates)
        if last is None or (last.finish, last.dates) != (point.finish, point.dates):
            yield point
        last = point


def _renamed(repository: Repository, told: list[Change], known: Known) -> Known:
    """What was renamed by the commits, not known yet, with which key milestones both went and came."""
    steps = {}
    for old, new in pairwise(told):
        was, is_ = (set(known[each.blob or ""]["dates"]) for each in (old, new))
        if was - is_ and is_ - was and _step(old, new) not in known:
            steps[_step(old, new)] = old.blob or "", new.blob or ""
    texts = repository.blobs([blob for pair in steps.values() for blob in pair])
    found = [entries(parse(text.decode("utf-8", "surrogateescape")).plan) for text in texts]
    return {
        step: dict(renames(was, is_)) for step, was, is_ in zip(steps, found[::2], found[1::2], strict=True)
    }


def _step(old: Change, new: Change) -> str:
    """The key of what one commit renamed, in the cache."""
    return f"{old.blob}..{new.blob}"


def _forecast(text: bytes, model: str | None, before: Before | None) -> tuple[Forecast, Before | None]:
    """What a text forecasts, and what it says and when, from which the next is read and computed faster."""
    document, made = before or (None, None)
    try:
        document = reread(document, text.decode("utf-8", "surrogateescape"))
        if model is not None and model not in document.plan.models:
            return {"why": _("there is no model {model} in it").format(model=model)}, before
        files = live_files(document.plan)
        if files:
            # Reading each of them as it was in each commit would take git longer than all the plans.
            return {"why": _("dates of {file} are not frozen into it").format(file=files[0])}, before
        made = schedule(document.plan, model, previous=made)
    except PlanFileError as error:
        finding = error.findings[0]
        return {"why": f"{finding.place}: {finding.message}" if finding.place else finding.message}, before
    except (CycleError, NoWorkingTime) as obstacle:
        return {"why": str(obstacle)}, before
    days = {id_: day.isoformat() for id_, day in key_dates(made).items()}
    return {"finish": made.last_day_of_all.isoformat(), "dates": days}, (document, made)
