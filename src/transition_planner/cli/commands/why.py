"""Tell why a task is when it is: the chain of reasons down to the plan's start.

JSON: {plan, title, model, finish, chain: [{id, title, kind, phase, start, finish, duration, float_days,
critical, missed, reason, field, link, sentence}]}. Reason is start, link, constraint, phase, manual or
progress; field names the date that holds the task, link is the link that drives; each is null where there
is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.opening import find_row, open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options, task_argument
from transition_planner.cli.output import put, put_json
from transition_planner.cli.rows import head_data

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@task_argument
@plan_options()
@language_option
@json_option
def command(task: str, path: Path, model: str | None, *, as_json: bool) -> Exit:
    """Tell why a task is when it is."""
    from transition_planner.cli.steps import step_data  # noqa: PLC0415  # 100 ms that help does not need
    from transition_planner.schedule.why import why  # noqa: PLC0415

    _document, schedule = open_schedule(path, model)
    chain = why(schedule, find_row(schedule, task))
    if as_json:
        put_json(head_data(schedule) | {"chain": [step_data(schedule, step.row) for step in chain]})
    else:
        for step in chain:
            put(step.sentence)
    return Exit.FINE
