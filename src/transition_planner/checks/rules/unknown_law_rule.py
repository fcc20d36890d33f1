"""TP605."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.planfile.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from transition_planner.checks.context import Context
    from transition_planner.plan.finding import KeyPath


@rule("TP605", Family.LAW, Severity.WARNING)
def unknown_law_rule(context: Context) -> Iterator[Offence]:
    """The plan names a statutory rule that no pack has.

    What it checks:
        In a plan that names rule packs, that the ids in a task's `rules` and in `rule-parameters` are those of
        rules of the packs, and that a time is given only to a rule that has one.

    Why it matters:
        A parameter of a rule that does not exist changes nothing, and a task planned by it is planned by
        nothing.

    Example that fails:
        rules: [fi/association]
        rule-parameters: {assoc-meeting-notise: 7}
        tasks: {draft: {duration: 10d}}

    Example that passes:
        rules: [fi/association]
        rule-parameters: {assoc-meeting-notice: 7}
        tasks: {draft: {duration: 10d}}

    Remedy:
        Correct the id, or name the pack it is from.

    Source:
        The meaning of `rules` and `rule-parameters`.
    """
    shelf = context.shelf
    if not shelf.packs or shelf.problems:  # what cannot be read may have the rule
        return
    for id_, own in context.plan.rule_parameters.items():
        at: KeyPath = ("rule-parameters", id_)
        if id_ not in shelf.rules:
            yield _unknown(id_, shelf.rules, at)
        elif own is not False and shelf.rules[id_].form not in {"lead-min", "lag-max"}:
            yield Offence(
                _("the rule {id} has no time that could be set").format(id=id_),
                at,
                _("Delete it, or write false where the rule does not apply."),
            )
    for row, task in enumerate(context.outline.tasks):
        for index, id_ in enumerate(task.rules):
            if id_ not in shelf.rules:
                yield _unknown(id_, shelf.rules, context.at(row, "rules", index))


def _unknown(id_: str, known: Collection[str], at: KeyPath) -> Offence:
    return Offence(
        _("no rule pack of the plan has a rule {id}").format(id=id_),
        at,
        Suggestions().hint(id_, known) or _("`transition-planner rules law` prints the rules."),
    )
