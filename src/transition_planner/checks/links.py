"""The links of a model as the plan writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.plan.link import Link


def written_links(context: Context) -> Iterator[tuple[int, int, Link]]:
    """Row, index in its `after`, and link, of each link whose predecessor is in the model."""
    outline = context.outline
    for row, task in enumerate(outline.tasks):
        for index, link in enumerate(task.after):
            if link.task in outline.row:
                yield row, index, link
