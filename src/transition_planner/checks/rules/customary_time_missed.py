"""TP602."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.offences import offences
from transition_planner.checks.rule import Family, rule
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.checks.rule import Offence


@rule("TP602", Family.LAW, Severity.WARNING)
def customary_time_missed(context: Context) -> Iterator[Offence]:
    """The dates of two tasks break what is customary.

    What it checks:
        The rules of the packs that no law sets: yearly application rounds, prudent distances, and times that
        an organisation's own rules set and the plan does not tell. It looks at them as TP601 does.

    Why it matters:
        Funders and members expect these times, and surprises cost trust. A number from custom may also be
        wrong for you: then the plan should tell your own.

    Example that fails:
        rules: [fi/association]
        tasks:
          call: {duration: 1d, tags: [meeting-notice]}
          meeting: {duration: 1d, after: [call FS+7ed], tags: [association-meeting]}

    Example that passes:
        rules: [fi/association]
        rule-parameters: {assoc-meeting-notice: 7}
        tasks:
          call: {duration: 1d, tags: [meeting-notice]}
          meeting: {duration: 1d, after: [call FS+7ed], tags: [association-meeting]}

    Remedy:
        Keep the time, or write your own in `rule-parameters`; `false` there says that the rule does not apply.

    Source:
        What the finding names; `transition-planner rules law` prints all.
    """
    yield from offences(context, statutory=False)
