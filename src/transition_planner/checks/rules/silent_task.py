"""TP707."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.compare.silence import silences
from transition_planner.locales import _, ngettext
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP707", Family.PROGRESS, Severity.WARNING)
def silent_task(context: Context) -> Iterator[Offence]:
    """There has been no news of a task for weeks.

    What it checks:
        Where the plan has a status date: that of each task which has started by it, or should have, and is
        not done, there has been news within `thresholds: {weeks-without-news: 4}`. News is `started`, `resumes`
        and, where the plan is in git, the last edit of any line of the task, committed or not. Outside git
        tasks with `done` or `remaining` are left out: nobody can tell when that was written.

    Why it matters:
        A task that nobody speaks of is seldom on its way. What is forecast after it rests on an old report.

    Example that fails:
        status-date: 2027-03-01
        tasks:
          draft: {duration: 60d, started: 2027-01-18}

    Example that passes:
        status-date: 2027-03-01
        tasks:
          draft: {duration: 60d, started: 2027-02-15}

    Remedy:
        Ask who answers for it, and write down what is true now: `done`, `remaining`, `finished`, or a note.

    Source:
        GAO-16-89G, best practice 9: progress is updated regularly.
    """
    day = context.plan.status_date
    if day is None:
        return
    for each in silences(context.schedule, context.document, day):
        yield Offence(
            _("no news of {task} for {weeks}, since {day}").format(
                task=context.outline.ids[each.row],
                weeks=ngettext("{n} week", "{n} weeks", each.weeks).format(n=each.weeks),
                day=each.since,
            ),
            context.at(each.row),
            _("Write down what is true now: done, remaining, finished, or a note that says why it rests."),
        )
