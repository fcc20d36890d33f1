"""Print all that is known of a task: fields, dates, floats, links, register.

JSON: what `schedule` tells of a task, and {early_start, early_finish, late_start, late_finish,
free_float_days, calendar, models, predecessors: [{id, title, link, driving}], successors: [the same],
register: [{section, id, title}], law: [{id, severity, asks, first, second, broken, margin_days, limit, text, law,
section, source}], fields}. Early and late dates are minutes, written 2027-06-18T08:00; fields
is what the plan says of the task, by the keys of the plan file. Law holds the rules of the packs that bind the
task with another one: first and second are tasks, margin_days is how many it has to spare, or below zero how many are
missing, and limit is the day by which the second, or the first, would still do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.opening import find_row, open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options, task_argument
from transition_planner.cli.output import put, put_json

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@task_argument
@plan_options()
@language_option
@json_option
def command(task: str, path: Path, model: str | None, *, as_json: bool) -> Exit:
    """Print all that is known of a task."""
    from transition_planner.cli.task_data import task_data  # noqa: PLC0415  # 100 ms that help does not need
    from transition_planner.cli.task_text import task_lines  # noqa: PLC0415  # as above

    document, schedule = open_schedule(path, model, partly=True)
    row = find_row(schedule, task)
    if as_json:
        put_json(task_data(document, schedule, row))
    else:
        for line in task_lines(document, schedule, row):
            put(line)
    return Exit.FINE
