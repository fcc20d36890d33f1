"""Places for the nodes of a layered graph: an order in each layer with few crossings, and heights near neighbours.

After Sugiyama, Tagawa and Toda (1981): an edge over several layers passes through a place in each of them, which it
shares with the other edges out of its node; orders come from sweeps by barycentres, and heights from moving each layer
to its neighbours' mean.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

_SWEEPS = 8
_PULLS = 4

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layering:
    """Where the nodes stand."""

    columns: tuple[tuple[int, ...], ...]
    """The nodes of each layer from above; negative ones are places that edges pass through."""
    height: Mapping[int, int]
    """The line of each node, from 0 on; those of a layer are all different."""
    ways: Mapping[Pair, tuple[int, ...]]
    """The nodes on the way of each edge, its ends included: one in each layer."""


def layered(layers: Mapping[int, int], edges: Iterable[Pair]) -> Layering:
    """Places for the nodes of `layers`; each edge leads from a lower layer to a higher one."""
    first = min(layers.values())
    columns: list[list[int]] = [[] for _ in range(max(layers.values()) - first + 1)]
    for node in sorted(layers):
        columns[layers[node] - first].append(node)
    ways: dict[Pair, tuple[int, ...]] = {}
    chains: dict[int, list[int]] = defaultdict(list)
    place = 0
    for pred, succ in edges:
        chain = chains[pred]
        between = layers[succ] - layers[pred] - 1
        while len(chain) < between:
            place -= 1
            columns[layers[pred] - first + 1 + len(chain)].append(place)
            chain.append(place)
        ways[pred, succ] = (pred, *chain[:between], succ)
    before: dict[int, list[int]] = defaultdict(list)
    behind: dict[int, list[int]] = defaultdict(list)
    for left, right in dict.fromkeys(step for way in ways.values() for step in pairwise(way)):
        before[right].append(left)
        behind[left].append(right)
    ordered = _ordered(columns, before, behind)
    return Layering(tuple(map(tuple, ordered)), _heights(ordered, before, behind), ways)


def crossings(columns: Sequence[Sequence[int]], behind: Mapping[int, Sequence[int]]) -> int:
    """How many pairs of edges cross."""
    number = 0
    for column, following in pairwise(columns):
        place = {node: at for at, node in enumerate(following)}
        passed: list[int] = []
        for node in column:
            ends = [place[each] for each in behind.get(node, ())]
            for end in ends:
                number += len(passed) - bisect_right(passed, end)
            for end in ends:
                insort(passed, end)
    return number


def _ordered(
    columns: list[list[int]], before: Mapping[int, list[int]], behind: Mapping[int, list[int]]
) -> list[list[int]]:
    """The best of some sweeps to and fro, each of which orders a layer by its neighbours' places in the one before."""
    best, least = columns, crossings(columns, behind)
    for sweep in range(_SWEEPS):
        if not least:
            break
        beside = behind if sweep % 2 else before
        columns = columns[::-1] if sweep % 2 else columns[:]
        for at in range(1, len(columns)):
            place = {node: where for where, node in enumerate(columns[at - 1])}
            wanted = {
                node: _mean(place, beside.get(node, ()), where) for where, node in enumerate(columns[at])
            }
            columns[at] = sorted(columns[at], key=wanted.__getitem__)
        columns = columns[::-1] if sweep % 2 else columns
        number = crossings(columns, behind)
        if number < least:
            best, least = columns, number
    return best


def _heights(
    columns: Sequence[Sequence[int]], before: Mapping[int, list[int]], behind: Mapping[int, list[int]]
) -> dict[int, int]:
    height: dict[int, float] = {}
    for column in columns:
        height.update((node, at - len(column) / 2) for at, node in enumerate(column))
    beside = {node: (*before.get(node, ()), *behind.get(node, ())) for node in height}
    for pull in range(_PULLS):
        for column in columns[::-1] if pull % 2 else columns:
            wanted = [_mean(height, beside[node], height[node]) for node in column]
            height.update(zip(column, _apart(wanted), strict=True))
    lines: dict[int, int] = {}
    for column in columns:
        above = None
        for node in column:
            line = round(height[node])
            lines[node] = above = line if above is None else max(line, above + 1)
    top = min(lines.values())
    return {node: line - top for node, line in lines.items()}


def _apart(wanted: Sequence[float]) -> list[float]:
    """The heights nearest to those wanted (least squares) that keep their order at least 1 apart."""
    blocks: list[tuple[float, int]] = []
    for at, height in enumerate(wanted):
        mean, size = height - at, 1
        while blocks and blocks[-1][0] > mean:
            above, number = blocks.pop()
            mean, size = (above * number + mean * size) / (number + size), number + size
        blocks.append((mean, size))
    means = [mean for mean, size in blocks for _ in range(size)]
    return [mean + at for at, mean in enumerate(means)]


def _mean(height: Mapping[int, float], nodes: Collection[int], otherwise: float) -> float:
    """The mean height of some nodes; another where there is none."""
    return sum(map(height.__getitem__, nodes)) / len(nodes) if nodes else otherwise
