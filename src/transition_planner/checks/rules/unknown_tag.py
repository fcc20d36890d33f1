"""TP604."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.planfile.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP604", Family.LAW, Severity.INFO)
def unknown_tag(context: Context) -> Iterator[Offence]:
    """No rule of the packs knows a tag.

    What it checks:
        In a plan that names rule packs, that each tag of a task stands in a rule of one of them.

    Why it matters:
        A tag is what a rule finds its tasks by: with a typing error in it the rule is silent.

    Example that fails:
        rules: [fi/association]
        tasks: {call: {duration: 1d, tags: [meeting-notise]}}

    Example that passes:
        rules: [fi/association]
        tasks: {call: {duration: 1d, tags: [meeting-notice]}}

    Remedy:
        Correct it, or name the pack it is from. `transition-planner rules law` prints all rules with their tags.

    Source:
        The meaning of `tags`.
    """
    shelf = context.shelf
    if not shelf.packs or shelf.problems:  # what cannot be read may know the tag
        return
    for row, task in enumerate(context.outline.tasks):
        for index, tag in enumerate(task.tags):
            if tag not in shelf.tags:
                yield Offence(
                    _("no rule of the packs knows the tag {tag} of {task}").format(
                        tag=tag, task=context.outline.ids[row]
                    ),
                    context.at(row, "tags", index),
                    Suggestions().hint(tag, shelf.tags)
                    or _("`transition-planner rules law` prints the rules with their tags."),
                )
