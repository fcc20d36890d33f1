"""TP510."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP510", Family.QUALITY, Severity.INFO, asked_only=True)
def mixed_units(context: Context) -> Iterator[Offence]:
    """Durations are in several units.

    What it checks:
        That durations of working time are all in days, all in weeks, or all in hours.

    Why it matters:
        Who reads 2w beside 10d has to know the length of a week, and takes one for longer than the other.

    Example that fails:
        tasks:
          draft: {duration: 10d}
          print: {duration: 2w, after: [draft]}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          print: {duration: 10d, after: [draft]}

    Remedy:
        Write them all in one unit, best in days.

    Source:
        GAO-16-89G, best practice 4: one unit of time.
    """
    by_unit: dict[str, list[str]] = {}
    for id_, task in zip(context.outline.ids, context.outline.tasks, strict=True):
        if task.duration is not None and not (task.duration.elapsed or task.is_milestone):
            by_unit.setdefault(task.duration.unit, []).append(id_)
    if len(by_unit) > 1:
        most, *others = sorted(by_unit, key=lambda unit: len(by_unit[unit]), reverse=True)
        yield Offence(
            _("durations are in {most}, but also in {others}: {tasks}").format(
                most=most,
                others=listed(others),
                tasks=listed([id_ for unit in others for id_ in by_unit[unit]]),
            ),
            ("tasks",),
            _("Write them all in one unit, best in days."),
        )
