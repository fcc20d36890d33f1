"""Explain a rule by its code or name, as TP601, or a rule of the law by its id.

What it checks, why that matters, an example that fails and one that passes, and what to do; of a rule of the law
what it asks of tasks with which tags, and where to read it. With PLAN also rules of the plan's own packs.
"""

from __future__ import annotations

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.options import language_option
from transition_planner.cli.output import put
from transition_planner.cli.suggestions import did_you_mean
from transition_planner.locales import _


@click.command()
@click.argument("name", metavar="RULE")
@click.argument("path", metavar="[PLAN]", required=False)
@language_option
def command(name: str, path: str | None) -> Exit:
    """Explain a rule."""
    from transition_planner.checks.registry import rules  # noqa: PLC0415  # as below
    from transition_planner.cli.law_text import as_in_plan, law_lines  # noqa: PLC0415  # as below
    from transition_planner.cli.packs import all_shipped, packs_of  # noqa: PLC0415  # 100 ms that help spares

    for rule in rules():
        if name.lower() in {rule.code.lower(), rule.slug}:
            put(f"{rule.code} {rule.slug} ({rule.severity}, {rule.family})\n\n{rule.text}")
            return Exit.FINE
    document, packs = None, dict(all_shipped().packs)
    if path is not None:
        document, shelf = packs_of(path)
        packs |= shelf.packs
    for pack in packs.values():
        if name in pack.rules:
            told = pack.rules[name]
            told = told if document is None else as_in_plan(document.plan, name, told)
            for line in law_lines(name, pack, told):
                put(line)
            return Exit.FINE
    known = [word for rule in rules() for word in (rule.code, rule.slug)]
    known += [id_ for pack in packs.values() for id_ in pack.rules]
    raise Failure(
        _("There is no rule {name}.{suggestion} `transition-planner rules list` names them.").format(
            name=name, suggestion=did_you_mean(name, known)
        ),
        Exit.USAGE,
    )
