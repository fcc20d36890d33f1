"""TP607."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP607", Family.LAW, Severity.INFO, asked_only=True)
def unheld_law_rule(context: Context) -> Iterator[Offence]:
    """A task names a statutory rule that is not held against its dates.

    What it checks:
        That a rule in the `rules` of an open task, where it says something that dates can keep or break, finds
        the task and the one at its other end by their tags.

    Why it matters:
        The task reads as if the rule were watched. A tag that was taken away, or the other task, silences it
        without a word.

    Example that fails:
        rules: [fi/association]
        tasks:
          call: {duration: 1d, rules: [assoc-meeting-notice]}
          meet: {duration: 1d, after: [call FS+20d], tags: [association-meeting]}

    Example that passes:
        rules: [fi/association]
        tasks:
          call: {duration: 1d, rules: [assoc-meeting-notice], tags: [meeting-notice]}
          meet: {duration: 1d, after: [call FS+20d], tags: [association-meeting]}

    Remedy:
        Give both tasks their tags, and link them where a tag stands on several tasks. `transition-planner rules
        explain` tells a rule's tags.

    Source:
        The meaning of `rules` and `tags`.
    """
    held: dict[str, set[int | None]] = {}
    if not context.has_all_dates:
        return  # a rule about what has no dates is held against none
    for binding in context.bindings:
        held.setdefault(binding.id, set()).update({binding.margin.first, binding.margin.second})
    for row in context.open_rows:
        for index, id_ in enumerate(context.outline.tasks[row].rules):
            written = context.shelf.rules.get(id_)
            if written is not None and written.computed and row not in held.get(id_, set()):
                tags = " → ".join(filter(None, (written.from_, written.to)))
                yield Offence(
                    _("{task} names {rule}, which is not held against its dates").format(
                        task=context.outline.ids[row], rule=id_
                    ),
                    context.at(row, "rules", index),
                    _("It finds its tasks by the tags {tags}: give them to both.").format(tags=tags),
                )
