"""Print the plan's models side by side.

The key figures of each model fit on a screen. With --all, and in exports: its key milestones, its critical path, the
number of its measures by kind, the working days of each owner by quarter, the working days to spare before each fixed
date, the calendar days to spare in each time that the law sets, and what of the register no task of it names.

Where tasks of a model wait for each other in a circle, or find no working time, that is told; the other models are
printed, and the exit code is 1.

Where the plan names the task that chooses (`choice: choose-model`), and the model its goal, it tells the last day to
choose that still lets the goal be reached, by its own fixed date or else its forecast, and how many days later the
goal is for each month that the choice waits, and how many more fixed dates are missed then.

JSON: {plan, title, models: [{model, title, tasks, finish, key_milestones: [{id, title, date}],
threats_covered, threats, threats_uncovered, opportunities_realised, opportunities_unrealised: [id], kinds, load:
[{owner, quarter, days}], critical_path: [id], margins: [{task, field, limit, forecast, days, critical}], laws:
[{rule, first, second, bound, limit, forecast, broken, days, critical}], choice: {task, goal, forecast, goal_forecast,
target, last_day, waits: [{months, chosen, goal, days, missed: [id]}]}}], without_dates: [{model, why}],
shared_before_choice: [id]}. A plan without models has one entry, whose model is null; what the register would tell is
null without one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.opening import open_plan, told_as_failures
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put_json, say
from transition_planner.cli.sheets import put_csv, put_sheets
from transition_planner.locales import _

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@plan_options(model=_("Only this model. [default: all]"))
@click.option(
    "--export",
    "form",
    type=click.Choice(("html", "csv", "json")),
    help=_("Write one HTML page, CSV or JSON instead."),
)
@click.option("--all", "whole", is_flag=True, help=_("Print all, not only the key figures."))
@language_option
@json_option
def command(path: Path, model: str | None, form: str | None, *, whole: bool, as_json: bool) -> Exit:
    """Print the plan's models side by side."""
    from transition_planner.cli.models_data import model_data  # noqa: PLC0415  # 100 ms that help does not need
    from transition_planner.cli.models_text import model_sheets  # noqa: PLC0415  # as above
    from transition_planner.compare.modelview import (  # noqa: PLC0415  # as above
        model_views,
        shared_before_choice,
    )
    from transition_planner.tui.painting.titles import model_title, one_line  # noqa: PLC0415  # as above

    document = open_plan(path, model)
    plan = document.plan
    names: list[str | None] = [model] if model is not None else [*plan.models] or [None]
    views, obstacles = model_views(document, names)
    if not views:
        with told_as_failures(path):
            raise next(iter(obstacles.values()))
    for name, why in obstacles.items():
        say(
            _("{model} has no dates: {obstacle}. `transition-planner check` shows the place.").format(
                model=model_title(plan, name), obstacle=why
            )
        )
    ended = Exit.FINDINGS if obstacles else Exit.FINE
    if as_json or form == "json":
        put_json(
            {
                "plan": str(plan.id),
                "title": one_line(plan.title),
                "models": [model_data(document, view) for view in views],
                "without_dates": [{"model": name, "why": str(why)} for name, why in obstacles.items()],
                "shared_before_choice": list(shared_before_choice(views)),
            }
        )
        return ended
    sheets = tuple(model_sheets(document, views, whole=whole or form is not None))
    if form == "csv":
        put_csv(sheets)
    else:
        put_sheets(one_line(plan.title), sheets, form or "text")
    if not whole and form is None:
        say(_("All of it: --all."))
    if plan.models and plan.choice is None:
        say(_("The last day to choose is told once the plan names the task that chooses (choice: TASK)."))
    return ended
