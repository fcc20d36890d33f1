"""TP101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _, ngettext
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP101", Family.STRUCTURE, Severity.ERROR)
def cycle(context: Context) -> Iterator[Offence]:
    """Tasks wait for each other in a circle.

    What it checks:
        That no chain of links, also through phases, leads from a task back to itself.

    Why it matters:
        Tasks that wait for each other never start: they have no dates, nor has what waits for them. Rules about
        dates look at the rest; those about the end, floats and shares of the whole look at nothing.

    Example that fails:
        tasks:
          sign: {duration: 1d, after: [agree]}
          agree: {duration: 5d, after: [draft]}
          draft: {duration: 10d, after: [sign]}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          agree: {duration: 5d, after: [draft]}
          sign: {duration: 1d, after: [agree]}

    Remedy:
        Remove the one link of the circle that is not a real need. Where two tasks must go on together, say so
        with SS or FF links in one direction.

    Source:
        Every scheduling guide: a network is without circles (GAO-16-89G, best practice 2).
    """
    schedule, ids = context.schedule, context.outline.ids
    without = sum(not context.outline.tasks[row].is_phase for row in schedule.undated)
    for circle in schedule.circles:
        closing = circle.arcs[-1]
        at = context.outline.tasks[closing.written].after.index(closing.link)
        links = listed([f"{arc.link} → {ids[arc.written]}" for arc in circle.arcs])
        which = _("one of the links {links}") if len(circle.arcs) > 1 else _("the link {links}")
        yield Offence(
            _("tasks wait for each other in a circle: {path}").format(path=circle),
            context.at(closing.written, "after", at),
            ngettext(
                "Remove {which}; until then {n} task here and behind has no dates.",
                "Remove {which}; until then {n} tasks here and behind have no dates.",
                without,
            ).format(which=which.format(links=links), n=without),
        )
