"""TP811."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import written
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP811", Family.BASELINE, Severity.INFO, asked_only=True)
def changed_actual(context: Context) -> Iterator[Offence]:
    """A date that was reported is another one now.

    What it checks:
        With `--since`: that `started` and `finished` are those of this revision, where it has them.

    Why it matters:
        What happened does not change. Either the first report was wrong or this one, and reports were made
        of both.

    Example that fails:
        status-date: 2027-01-25
        tasks: {draft: {duration: 20d, started: 2027-01-18}}
        --- # since
        status-date: 2027-01-18
        tasks: {draft: {duration: 20d, started: 2027-01-11}}

    Example that passes:
        status-date: 2027-01-25
        tasks: {draft: {duration: 20d, started: 2027-01-11}}
        --- # since
        status-date: 2027-01-18
        tasks: {draft: {duration: 20d, started: 2027-01-11}}

    Remedy:
        Say in the note which one is right and how the other came about.

    Source:
        DECM 06A504a and b.
    """
    since = context.since
    if since is None:
        return
    for row, task in enumerate(context.outline.tasks):
        old = since.row(context.outline.ids[row])
        if old is None:
            continue
        for field in ("started", "finished"):
            was, is_ = getattr(since.schedule.outline.tasks[old], field), getattr(task, field)
            if was is not None and was != is_:
                yield Offence(
                    _("{field} of {task} was {was}, and is {now}").format(
                        field=field,
                        task=context.outline.ids[row],
                        was=written(was),
                        now=written(is_) if is_ else _("gone"),
                    ),
                    context.at(row, field) if is_ else context.at(row),
                    _("Say in the note which one is right and how the other came about."),
                )
