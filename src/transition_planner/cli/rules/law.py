"""Print the rules of the law: those of a plan's packs, or all that come with the program.

Each with what it asks of tasks with its tags, one sentence, act, section and address, what it was made from and how
sure that is, and a note. A rule without a time that dates could be held against is for reading. As Markdown or HTML
they are a table for each pack, for a lawyer to read.

JSON: [{id, pack, severity, form, computed, asks, from, to, text, law, section, source, seen, certainty, compared,
note}]. From and to are tags; computed says whether dates can be held against it, compared is the day up to which the
pack was compared with the law. Note also says what PLAN sets by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.options import json_option, language_option
from transition_planner.cli.output import put, put_json, say
from transition_planner.cli.sheets import format_option, put_sheets
from transition_planner.locales import _

if TYPE_CHECKING:
    from transition_planner.law.shelf import Shelf
    from transition_planner.planfile.document import Document


@click.command()
@click.argument("path", metavar="[PLAN]", required=False)
@click.option("--unused", is_flag=True, help=_("Only rules that no model of PLAN has tasks for."))
@format_option
@language_option
@json_option
def command(path: str | None, form: str, *, unused: bool, as_json: bool) -> Exit:
    """Print the rules of the law."""
    # Late, because help spares 100 ms.
    from transition_planner.cli.law_text import as_in_plan, law_data, law_lines, law_sheets  # noqa: PLC0415
    from transition_planner.cli.packs import all_shipped, packs_of  # noqa: PLC0415  # as above

    document = None
    if path is not None:
        document, shelf = packs_of(path)
        left_out = _used(document, shelf) if unused else frozenset()
    elif unused:
        raise Failure(_("--unused is about a plan: name one."), Exit.USAGE)
    else:
        shelf, left_out = all_shipped(), frozenset()
    told = [
        (name, id_, pack, rule if document is None else as_in_plan(document.plan, id_, rule))
        for name, pack in shelf.packs.items()
        for id_, rule in pack.rules.items()
        if id_ not in left_out
    ]
    if as_json:
        put_json([law_data(*each) for each in told])
    elif form != "text":
        put_sheets(_("Rules of the law"), law_sheets(told), form)
    else:
        if not told:
            say(_("No rules: the plan names no packs, or it has tasks for each of their rules."))
        for index, (_name, id_, pack, rule) in enumerate(told):
            if index:
                put()
            for line in law_lines(id_, pack, rule):
                put(line)
    return Exit.FINE


def _used(document: Document, shelf: Shelf) -> frozenset[str]:
    """The ids of the rules that some model has all tags of."""
    from transition_planner.plan.outline import outline  # noqa: PLC0415  # as above

    used: set[str] = set()
    for model in tuple(document.plan.models) or (None,):
        tags = {tag for task in outline(document.plan, model).tasks for tag in task.tags}
        used |= {id_ for id_, rule in shelf.rules.items() if {rule.from_, rule.to} - {None} <= tags}
    return frozenset(used)
