"""Print the critical path step by step, each with its dates and what it waits for.

One numbered list for each critical path; where there are several, the one that ends last comes first.

JSON: {plan, title, model, finish, paths: [[the steps, each as in the chain of `why`]]}.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.formatting import span
from transition_planner.cli.opening import open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put, put_json
from transition_planner.cli.rows import head_data, named
from transition_planner.locales import _

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@plan_options()
@language_option
@json_option
def command(path: Path, model: str | None, *, as_json: bool) -> Exit:
    """Print the critical path step by step."""
    from transition_planner.cli.steps import reason, step_data  # noqa: PLC0415  # 100 ms that help does not need
    from transition_planner.schedule.paths import critical_paths  # noqa: PLC0415  # as above

    _document, schedule = open_schedule(path, model)
    paths = critical_paths(schedule)
    if as_json:
        steps = [[step_data(schedule, row) for row in rows] for rows in paths]
        put_json(head_data(schedule) | {"paths": steps})
        return Exit.FINE
    for number, rows in enumerate(paths, 1):
        if len(paths) > 1:
            put(_("Path {number} of {count}").format(number=number, count=len(paths)))
        for step, row in enumerate(rows, 1):
            dates = span(schedule.first_day(row), schedule.last_day(row))
            put(f"{step}. {named(schedule, row)}: {dates}, {reason(schedule, row)}")
    return Exit.FINE
