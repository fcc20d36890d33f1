"""Tell which commits moved a task, by how much, and by which edit: its own, or that of a task before it.

JSON: {plan, model, task, commits: [{commit, when, author, subject, before, after, days, own, others: [id]}]}.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.history import history_told, tell_shallow
from transition_planner.cli.opening import find_row, open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options, task_argument
from transition_planner.cli.output import put_json, put_table, say
from transition_planner.locales import _
from transition_planner.locales.dates import long_date

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@task_argument
@plan_options()
@language_option
@json_option
def command(task: str, path: Path, model: str | None, *, as_json: bool) -> Exit:
    """Tell which commits moved a task."""
    from transition_planner.compare.blame import blame  # noqa: PLC0415  # 100 ms that help does not need

    document, here = open_schedule(path, model)
    find_row(here, task)
    with history_told():
        found = blame(path, task, here.model)
    tell_shallow(path)
    if as_json:
        commits = [
            {
                "commit": each.change.commit,
                "when": each.change.when.isoformat(),
                "author": each.change.author,
                "subject": each.change.subject,
                "before": each.before.isoformat(),
                "after": each.after.isoformat(),
                "days": (each.after - each.before).days,
                "own": each.own,
                "others": list(each.others),
            }
            for each in found
        ]
        put_json({"plan": str(document.plan.id), "model": here.model, "task": task, "commits": commits})
        return Exit.FINE
    rows = []
    for each in found:
        causes = ([task] if each.own else []) + list(each.others)
        rows.append(
            (
                each.change.short,
                long_date(each.change.when.date()),
                each.change.author,
                f"{(each.after - each.before).days:+}",
                long_date(each.after),
                ", ".join(causes) or _("the plan's own fields"),
                each.change.subject,
            )
        )
    if rows:
        put_table(rows, numbers=(3,))
    else:
        say(_("No commit has moved {task}.").format(task=task))
    return Exit.FINE
