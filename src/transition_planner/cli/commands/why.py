"""Tell why a task is when it is: the chain of reasons down to the plan's start.

JSON: {plan, title, model, finish, chain: [{id, title, kind, phase, start, finish, duration, float_days,
critical, missed, reason, field, link, sentence}]}. Reason is start, link, constraint, phase, manual or
progress; field names the fixed date of a constraint, link is the link that drives; each is null where there
is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.opening import find_row, open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options, task_argument
from transition_planner.cli.output import put, put_json
from transition_planner.cli.rows import head_data, row_data

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.schedule.schedule import Schedule
    from transition_planner.schedule.why import Step


@click.command()
@task_argument
@plan_options()
@language_option
@json_option
def command(task: str, path: Path, model: str | None, *, as_json: bool) -> Exit:
    """Tell why a task is when it is."""
    from transition_planner.schedule.why import why  # noqa: PLC0415  # 100 ms that help does not need

    _document, schedule = open_schedule(path, model)
    chain = why(schedule, find_row(schedule, task))
    if as_json:
        put_json(head_data(schedule) | {"chain": [_step_data(schedule, step) for step in chain]})
    else:
        for step in chain:
            put(step.sentence)
    return Exit.FINE


def _step_data(schedule: Schedule, step: Step) -> dict[str, Any]:
    found = step.driver
    return row_data(schedule, step.row) | {
        "reason": found.kind,
        "field": found.field,
        "link": str(found.arc.link) if found.arc else None,
        "sentence": step.sentence,
    }
