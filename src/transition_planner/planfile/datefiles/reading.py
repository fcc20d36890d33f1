"""A file of dates from the plan's folder, within bounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from transition_planner.locales import _
from transition_planner.plan.calendar import FrozenSpan
from transition_planner.plan.finding import Finding
from transition_planner.plan.moment import LAST_YEAR
from transition_planner.planfile.datefiles.csvfile import csv_dates
from transition_planner.planfile.datefiles.dated import DateFileError, Horizon
from transition_planner.planfile.datefiles.icsfile import ics_dates
from transition_planner.planfile.inside import OutsideError, TooLargeError, bytes_inside
from transition_planner.planfile.places import place_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.datefiles.dated import Dated

LARGEST = 2_000_000
"""Bytes."""
MOST = 2_000
"""Days and spans within the horizon."""
_LONGEST_WHY = 200
"""Characters of a reason that are kept."""
_YEARS_BEFORE, _YEARS_BEHIND = 1, 10


class Unusable(Exception):  # noqa: N818  # a fact about a file of others, with what to do about it
    """A file of dates that cannot be used."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.place}: {finding.message}" if finding.place else finding.message)
        self.finding = finding
        """Why; with a place where that is in the file itself."""

    def finding_at(self, at: KeyPath) -> Finding:
        """The finding of the entry that names the file."""
        return replace(self.finding, at=at)


def horizon_of(plan: Plan) -> Horizon:
    """The days that a plan takes from files: from the year before its start to the tenth after it."""
    year = plan.start.year
    return Horizon(date(year - _YEARS_BEFORE, 1, 1), date(min(year + _YEARS_BEHIND, LAST_YEAR), 12, 31))


def file_bytes(folder: Path, name: str) -> bytes:
    """The bytes of a file of dates in the plan's folder.

    Raises:
        Unusable: if it lies elsewhere, cannot be read or is too large.
    """
    try:
        return bytes_inside(folder, name, LARGEST)
    except OutsideError:
        raise Unusable(
            Finding(
                "TP006",
                _("{file} lies outside the plan's folder").format(file=name),
                hint=_("Put it beside the plan, and write its name."),
            )
        ) from None
    except TooLargeError:
        raise Unusable(
            Finding(
                "TP006",
                _("{file} is larger than {number} MB").format(file=name, number=LARGEST // 1_000_000),
                hint=_("Have its program write only the years of the plan."),
            )
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise Unusable(
            Finding(
                "TP006",
                _("{file}: cannot be read ({reason})").format(file=name, reason=reason or str(error)),
                hint=_("Put it beside the plan, or delete the entry."),
            )
        ) from None


def spans(data: bytes, name: str, plan: Plan, *, closures: bool) -> tuple[FrozenSpan, ...]:
    """The days of a file, in order, each once.

    Args:
        data: The file.
        name: Its name in the plan, which tells what it is.
        plan: Whose horizon and time zone count.
        closures: Whether the days close: what has hours, as a meeting, closes no day.

    Raises:
        Unusable: if it is no such file, or has too much in it.
    """
    text = data.decode("utf-8-sig", "surrogateescape")
    horizon = horizon_of(plan)
    try:
        _refuse_other_encodings(text)
        found = (
            csv_dates(text, horizon)
            if name.lower().endswith(".csv")
            else ics_dates(text, ZoneInfo(plan.timezone), horizon)
        )
        return tuple(_span(each) for each in _within(found, horizon, closures=closures))
    except DateFileError as error:
        place = None if error.offset is None else place_at(text, name, error.offset)
        message = str(error) if place else f"{name}: {error}"
        raise Unusable(
            Finding("TP006", message, hint=_("Correct the file, or write it anew."), place=place)
        ) from None


def _refuse_other_encodings(text: str) -> None:
    """Refuse bytes that are no UTF-8, which stand in the text as halves of surrogate pairs."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise DateFileError(
            _("this is not written in UTF-8: save the file in that encoding"), error.start
        ) from None


def _within(found: Iterable[Dated], horizon: Horizon, *, closures: bool) -> list[Dated]:
    kept: set[Dated] = set()
    for each in found:
        if (each.whole or not closures) and each.last >= horizon.first and each.first <= horizon.last:
            kept.add(each)
            if len(kept) > MOST:
                raise DateFileError(
                    _("it has more than {number} dates from {first} to {last}").format(
                        number=MOST, first=horizon.first, last=horizon.last
                    )
                )
    return sorted(kept)


def _span(dated: Dated) -> FrozenSpan:
    why = dated.why[:_LONGEST_WHY] or None
    if dated.first == dated.last:
        return FrozenSpan(on=dated.first, why=why)
    return FrozenSpan(from_=dated.first, to=dated.last, why=why)
