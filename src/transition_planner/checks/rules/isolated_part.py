"""TP312."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP312", Family.LOGIC, Severity.WARNING)
def isolated_part(context: Context) -> Iterator[Offence]:
    """A part of the plan hangs together with nothing else.

    What it checks:
        That links join all tasks that have any: those in a part of their own are told by the first of them.

    Why it matters:
        Nothing that happens in the rest of the plan moves such a part, and it moves nothing.

    Example that fails:
        tasks:
          draft: {duration: 10d}
          sign: {duration: 1d, after: [draft]}
          signed: {after: [sign]}
          paint: {duration: 10d}
          move-in: {duration: 1d, after: [paint]}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          sign: {duration: 1d, after: [draft]}
          signed: {after: [sign]}
          paint: {duration: 10d, after: [sign]}
          move-in: {duration: 1d, after: [paint]}

    Remedy:
        Link it to what it needs, or to what needs it; else make a plan of its own of it.

    Source:
        Isolated components of the network; GAO-16-89G, best practice 5.
    """
    ids = context.outline.ids
    parts = sorted(_parts(context), key=len, reverse=True)
    for part in parts[1:]:
        yield Offence(
            _("no link joins {tasks} with the rest of the plan").format(
                tasks=listed([ids[row] for row in part])
            ),
            context.at(part[0]),
            _("Link one of them to what it needs, or to what needs it."),
        )


def _parts(context: Context) -> list[list[int]]:
    """The tasks that links join, part by part, in the order of the plan; a phase that is named joins its tasks."""
    outline, phases = context.outline, context.phases
    one = list(range(len(outline)))
    """A row of the same part for each row, those that stand for a part their own: so parts join in one step."""

    def part(row: int) -> int:
        while one[row] != row:
            one[row] = row = one[one[row]]
        return row

    linked: set[int] = set()
    for row, arcs in enumerate(context.before):
        for arc in arcs:
            others = (outline.leaves(arc.pred) if arc.pred in phases else ()) or (arc.pred,)
            linked.update((row, *others))
            for other in others:
                one[part(other)] = part(row)
    parts: dict[int, list[int]] = {}
    for row in sorted(linked):
        parts.setdefault(part(row), []).append(row)
    return list(parts.values())
