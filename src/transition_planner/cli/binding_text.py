"""The rules of the law that bind one task, as lines of text and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.law.binding import binding_of
from transition_planner.law.shelf import shelf_of
from transition_planner.law.wording import asked, cited, spare
from transition_planner.locales import _, language
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.law.binding import Binding
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


def binding_lines(document: Document, schedule: Schedule, row: int) -> Iterator[str]:
    """Each rule with the days to spare, where it stands, and its sentence; nothing where none binds the task."""
    found = binding_of(schedule, shelf_of(document), row)
    if found:
        yield _("Bound by:")
    for each in found:
        yield "  " + _("{asked}: {margin}, by {rule}").format(
            asked=_asked(schedule, each), margin=spare(each.margin), rule=cited(each.id, each.rule)
        )
        yield f"    {in_language(each.rule.text, language())}"


def binding_data(document: Document, schedule: Schedule, row: int) -> list[dict[str, Any]]:
    """The same in JSON."""
    ids = schedule.outline.ids
    return [
        {
            "id": each.id,
            "severity": each.rule.severity,
            "asks": _asked(schedule, each),
            "first": None if each.margin.first is None else ids[each.margin.first],
            "second": ids[each.margin.second],
            "broken": each.margin.broken,
            "margin_days": each.margin.days,
            "limit": each.margin.limit.isoformat(),
            "text": in_language(each.rule.text, language()),
            "law": each.rule.law,
            "section": each.rule.section,
            "source": each.rule.source,
        }
        for each in binding_of(schedule, shelf_of(document), row)
    ]


def _asked(schedule: Schedule, binding: Binding) -> str:
    ids, margin = schedule.outline.ids, binding.margin
    return asked(binding.rule, "" if margin.first is None else ids[margin.first], ids[margin.second])
