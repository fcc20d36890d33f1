"""Tell where the plan stands: what should have happened by now, what is late, what comes next.

By the plan's status date, else today. Against a baseline, a revision of git named with --baseline or in the plan
(`baseline: v1`), it tells the slip of each task, and how well the plan was kept: BEI (tasks done of those due), hit
rate (done on time of those due), missed tasks, and for each key milestone CPLI (above 1 there is time to spare).

JSON: {plan, title, model, finish, status_date, should_have_started, should_have_finished, not_started, not_finished,
missed: [id], next: [{owner, tasks: [{id, title, start, finish}]}], out_of_sequence: [{task, predecessor, link}],
silent: [{task, since, weeks}], key_milestones: [{id, title, date}], baseline: {revision, commit, bei, hit_rate,
missed_share, completed, due, unbaselined, on_time, missed: [id], slips: [{task, baseline, forecast, days}], cpli:
[{task, length, float_days, value}]}}. `baseline` is null without one; a share is null where nothing is due.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from transition_planner.cli.day import as_day
from transition_planner.cli.exits import Exit
from transition_planner.cli.history import open_revision
from transition_planner.cli.opening import open_plan, say_undated, told_as_failures
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put_json, say
from transition_planner.cli.rows import head_data
from transition_planner.cli.sheets import format_option, put_sheets
from transition_planner.locales import _
from transition_planner.locales.dates import full_date

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.compare.performance import Performance
    from transition_planner.compare.revisions import Revision
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


@click.command()
@click.option(
    "--at",
    type=as_day,
    metavar="DATE",
    help=_("The day it is told for. [default: the plan's status date, else today]"),
)
@click.option(
    "--baseline", metavar="REVISION", help=_("The revision to measure against: a commit, tag or date.")
)
@plan_options()
@format_option
@language_option
@json_option
def command(
    path: Path, model: str | None, at: date | None, baseline: str | None, form: str, *, as_json: bool
) -> Exit:
    """Tell where the plan stands."""
    from transition_planner.cli.status_text import (  # noqa: PLC0415  # 100 ms that help does not need
        performance_data,
        performance_sheets,
        standing_data,
        standing_sheets,
    )
    from transition_planner.compare.standing import standing  # noqa: PLC0415  # as above
    from transition_planner.schedule.scheduling import schedule  # noqa: PLC0415  # as above
    from transition_planner.tui.painting.titles import one_line  # noqa: PLC0415  # as above

    document = open_plan(path, model)
    plan = document.plan
    if at is not None:
        plan = plan.model_copy(update={"status_date": at})
    day = plan.status_date or date.today()  # noqa: DTZ011  # the person's own day
    with told_as_failures(path):
        here = schedule(plan, model, partly=True)
    say_undated(here)
    found = standing(here, document, day)
    revision = plan.baseline if baseline is None else baseline
    against = None if revision is None or here.undated else _against(document, here, path, revision, day)
    if as_json:
        put_json(
            head_data(here)
            | standing_data(here, found)
            | {"baseline": performance_data(*against) if against else None}
        )
        return Exit.FINE
    sheets = [*standing_sheets(here, found), *(performance_sheets(here, *against) if against else ())]
    put_sheets(_("{plan}: {day}").format(plan=one_line(plan.title), day=full_date(day)), sheets, form)
    if here.undated:
        say(_("It is not compared with a baseline while tasks have no dates."))
    elif against is None:
        say(_("There is no baseline: name one with --baseline, or in the plan (baseline: v1)."))
    return Exit.FINE


def _against(
    document: Document, here: Schedule, path: Path, revision: str, day: date
) -> tuple[Revision, Performance]:
    """The baseline, and how well it was kept.

    Raises:
        Failure: if it cannot be read, or has no dates.
    """
    from transition_planner.compare.performance import performance  # noqa: PLC0415  # as above
    from transition_planner.compare.planchange import plan_change  # noqa: PLC0415  # as above
    from transition_planner.schedule.scheduling import schedule  # noqa: PLC0415  # as above

    was = open_revision(path, revision)
    with told_as_failures(path):
        there = schedule(was.document.plan, here.model if here.model in was.document.plan.models else None)
    change = plan_change(was.document, document)
    return was, performance(here, there, day, change.earlier_ids)
