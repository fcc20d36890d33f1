"""TP812."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.ways import Ways
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.checks.past import Earlier
    from transition_planner.plan.link import Link


@rule("TP812", Family.BASELINE, Severity.INFO, asked_only=True)
def lost_link(context: Context) -> Iterator[Offence]:
    """A task no longer waits for what it waited for.

    What it checks:
        That the links of the revision of `--since`, else of the baseline, between tasks that are still there
        are in the plan, or that other links say the same: that a chain of FS links still leads from the one
        task to the other, and the link had no lag. Tasks that are done, and those whose note is another one
        now, are left out.

    Why it matters:
        What followed comes earlier, so nothing turns red. The plan looks better for a need that was
        forgotten.

    Example that fails:
        baseline: adopted
        tasks:
          draft: {duration: 10d}
          hear: {duration: 5d, after: [draft]}
          decide: {after: [draft]}
        --- # baseline
        tasks:
          draft: {duration: 10d}
          hear: {duration: 5d, after: [draft]}
          decide: {after: [draft, hear]}

    Example that passes:
        baseline: adopted
        tasks:
          draft: {duration: 10d}
          hear: {duration: 5d, after: [draft]}
          decide: {after: [hear]}
        --- # baseline
        tasks:
          draft: {duration: 10d}
          hear: {duration: 5d, after: [draft]}
          decide: {after: [draft, hear]}

    Remedy:
        Put the link back; or say in the task's note why it is needed no more.

    Source:
        GAO-16-89G, best practice 10: changes are recorded and explained; transitive reduction of the network.
    """
    earlier = context.since or context.baseline
    if earlier is None:
        return
    outline, schedule, ways = context.outline, context.schedule, Ways(context.schedule)
    for row, pred, link in _removed(context, earlier):
        if context.undated(row) or schedule.done(row):
            continue
        tasks = outline.leaves(row) or (row,)
        lag = link.lag is not None and link.lag.amount > 0
        if lag or not all(ways.hold(pred, task) for task in tasks):
            yield Offence(
                _("{task} no longer follows `{link}`, and no other links say the same").format(
                    task=outline.ids[row], link=link
                ),
                context.at(row),
                _("Put the link back; or say in the task's note why it is needed no more."),
            )


def _removed(context: Context, earlier: Earlier) -> Iterator[tuple[int, int, Link]]:
    """Row, row of the predecessor, and link as it was, of each link that is gone between tasks that are not."""
    outline, was = context.outline, earlier.schedule.outline
    rows = ((earlier.row(id_), row) for row, id_ in enumerate(outline.ids))
    now = {was.ids[before]: row for before, row in rows if before is not None}
    for id_, row in now.items():
        task, old = outline.tasks[row], was.tasks[was.row[id_]]
        if task.note == old.note:
            left = {outline.row.get(link.task) for link in task.after}
            for link in old.after:
                pred = now.get(link.task)
                if pred is not None and pred not in left:
                    yield row, pred, link
