"""TP107."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _, ngettext
from transition_planner.plan.finding import Severity
from transition_planner.planfile.datefiles.resolving import file_entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.planfile.datefiles.resolving import FileEntry


@rule("TP107", Family.STRUCTURE, Severity.INFO)
def changed_date_file(context: Context) -> Iterator[Offence]:
    """A file of dates says something else than the plan has frozen of it.

    What it checks:
        That the days which the plan keeps in `frozen` are those that the file named in `from-file` has now, and that
        the file can still be read.

    Why it matters:
        The frozen days count, so that no file of others moves a date of the plan unseen. When the board has moved a
        meeting, somebody has to take that over.

    Example that fails:
        calendars:
          board:
            within: office
            only:
              from-file: board.csv      # on 2027-03-09 now
              frozen: [{on: 2027-02-09}]
        tasks: {choose-model: {duration: 1d, calendar: board}}

    Example that passes:
        calendars:
          board: {within: office, only: {on: 2027-02-09}}
        tasks: {choose-model: {duration: 1d, calendar: board}}

    Remedy:
        Run `calendars freeze`: it shows the difference and writes it into the plan. Or correct the file.

    Source:
        The meaning of `from-file` and `frozen`.
    """
    for entry in file_entries(context.plan):
        if entry.days.frozen is not None:
            problem = _problem(context, entry)
            if problem:
                yield Offence(
                    problem,
                    (*entry.at, "from-file"),
                    _("The frozen days count. `calendars freeze` takes over those of the file."),
                )


def _problem(context: Context, entry: FileEntry) -> str:
    """What differs; "" for nothing."""
    from transition_planner.planfile.datefiles.freezing import days_now  # noqa: PLC0415  # few plans name files
    from transition_planner.planfile.datefiles.reading import Unusable  # noqa: PLC0415  # as above

    try:
        now = set(days_now(context.document, entry))
    except Unusable as unusable:
        return str(unusable)
    frozen = set(entry.days.frozen or ())
    new, gone = len(now - frozen), len(frozen - now)
    parts = [
        ngettext("{number} entry is new", "{number} entries are new", new).format(number=new) if new else "",
        ngettext("{number} is gone", "{number} are gone", gone).format(number=gone) if gone else "",
    ]
    told = ", ".join(filter(None, parts))
    return (
        _("{file} says something else than the plan: {changes}").format(file=entry.file, changes=told)
        if told
        else ""
    )
