"""Tracks for the upright lines between two layers, so that lines which do not belong together do not meet."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    Step = tuple[int, int]
    """From the line of a node in one layer to that of a node in the next."""


@dataclass(frozen=True, slots=True)
class _Bus:
    """An upright line with all that leaves one node, or all that reaches one."""

    key: Hashable
    steps: tuple[Step, ...]
    top: int
    bottom: int


def tracks(steps: Iterable[Step]) -> tuple[Mapping[Step, int], int]:
    """The track, from 0 on, of each step that is not level, and how many tracks there are.

    Steps that leave one node, or that reach one, share their track. Those on one line of which one comes from the
    left and another goes to the right take tracks one behind the other, as far as that is possible.
    """
    buses = _buses([step for step in dict.fromkeys(steps) if step[0] != step[1]])
    leftwards = _leftwards(buses)
    track: dict[Hashable, int] = {}
    placed: list[_Bus] = []
    waiting = sorted(buses, key=lambda bus: (bus.top, bus.bottom))
    while waiting:
        ready = (bus for bus in waiting if leftwards[bus.key] <= track.keys())
        bus = next(ready, waiting[0])  # where lines wait for each other in a circle, some meet
        waiting.remove(bus)
        taken = {track[each.key] for each in placed if each.top <= bus.bottom and bus.top <= each.bottom}
        least = max((track[key] + 1 for key in leftwards[bus.key] & track.keys()), default=0)
        track[bus.key] = next(each for each in range(least, least + len(buses)) if each not in taken)
        placed.append(bus)
    found = {step: track[bus.key] for bus in buses for step in bus.steps}
    return found, max(found.values(), default=-1) + 1


def _buses(steps: Sequence[Step]) -> list[_Bus]:
    leaving = Counter(step[0] for step in steps)
    reaching = Counter(step[1] for step in steps)
    grouped: dict[Hashable, list[Step]] = {}
    for step in steps:
        out = leaving[step[0]] >= reaching[step[1]]
        grouped.setdefault((out, step[0] if out else step[1]), []).append(step)
    return [
        _Bus(key, tuple(inside), min(map(min, inside)), max(map(max, inside)))
        for key, inside in grouped.items()
    ]


def _leftwards(buses: Iterable[_Bus]) -> dict[Hashable, set[Hashable]]:
    """For each the lines that come from the left where it goes to the right: they have to stand left of it."""
    coming: dict[int, set[Hashable]] = defaultdict(set)
    for bus in buses:
        for line, _end in bus.steps:
            coming[line].add(bus.key)
    return {bus.key: set().union(*(coming[end] for _line, end in bus.steps)) - {bus.key} for bus in buses}
