"""Keep the days that a plan takes from files of others.

JSON: freeze {plan, changed, written, entries: [{calendar, file, days}]}; `changed` is the list of lines taken out (-)
and put in (+), and days is how many spans the file has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.editing import edited, offered
from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.opening import open_plan
from transition_planner.cli.options import json_option, language_option, plan_options, yes_option
from transition_planner.cli.output import put_json, say
from transition_planner.locales import _, ngettext
from transition_planner.planfile.changedlines import changed_lines

if TYPE_CHECKING:
    from pathlib import Path


@click.group()
def command() -> None:
    """Hold what is done with calendars."""


@command.command(
    help=_(
        "Write the days of the files that calendars name (from-file) into the plan, so that a file which changes later "
        "moves no date. Run it again to take over what has changed; `check` tells when that is."
    )
)
@yes_option
@plan_options(model=None)
@language_option
@json_option
def freeze(path: Path, *, yes: bool, as_json: bool) -> Exit:
    """Compare, show, and write."""
    from transition_planner.planfile.datefiles.freezing import freezing  # noqa: PLC0415  # 60 ms that help does not need
    from transition_planner.planfile.datefiles.reading import Unusable  # noqa: PLC0415  # as above

    before = open_plan(path, None)
    try:
        files = freezing(before)
    except Unusable as unusable:
        raise Failure(str(unusable), Exit.UNREADABLE) from unusable
    after = edited(before, (each.edit for each in files))
    lines = changed_lines(before, after)
    written = bool(lines) and offered(before, after, agreed=yes, as_json=as_json)
    if as_json:
        entries = [{"calendar": each.calendar, "file": each.file, "days": len(each.spans)} for each in files]
        put_json({"plan": str(before.plan.id), "changed": lines, "written": written, "entries": entries})
    else:
        for each in files:
            number = len(each.spans)
            say(
                ngettext(
                    "{calendar}: {number} entry from {file}",
                    "{calendar}: {number} entries from {file}",
                    number,
                ).format(calendar=each.calendar, number=number, file=each.file)
            )
        if not lines:
            say(_("The plan has the days of its files already.") if files else _("No calendar names a file."))
    return Exit.FINE if written or not lines else Exit.FINDINGS
