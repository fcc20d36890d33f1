"""Print the rules of the law: those of a plan's packs, or all that come with the program.

Each with what it asks of tasks with its tags, one sentence, act, section and address, what it was made from and how
sure that is, and a note. A rule without a time that dates could be held against is for reading.

JSON: [{id, pack, severity, form, computed, asks, from, to, text, law, section, source, seen, certainty, compared,
note}]. From and to are tags; computed says whether dates are held against it, compared is the day up to which the
pack was compared with the law.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.finding_plans import named_plan
from transition_planner.cli.opening import open_plan
from transition_planner.cli.options import json_option, language_option
from transition_planner.cli.output import put, put_json
from transition_planner.locales import _

if TYPE_CHECKING:
    from transition_planner.law.shelf import Shelf


@click.command()
@click.argument("path", metavar="[PLAN]", required=False)
@click.option("--unused", is_flag=True, help=_("Only rules that no model of PLAN has tasks for."))
@language_option
@json_option
def command(path: str | None, *, unused: bool, as_json: bool) -> Exit:
    """Print the rules of the law."""
    from transition_planner.cli.law_text import law_data, law_lines  # noqa: PLC0415  # 100 ms that help does not need

    if unused and path is None:
        raise Failure(_("--unused is about a plan: name one."), Exit.USAGE)
    shelf, used = _shelf(path)
    told = [
        (name, id_, pack, rule)
        for name, pack in shelf.packs.items()
        for id_, rule in pack.rules.items()
        if not (unused and id_ in used)
    ]
    if as_json:
        put_json([law_data(*each) for each in told])
        return Exit.FINE
    for index, (_name, id_, pack, rule) in enumerate(told):
        if index:
            put()
        for line in law_lines(id_, pack, rule):
            put(line)
    return Exit.FINE


def _shelf(path: str | None) -> tuple[Shelf, frozenset[str]]:
    """The packs of a plan and the ids of the rules that some model has all tags of; without a plan all packs.

    Raises:
        Failure: if the plan cannot be read, or a pack that it names cannot be used.
    """
    from transition_planner.law.shelf import Shelf, shelf_of, shipped, shipped_names  # noqa: PLC0415  # as above
    from transition_planner.plan.outline import outline  # noqa: PLC0415

    if path is None:
        return Shelf({name: shipped(name) for name in shipped_names()}, {}), frozenset()
    document = open_plan(named_plan(Path(path)), None)
    shelf = shelf_of(document)
    if shelf.problems:
        raise Failure("\n".join(shelf.problems.values()), Exit.FINDINGS)
    used: set[str] = set()
    for model in tuple(document.plan.models) or (None,):
        tags = {tag for task in outline(document.plan, model).tasks for tag in task.tags}
        used |= {id_ for id_, rule in shelf.rules.items() if {rule.from_, rule.to} - {None} <= tags}
    return shelf, frozenset(used)
