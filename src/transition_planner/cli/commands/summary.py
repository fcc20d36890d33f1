"""Print the plan on one page: finish, key milestones, critical path, findings.

JSON: {plan, title, model, finish, key_milestones: [{id, title, date}], critical_path: [id], errors, warnings,
remarks}.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.findings import counted, counts
from transition_planner.cli.formatting import span
from transition_planner.cli.opening import open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put, put_json, put_table
from transition_planner.cli.rows import day, head_data, key_milestones, key_milestones_data, title
from transition_planner.locales import _
from transition_planner.locales.dates import full_date

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


@click.command()
@plan_options()
@language_option
@json_option
def command(path: Path, model: str | None, *, as_json: bool) -> Exit:
    """Print the plan on one page."""
    from transition_planner.checks.run import check  # noqa: PLC0415  # 100 ms that help does not need
    from transition_planner.schedule.paths import critical_paths  # noqa: PLC0415  # as above

    document, schedule = open_schedule(path, model, partly=True)
    today = date.today()  # noqa: DTZ011  # the day on the user's wall
    findings = check(document, (schedule.model,) if schedule.model else None, today=today)
    critical = () if schedule.undated else critical_paths(schedule)[:1]
    steps = critical[0] if critical else ()
    if as_json:
        errors, warnings, remarks = counts(findings)
        put_json(
            head_data(schedule)
            | {
                "key_milestones": key_milestones_data(schedule),
                "critical_path": [schedule.outline.ids[row] for row in steps],
                "errors": errors,
                "warnings": warnings,
                "remarks": remarks,
            }
        )
        return Exit.FINE
    _put_head(document, schedule)
    put()
    put(_("Key milestones:"))
    put_table(
        ((day(schedule, row), title(schedule, row)) for row in key_milestones(schedule)),
        indent="  ",
    )
    put()
    put(_("Critical path:"))
    put_table(
        ((span(schedule.first_day(row), schedule.last_day(row)), title(schedule, row)) for row in steps),
        indent="  ",
    )
    put()
    put(_("Findings: {counts}.").format(counts=counted(findings)))
    if findings:
        put(_("`transition-planner check {plan}` shows them.").format(plan=path.parent))
    return Exit.FINE


def _put_head(document: Document, schedule: Schedule) -> None:
    from transition_planner.tui.painting.titles import model_title, one_line  # noqa: PLC0415  # as above

    plan = document.plan
    put(one_line(plan.title))
    if schedule.model:
        put(_("Model: {model}").format(model=model_title(plan, schedule.model)))
    finish = _("not known") if schedule.undated else full_date(schedule.last_day_of_all)
    put(_("Finish: {day}").format(day=finish))
