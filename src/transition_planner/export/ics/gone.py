"""What has left the plan, as the ledger remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.export.ics.occasion import Occasion
from transition_planner.locales import _
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.export.ledger.entry import Entry
    from transition_planner.locales import Language


def gone(entries: Mapping[str, Entry], language: Language) -> Iterator[Occasion]:
    """The occasions that are cancelled, each on the days it last had."""
    for item, entry in entries.items():
        content = entry.content
        if entry.cancelled:
            yield Occasion(
                uid=entry.uid,
                item=item,
                kind=content.kind,
                first=content.first,
                last=content.last,
                title=in_language(dict(content.titles), language),
                description=_("No longer in the plan."),
                sides=content.sides,
                # Whoever follows only critical dates has to hear that one of them is gone.
                critical=True,
                found_by=frozenset({content.kind}),
            )
