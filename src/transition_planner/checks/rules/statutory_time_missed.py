"""TP601."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.offences import offences
from transition_planner.checks.rule import Family, rule
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.checks.rule import Offence


@rule("TP601", Family.LAW, Severity.ERROR)
def statutory_time_missed(context: Context) -> Iterator[Offence]:
    """The dates of two tasks break what the law asks.

    What it checks:
        The statutory rules of the packs that the plan names in `rules`: least times before a task, most times
        after one, what comes first, and yearly deadlines. Tasks are known by their `tags`. Where several
        tasks bear the same tag, those are a pair of which the one leads to the other through links. Working
        days, months and years are counted as the act 150/1930 says.

    Why it matters:
        A decision made after too short a notice can be contested, and an application handed in too late waits
        a year.

    Example that fails:
        rules: [fi/licence]
        tasks:
          apply: {duration: 5d, tags: [licence-application]}
          begin: {after: [apply FS+6emo], tags: [licensed-operation-start]}

    Example that passes:
        rules: [fi/licence]
        tasks:
          apply: {duration: 5d, tags: [licence-application]}
          begin: {after: [apply FS+12emo], tags: [licensed-operation-start]}

    Remedy:
        Do the first task earlier or the second later; the finding says by which day the first would still do.
        Where it binds only larger employers, tell in `employees` how many people yours have; where it does not
        apply to you for another reason, write `rule-parameters: {its-id: false}`.

    Source:
        The act and section that the finding names; `transition-planner rules law` prints all.
    """
    yield from offences(context, statutory=True)
