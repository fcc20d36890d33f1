"""Tell why a task is when it is: the chain of reasons down to the plan's start.

Behind it stand the rules of the law that bind the task, each with the days that it has to spare.

JSON: {plan, title, model, finish, chain: [{id, title, kind, phase, start, finish, duration, float_days,
critical, missed, circle, reason, field, link, sentence}], law: [{id, severity, asks, first, second, broken,
margin_days, limit, text, law, section, source}]}. Reason is start, link, constraint, phase, manual, progress or
circle; field names the date that holds the task, link is the link that drives; each is null where there is none.
Law is as in `show`.
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
    from transition_planner.cli.binding_text import binding_data, binding_lines  # noqa: PLC0415  # 100 ms help spares
    from transition_planner.cli.steps import step_data  # noqa: PLC0415  # as above
    from transition_planner.schedule.why import why  # noqa: PLC0415  # as above

    document, schedule = open_schedule(path, model, partly=True)
    row = find_row(schedule, task)
    chain = why(schedule, row)
    if as_json:
        put_json(
            head_data(schedule)
            | {
                "chain": [step_data(schedule, step.row) for step in chain],
                "law": binding_data(document, schedule, row),
            }
        )
    else:
        for line in (*(step.sentence for step in chain), *binding_lines(document, schedule, row)):
            put(line)
    return Exit.FINE
