"""The plan's links as relations of RFC 9253: they stand in the predecessor and lead to the successor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.plan.link import LinkType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from transition_planner.plan.link import Link
    from transition_planner.schedule.schedule import Schedule

_TYPES = {
    LinkType.FS: "FINISHTOSTART",
    LinkType.SS: "STARTTOSTART",
    LinkType.FF: "FINISHTOFINISH",
    LinkType.SF: "STARTTOFINISH",
}
_MINUTES = {"emin": 1, "eh": 60, "ed": 1440, "ew": 10080}


def relations(
    schedule: Schedule, row: int, uids: Mapping[int, UUID]
) -> Iterator[tuple[UUID, dict[str, str]]]:
    """The successors of a task that have an event of their own: its UID, and the parameters of the relation.

    Args:
        schedule: The schedule.
        row: The predecessor.
        uids: The UIDs of the events by row.
    """
    for arc in schedule.successors(row):
        if arc.succ in uids:
            yield uids[arc.succ], {"RELTYPE": _TYPES[arc.link.type], **_gap(arc.link)}


def links(schedule: Schedule, row: int) -> tuple[str, ...]:
    """A task's links as the plan writes them, each once: no duration of RFC 5545 can tell working days or months."""
    return tuple(dict.fromkeys(str(arc.link) for arc in schedule.predecessors(row)))


def _gap(link: Link) -> dict[str, str]:
    """A lag by the clock; a lead is negative. Nothing for other lags, and for none."""
    if link.lag is None or link.lag.unit not in _MINUTES:
        return {}
    minutes = round(link.lag.amount * _MINUTES[link.lag.unit])
    if minutes == 0:
        return {}
    days, rest = divmod(abs(minutes), _MINUTES["ed"])
    sign = "-" if minutes < 0 else ""
    time = f"T{rest // 60}H{rest % 60}M" if rest else ""
    return {"GAP": f"{sign}P{f'{days}D' if days else ''}{time}"}
