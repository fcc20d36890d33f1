"""TP505."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _, language
from transition_planner.plan.finding import Severity
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP505", Family.QUALITY, Severity.WARNING)
def same_title(context: Context) -> Iterator[Offence]:
    """Two tasks have the same title.

    What it checks:
        That titles are unique in a model, without regard to capitals, in the language in which the findings
        are told.

    Why it matters:
        Who hears of such a task in a meeting, or sees it in a calendar, does not know which one is meant.

    Example that fails:
        tasks:
          first: {title: Hold the meeting, duration: 1d}
          second: {title: Hold the meeting, duration: 1d, after: [first]}

    Example that passes:
        tasks:
          first: {title: Hold the first meeting, duration: 1d}
          second: {title: Hold the deciding meeting, duration: 1d, after: [first]}

    Remedy:
        Say in the title what makes it another one, so that it is understood without its phase.

    Source:
        GAO-16-89G, best practice 1: names are unique.
    """
    outline, seen = context.outline, dict[str, int]()
    for row, task in enumerate(outline.tasks):
        title = in_language(task.title, language())
        first = seen.setdefault(title.casefold(), row)
        if title and first != row:
            yield Offence(
                _("{first} and {second} have the same title: {title}").format(
                    first=outline.ids[first], second=outline.ids[row], title=title
                ),
                context.at(row, "title"),
                _("Say in the title what makes it another one."),
            )
