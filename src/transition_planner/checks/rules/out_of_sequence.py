"""TP701."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.links import written_links
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import written
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.plan.link import LinkType
from transition_planner.schedule.moments import start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP701", Family.PROGRESS, Severity.WARNING)
def out_of_sequence(context: Context) -> Iterator[Offence]:
    """A task has begun before what it waits for was over.

    What it checks:
        That a task with `started` began no earlier than its FS predecessors, leads apart, finished.

    Why it matters:
        Either the link is not true, or the work had to be done twice; what is left of it is computed as if
        the link held.

    Example that fails:
        status-date: 2027-01-15
        tasks:
          draft: {duration: 10d, started: 2027-01-11}
          print: {duration: 5d, after: [draft], started: 2027-01-14}

    Example that passes:
        status-date: 2027-01-15
        tasks:
          draft: {duration: 3d, started: 2027-01-11, finished: 2027-01-13}
          print: {duration: 5d, after: [draft], started: 2027-01-14}

    Remedy:
        Correct the dates, or change the link to what was true: SS, a lead, or none.

    Source:
        GAO-16-89G, best practice 9; Oracle Primavera P6, out-of-sequence activities.
    """
    outline = context.outline
    for row, index, link in written_links(context):
        task, before = outline.tasks[row], outline.tasks[outline.row[link.task]]
        if task.started is None or before.is_phase or link.type is not LinkType.FS:
            continue
        lead = link.lag is not None and link.lag.amount < 0
        if not lead and (before.finished is None or start_of(before.finished) > start_of(task.started)):
            yield Offence(
                _("{task} has begun on {day}, before {predecessor} was finished").format(
                    task=outline.ids[row], day=written(task.started), predecessor=link.task
                ),
                context.at(row, "after", index),
                _("Correct the dates, or the link: SS, a lead, or none."),
            )
