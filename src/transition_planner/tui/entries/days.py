"""Days of a calendar as a line: `2027-07-01..2027-07-31 summer`, `12-24..01-01`, `FREQ=MONTHLY;BYDAY=2TU`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from transition_planner.locales import _
from transition_planner.tui.form.fieldtexts import spoken
from transition_planner.tui.form.mistyped import Mistyped
from transition_planner.tui.form.typed import retold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.planfile.edits.layout import Value

_DAY = r"\d{4}-\d\d-\d\d"
_LINE = re.compile(
    rf"""
      (?: (?P<file> \S (?:.*?\S)?? \.(?:ics|csv)) (?!\S)
        | (?P<rrule> \S*FREQ=\S*) (?: \s+ (?P<first>{_DAY})? \.\. (?P<last>{_DAY})? )?
        | (?P<from>{_DAY}) \s* \.\. \s* (?P<to>{_DAY})
        | (?P<on>{_DAY})
        | (?P<every> \d\d-\d\d (?: \.\. \d\d-\d\d )?)
      )
      [,;]? (?P<hours> (?: \s+ \d\d:\d\d-\d\d:\d\d )* ) [,;]?
      (?: \s+ (?P<why> .*) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def line_of(days: Mapping[str, Any], language: str) -> str:
    """How days read in their line, with their reason in the language spoken now.

    Args:
        days: As the plan's file has them.
        language: The one spoken now.
    """
    first, last = days.get("from", ""), days.get("to", "")
    if "rrule" in days:
        span = f" {first}..{last}" if first or last else ""
        said = f"{days['rrule']}{span}"
    else:
        said = days.get("from-file") or days.get("on") or days.get("every") or f"{first}..{last}"
    return " ".join(part for part in (said, days.get("hours", ""), spoken(days.get("why"), language)) if part)


def days_of(name: str, line: str, before: Mapping[str, Any], language: str) -> dict[str, Value]:
    """The days of a line as the plan's file has them.

    Args:
        name: The line's.
        line: What was typed.
        before: What the line stood for: reasons in other languages are kept, and the days of a file that are frozen.
        language: In which language the reason was typed.

    Raises:
        Mistyped: if they are none.
    """
    match = _LINE.fullmatch(line)
    if match is None:
        raise Mistyped(
            name,
            _(
                "{value} are no days: write 2027-06-24, 2027-07-01..2027-07-31, 12-24..01-01 for each year, "
                "FREQ=MONTHLY;BYDAY=2TU or the name of a file, and a reason behind"
            ).format(value=repr(line)),
        )
    said = match.groupdict()
    days: dict[str, Value] = {
        key: text
        for key, text in (
            ("on", said["on"]),
            ("every", said["every"]),
            ("rrule", said["rrule"]),
            ("from-file", said["file"]),
            ("from", said["from"] or said["first"]),
            ("to", said["to"] or said["last"]),
            ("hours", " ".join(said["hours"].split())),
        )
        if text
    }
    if "frozen" in before and before.get("from-file") == said["file"]:
        days["frozen"] = before["frozen"]
    why = retold(before.get("why"), said["why"] or "", language)
    return days if why is None else {**days, "why": why}
