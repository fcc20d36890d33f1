"""TP902."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.deciding import deciding
from transition_planner.checks.pathtest import targets
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.entry import kebab
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP902", Family.PATH, Severity.INFO, asked_only=True)
def held_path(context: Context) -> Iterator[Offence]:
    """What decides a key milestone is a date or a lag, not work.

    What it checks:
        That the chain of drivers to a key milestone (where there is none, to the end) does not begin at a
        fixed date and has no lag. Where several links decide a date alike, each of them leads to it.

    Why it matters:
        What nobody works at, nobody can shorten: this is where to look when the milestone is to be earlier.

    Example that fails:
        tasks:
          draft: {duration: 10d, start-no-earlier-than: 2027-02-01}
          signed: {after: [draft], key: true}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          signed: {after: [draft], key: true}

    Remedy:
        Ask whether the date still holds; make a task of the wait.

    Source:
        GAO-16-89G, best practice 6: a valid critical path.
    """
    schedule, ids = context.whole_schedule, context.outline.ids
    for target in targets(context):
        for row, found, arcs in deciding(schedule, target):
            if found.kind == "constraint" and found.field is not None:
                yield Offence(
                    _("the way to {target} begins at {task}, held by {field}").format(
                        target=ids[target], task=ids[row], field=kebab(found.field)
                    ),
                    context.at(row, found.field),
                    _("Ask whether the date still holds."),
                )
            lags = (arc.link for arc in arcs if arc.link.lag is not None and arc.link.lag.amount > 0)
            for link in dict.fromkeys(map(str, lags)):
                yield Offence(
                    _("the way to {target} waits for the lag `{link}` of {task}").format(
                        target=ids[target], link=link, task=ids[row]
                    ),
                    context.at(row),
                    _("Make a task of the wait, with an owner who asks how it goes."),
                )
