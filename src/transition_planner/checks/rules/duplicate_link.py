"""TP303."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.context import Obstacle
from transition_planner.checks.fixes import without_link
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.plan.link import LinkType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.checks.rule import Fix
    from transition_planner.plan.link import Link


@rule("TP303", Family.LOGIC, Severity.WARNING)
def duplicate_link(context: Context) -> Iterator[Offence]:
    """Two links of one type join the same two tasks.

    What it checks:
        That a task names a predecessor once for each type of link. SS together with FF is no duplicate: it
        binds both ends.

    Why it matters:
        Only the longer lag counts. Who edits the other one sees nothing move, or takes the wrong one away.

    Example that fails:
        tasks:
          draft: {duration: 10d}
          sign: {duration: 1d, after: [draft, draft FS+5d]}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          sign: {duration: 1d, after: [draft FS+5d]}

    Remedy:
        Keep the link that is meant and remove the other. `--fix` removes the one that does not count, where both
        lags are in one unit.

    Source:
        Check of multiple links per pair in schedule assessment tools.
    """
    for row, task in enumerate(context.outline.tasks):
        seen: dict[tuple[str, LinkType], int] = {}
        for place, link in enumerate(task.after):
            first = seen.setdefault((link.task, link.type), place)
            if first != place:
                yield Offence(
                    _("{task} names {predecessor} twice: `{first}` and `{second}`").format(
                        task=context.outline.ids[row],
                        predecessor=link.task,
                        first=task.after[first],
                        second=link,
                    ),
                    context.at(row, "after", place),
                    _("Keep the one that is meant and remove the other."),
                    fix=_fix(context, row, first, place),
                )


def _fix(context: Context, row: int, first: int, second: int) -> Fix | None:
    """The shorter lag removed, of two that are the same the second one.

    None where that is a lead and the other is none, and the predecessor lies before the plan's start: a lead keeps the
    task from following it there.
    """
    after = context.outline.tasks[row].after
    lags = [after[index].lag for index in (first, second)]
    if len({lag.unit for lag in lags if lag is not None}) > 1:
        return None
    one, other = (lag.amount if lag is not None else 0 for lag in lags)
    holds = min(one, other) < 0 <= max(one, other) and after[first].type in {LinkType.FS, LinkType.SS}
    if holds and not _behind_start(context, after[first]):
        return None
    return without_link(context, row, second if one >= other else first, everywhere=holds)


def _behind_start(context: Context, link: Link) -> bool:
    """Whether what a link waits for is known to lie behind the plan's start."""
    schedule, pred = context.outcome, context.outline.row.get(link.task)
    if isinstance(schedule, Obstacle) or pred is None or context.undated(pred):
        return False
    waited_for = schedule.early_finish if link.type is LinkType.FS else schedule.early_start
    return waited_for(pred) >= schedule.network.start
