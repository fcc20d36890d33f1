"""TP506."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _, language
from transition_planner.plan.finding import Severity
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context

_WORDS = 2
"""A verb and its object."""


@rule("TP506", Family.QUALITY, Severity.INFO, asked_only=True)
def one_word_title(context: Context) -> Iterator[Offence]:
    """A title does not say what is done to what.

    What it checks:
        That the title of a task that takes time has at least two words: a verb and its object.

    Why it matters:
        “Premises” may be rented, measured or left; one can neither begin it nor say that it is done.

    Example that fails:
        tasks: {premises: {title: Premises, duration: 10d}}

    Example that passes:
        tasks: {premises: {title: Rent the premises, duration: 10d}}

    Remedy:
        Write what is done, to what.

    Source:
        GAO-16-89G, best practice 1: descriptive verb-noun names.
    """
    for row, task in enumerate(context.outline.tasks):
        title = in_language(task.title, language())
        if title and not task.is_phase and not task.is_milestone and len(title.split()) < _WORDS:
            yield Offence(
                _("the title of {task} has one word: {title}").format(
                    task=context.outline.ids[row], title=title
                ),
                context.at(row, "title"),
                _("Write what is done, to what."),
            )
