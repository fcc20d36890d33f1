"""Print all tasks with their dates.

One line a task, indented below its phase: start, finish (the last working day), duration, total float in
days, and a `*` where it is critical.

JSON: {plan, title, model, finish, tasks: [{id, title, kind, phase, start, finish, duration, float_days,
critical, missed, circle}]}. Dates are written 2027-06-18; kind is task, milestone or phase; missed names the
fixed dates that are not met. Where tasks wait for each other in a circle, these and what waits for them have no dates:
start, finish and float_days are null, and circle has the ids along it; finish of the whole is null as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.formatting import days
from transition_planner.cli.opening import open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put_json, put_table
from transition_planner.cli.rows import dates, head_data, row_data, title
from transition_planner.locales import _
from transition_planner.locales.dates import full_date

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.schedule.schedule import Schedule


@click.command()
@plan_options()
@language_option
@json_option
def command(path: Path, model: str | None, *, as_json: bool) -> Exit:
    """Print all tasks with their dates."""
    _document, schedule = open_schedule(path, model, partly=True)
    rows = range(len(schedule.outline))
    if as_json:
        put_json(head_data(schedule) | {"tasks": [row_data(schedule, row) for row in rows]})
    else:
        header = (_("Task"), _("Start"), _("Finish"), _("Duration"), _("Float"), _("Critical"), _("Id"))
        put_table([header, *(_line(schedule, row) for row in rows)], numbers=(3, 4))
    return Exit.FINE


def _line(schedule: Schedule, row: int) -> tuple[str, ...]:
    outline = schedule.outline
    duration = outline.tasks[row].duration
    dated = row not in schedule.undated
    return (
        "  " * outline.depth[row] + title(schedule, row),
        full_date(schedule.first_day(row)) if dated else dates(schedule, row),
        full_date(schedule.last_day(row)) if dated else "",
        str(duration or ""),
        days(schedule.float_days(row)) if dated else "",
        "*" if schedule.critical(row) else "",
        outline.ids[row],
    )
