"""Print the plan's models side by side.

For each model the number of its tasks, its finish, its key milestones, and how many of the register's threats
that concern it have a task against them.

JSON: {plan, title, models: [{model, title, tasks, finish, key_milestones: [{id, title, date}],
threats_covered, threats}]}. A plan without models has one entry, whose model is null; without a register both
numbers are null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.opening import open_plan, told_as_failures
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put_json, put_table
from transition_planner.cli.rows import key_milestones, key_milestones_data, title
from transition_planner.locales import _
from transition_planner.locales.dates import full_date

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


@click.command()
@plan_options(model=_("Only this model. [default: all]"))
@language_option
@json_option
def command(path: Path, model: str | None, *, as_json: bool) -> Exit:
    """Print the plan's models side by side."""
    from transition_planner.schedule.schedule import schedule  # noqa: PLC0415  # 100 ms that help does not need

    document = open_plan(path, model)
    names: list[str | None] = [model] if model is not None else [*document.plan.models] or [None]
    with told_as_failures(path):
        schedules = [schedule(document.plan, name) for name in names]
    if as_json:
        put_json(_data(document, schedules))
    else:
        _put_text(document, schedules)
    return Exit.FINE


def _tasks(schedule: Schedule) -> int:
    return sum(not task.is_phase for task in schedule.outline.tasks)


def _threats(document: Document, schedule: Schedule) -> tuple[int, int] | None:
    """How many threats that concern the model have a task against them, and how many there are."""
    if document.register is None:
        return None
    threats = [id_ for id_, item in document.register.threats.items() if item.concerns(schedule.model)]
    met = {id_ for task in schedule.outline.tasks for id_ in task.mitigates}
    return len(met.intersection(threats)), len(threats)


def _data(document: Document, schedules: list[Schedule]) -> dict[str, Any]:
    from transition_planner.tui.titles import model_title, one_line  # noqa: PLC0415  # 60 ms that help does not need

    plan = document.plan
    models = []
    for schedule in schedules:
        covered, threats = _threats(document, schedule) or (None, None)
        models.append(
            {
                "model": schedule.model,
                "title": model_title(plan, schedule.model),
                "tasks": _tasks(schedule),
                "finish": schedule.last_day_of_all.isoformat(),
                "key_milestones": key_milestones_data(schedule),
                "threats_covered": covered,
                "threats": threats,
            }
        )
    return {"plan": str(plan.id), "title": one_line(plan.title), "models": models}


def _put_text(document: Document, schedules: list[Schedule]) -> None:
    from transition_planner.tui.titles import model_title  # noqa: PLC0415  # as above

    header = ["", *(model_title(document.plan, schedule.model) or _("Plan") for schedule in schedules)]
    rows = [
        [_("Tasks"), *(str(_tasks(schedule)) for schedule in schedules)],
        [_("Finish"), *(full_date(schedule.last_day_of_all) for schedule in schedules)],
    ]
    titles: dict[str, str] = {}
    dates: list[dict[str, str]] = []
    for schedule in schedules:
        ids = schedule.outline.ids
        milestones = key_milestones(schedule)
        titles |= {ids[row]: title(schedule, row) for row in milestones}
        dates.append({ids[row]: full_date(schedule.last_day(row)) for row in milestones})
    rows += [[name, *(each.get(id_, "-") for each in dates)] for id_, name in titles.items()]
    if document.register is not None:
        threats = (_threats(document, schedule) or (0, 0) for schedule in schedules)
        rows.append([_("Threats covered"), *(f"{covered}/{all_}" for covered, all_ in threats)])
    put_table([header, *rows])
