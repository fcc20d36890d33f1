"""TPA05."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.announced import announced
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TPA05", Family.CALENDARS, Severity.WARNING)
def hidden_key_date(context: Context) -> Iterator[Offence]:
    """A key date is shown by no calendar.

    What it checks:
        That what has `key` and is still ahead is a milestone or a decision, or has a deadline. Calendars show these;
        tasks that take time only to those who ask for all tasks.

    Why it matters:
        Key are the few dates that everybody should know, and calendars are where everybody looks.

    Example that fails:
        tasks: {move-boats: {duration: 3d, key: true}}

    Example that passes:
        tasks:
          move-boats: {duration: 3d}
          boats-moved: {key: true, after: [move-boats]}

    Remedy:
        Let a milestone behind the task be the key date, or give the task the deadline that people should know.

    Source:
        docs/plan-file.md: the meaning of `key`; docs/calendars.md: what is written.
    """
    shown = {each.row for each in announced(context.plan, context.outline)}
    for row, task in enumerate(context.outline.tasks):
        if task.key and task.finished is None and row not in shown:
            yield Offence(
                _("{task} is a key date, and no calendar shows it: it takes time").format(
                    task=context.outline.ids[row]
                ),
                context.at(row, "key"),
                _("Let a milestone behind it be the key date, or give it a deadline."),
            )
