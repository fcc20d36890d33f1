"""Write down how far a task is: one line of the plan file for each thing reported.

What is reported out of sequence, before what the task waits for was done, is written down too, and told.

JSON: {plan, task, changed, start, finish, out_of_sequence: [{task, predecessor, link}]}. `changed` is the list of
lines taken out (-) and put in (+).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.editing import edited, saved
from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.opening import find_row, open_schedule, told_as_failures
from transition_planner.cli.options import json_option, language_option, plan_options, task_argument
from transition_planner.cli.output import put, put_json, say
from transition_planner.cli.rows import dates, named, row_data
from transition_planner.locales import _
from transition_planner.planfile.changedlines import changed_lines

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.plan.task import Task


@click.command()
@task_argument
@click.option("--started", metavar="DATE", help=_("The day or minute it began."))
@click.option("--finished", metavar="DATE", help=_("The day or minute it was done."))
@click.option("--done", metavar="SHARE", help=_("The share of its duration that is behind: 40%."))
@click.option("--remaining", metavar="TIME", help=_("The work that is still ahead: 3d."))
@plan_options()
@language_option
@json_option
def command(
    task: str,
    path: Path,
    model: str | None,
    started: str | None,
    finished: str | None,
    done: str | None,
    remaining: str | None,
    *,
    as_json: bool,
) -> Exit:
    """Write down how far a task is."""
    from transition_planner.cli.status_text import out_of_sequence_data  # noqa: PLC0415  # 100 ms that help does not need
    from transition_planner.planfile.edits import SetField  # noqa: PLC0415  # as above
    from transition_planner.schedule.scheduling import schedule  # noqa: PLC0415  # as above
    from transition_planner.schedule.sequence import out_of_sequence  # noqa: PLC0415  # as above

    said = {"started": started, "finished": finished, "done": done, "remaining": remaining}
    fields = {field: value for field, value in said.items() if value is not None}
    if not fields:
        raise Failure(_("Say what is new: --started, --finished, --done or --remaining."), Exit.USAGE)
    before, old = open_schedule(path, model, partly=True)
    find_row(old, task)
    after = edited(before, [SetField(task, field, value) for field, value in fields.items()])
    with told_as_failures(path):
        new = schedule(after.plan, model, partly=True)
    row = find_row(new, task)
    _refuse_backwards(new.outline.tasks[row])
    after = saved(before, after)
    lines = changed_lines(before, after)
    unheeded = [arc for arc in out_of_sequence(new) if arc.succ == row]
    if as_json:
        told = row_data(new, row)
        put_json(
            {
                "plan": str(after.plan.id),
                "task": task,
                "changed": lines,
                "start": told["start"],
                "finish": told["finish"],
                "out_of_sequence": out_of_sequence_data(new, unheeded),
            }
        )
        return Exit.FINE
    for line in lines:
        put(line)
    say(f"{named(new, row)}: {dates(new, row)}")
    for arc in unheeded:
        say(
            _("Out of sequence: {task} went ahead although {predecessor} was not done ({link}).").format(
                task=task, predecessor=arc.link.task, link=arc.link
            )
        )
    return Exit.FINE


def _refuse_backwards(task: Task) -> None:
    """Make sure that a task did not finish before it started.

    Raises:
        Failure: if it did.
    """
    from transition_planner.checks.wording import written  # noqa: PLC0415  # as above
    from transition_planner.schedule.moments import last_minute_of, start_of  # noqa: PLC0415  # as above

    if task.started and task.finished and last_minute_of(task.finished) < start_of(task.started):
        raise Failure(
            _("It cannot have finished on {finished}, before it started on {started}.").format(
                finished=written(task.finished), started=written(task.started)
            ),
            Exit.USAGE,
        )
