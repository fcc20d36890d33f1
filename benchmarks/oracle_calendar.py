"""A calendar of an oracle case as the plan file writes it."""

from __future__ import annotations

from typing import Any

from transition_planner.plan.calendar import MINUTES_OF_DAY, WEEKDAYS


def calendar_entry(entry: dict[str, Any]) -> dict[str, Any]:
    """Week and exceptions; hours past midnight go to the day after."""
    days: list[list[tuple[int, int]]] = [[] for _ in range(7)]
    for number, periods in enumerate(entry["week"]):
        for first, last in periods:
            if last <= MINUTES_OF_DAY:
                days[number].append((first, last))
            else:
                days[number].append((first, MINUTES_OF_DAY))
                days[(number + 1) % 7].append((0, last - MINUTES_OF_DAY))
    closed, opened = [], []
    for exception in entry["exceptions"]:
        span = {"from": exception["from"][:10], "to": exception["to"][:10]}
        if exception["hours"]:
            opened.append(span | {"hours": hours(exception["hours"])})
        else:
            closed.append(span)
    week = [f"{WEEKDAYS[number]} {hours(periods)}" for number, periods in enumerate(days) if periods]
    # A week without any day is one of exceptions only; the plan's word for that is a window that never opens.
    return (
        {"week": week, "closed": closed, "open": opened}
        if week
        else {"only": {"on": "1970-01-01"}, "open": opened}
    )


def hours(periods: list[Any]) -> str:
    """Periods of a day as a calendar writes them, touching ones joined."""
    joined: list[list[int]] = []
    for first, last in sorted(map(tuple, periods)):
        if joined and first <= joined[-1][1]:
            joined[-1][1] = max(last, joined[-1][1])
        else:
            joined.append([first, last])
    return " ".join(f"{clock(first)}-{clock(last)}" for first, last in joined)


def clock(minute: int) -> str:
    """A minute of the day as HH:MM."""
    return f"{minute // 60:02}:{minute % 60:02}"
