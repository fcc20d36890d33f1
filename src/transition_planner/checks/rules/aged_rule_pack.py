"""TP606."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP606", Family.LAW, Severity.INFO)
def aged_rule_pack(context: Context) -> Iterator[Offence]:
    """A rule pack was last compared with the law more than a year ago.

    What it checks:
        The day up to which each pack in `rules` was compared with the law, against today.

    Why it matters:
        Acts change. A plan that keeps last year's law may break this year's.

    Example that fails:
        rules: [fi/data]
        tasks: {draft: {duration: 10d}}

    Example that passes:
        tasks: {draft: {duration: 10d}}

    Remedy:
        Compare the rules with the acts that they name: `transition-planner rules law` prints both. A newer
        version of the program may have done it.

    Source:
        The packs' `seen`.
    """
    today = context.today
    if today is None:
        return
    aged = {name: pack.seen for name, pack in context.shelf.packs.items() if pack.aged(today)}
    if aged:
        yield Offence(
            _("last compared with the law on {day}, more than a year ago: {packs}").format(
                day=min(aged.values()), packs=listed(tuple(aged))
            ),
            ("rules",),
            _("Compare their rules with the acts: `transition-planner rules law` prints both."),
        )
