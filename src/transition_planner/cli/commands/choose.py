"""Write down which model is chosen: one line of the plan file.

The tasks of the other models stay in the file and out of the schedule.

JSON: {plan, chosen, changed, finish}. `changed` is the list of lines taken out (-) and put in (+).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.editing import made
from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.opening import open_plan, require_model, told_as_failures
from transition_planner.cli.options import json_option, language_option, plan_option
from transition_planner.cli.output import put, put_json, say
from transition_planner.locales import _
from transition_planner.locales.dates import full_date
from transition_planner.planfile.changedlines import changed_lines

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("model", metavar="MODEL")
@plan_option
@language_option
@json_option
def command(model: str, path: Path, *, as_json: bool) -> Exit:
    """Write down which model is chosen."""
    from transition_planner.planfile.edits import SetPlanField  # noqa: PLC0415  # 100 ms that help does not need
    from transition_planner.schedule.scheduling import schedule  # noqa: PLC0415  # as above

    before = open_plan(path, None)
    if not before.plan.models:
        raise Failure(_("This plan has no models to choose from."), Exit.USAGE)
    require_model(before, model)
    after = made(before, [SetPlanField(("chosen",), model)])
    lines = changed_lines(before, after)
    with told_as_failures(path):
        finish = schedule(after.plan).last_day_of_all
    if as_json:
        put_json(
            {"plan": str(after.plan.id), "chosen": model, "changed": lines, "finish": finish.isoformat()}
        )
        return Exit.FINE
    for line in lines:
        put(line)
    if lines:
        say(
            _("The model {model} is chosen: it finishes on {day}.").format(model=model, day=full_date(finish))
        )
    else:
        say(_("The model {model} was chosen already.").format(model=model))
    return Exit.FINE
