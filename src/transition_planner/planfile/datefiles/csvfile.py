"""The days of a table: a header with the plan's own words `on`, `from`, `to`, `why`, and a line for each date."""

from __future__ import annotations

import csv
import re
from datetime import date
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.datefiles.dated import Dated, DateFileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.planfile.datefiles.dated import Horizon

_COLUMNS = ("on", "from", "to", "why")
_SEPARATORS = re.compile(r"[,;\t]")
_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
_DAY_OF_SPREADSHEETS = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})")
"""What a spreadsheet in Finland makes of every date that it saves."""


def csv_dates(text: str, horizon: Horizon) -> Iterator[Dated]:
    """The days of a table that lie within a horizon.

    Raises:
        DateFileError: if it is no such table, with the offset of the line.
    """
    lines = text.splitlines(keepends=True)
    separator = _SEPARATORS.search(lines[0]) if lines else None
    rows = csv.reader(lines, delimiter=separator[0] if separator else ",", strict=True)
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    begin = 0
    columns: Sequence[str] = ()
    try:
        for row in rows:
            if not columns:
                columns = _columns(row)
            elif any(map(str.strip, row)):
                dated = _dated(columns, row, offsets[begin])
                if dated.last >= horizon.first and dated.first <= horizon.last:
                    yield dated
            begin = rows.line_num
    except csv.Error as error:
        raise DateFileError(
            _("this is no line of a table ({reason})").format(reason=error), offsets[begin]
        ) from error
    if not columns:
        raise DateFileError(_("the table is empty"), 0)


def _columns(row: Sequence[str]) -> Sequence[str]:
    columns = [name.strip().lower() for name in row]
    if not set(columns) <= set(_COLUMNS) or len(set(columns)) < len(columns):
        raise DateFileError(_("the first line names the columns: on, from, to, why"), 0)
    if "on" not in columns and not {"from", "to"} <= set(columns):
        raise DateFileError(_("the table needs a column on, or columns from and to"), 0)
    return columns


def _dated(columns: Sequence[str], row: Sequence[str], offset: int) -> Dated:
    cells = {name: cell.strip() for name, cell in zip(columns, row, strict=False)}
    on, from_, to = (cells.get(name, "") for name in ("on", "from", "to"))
    if len(row) > len(columns) or bool(on) == bool(from_ or to) or bool(from_) != bool(to):
        raise DateFileError(_("the line needs a day under on, or days under from and to"), offset)
    first, last = _day(on or from_, offset), _day(on or to, offset)
    if last < first:
        raise DateFileError(_("the span ends before it begins"), offset)
    return Dated(first, last, " ".join(cells.get("why", "").split()))


def _day(text: str, offset: int) -> date:
    match = _DAY.fullmatch(text)
    parts = match.groups() if match else ()
    if match is None:
        match = _DAY_OF_SPREADSHEETS.fullmatch(text)
        parts = match.groups()[::-1] if match else ()
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except ValueError:
        raise DateFileError(
            _("{value} is not a day: write year, month and day as in 2027-06-18").format(value=repr(text)),
            offset,
        ) from None
