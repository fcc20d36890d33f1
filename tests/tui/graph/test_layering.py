from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition_planner.tui.graph.layering import _apart, crossings, layered

if TYPE_CHECKING:
    from transition_planner.tui.graph.layering import Layering


@st.composite
def graphs(draw: st.DrawFn) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """Layers of nodes, and edges that lead to higher layers."""
    layers = dict(enumerate(draw(st.lists(st.integers(-3, 3), min_size=1, max_size=14))))
    pairs = [(a, b) for a in layers for b in layers if layers[a] < layers[b]]
    edges = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=24)) if pairs else []
    return layers, edges


def steps(layering: Layering) -> list[tuple[int, int]]:
    return [pair for way in layering.ways.values() for pair in pairwise(way)]


@given(graphs())
def test_every_node_has_a_place_of_its_own_in_its_layer(
    graph: tuple[dict[int, int], list[tuple[int, int]]],
) -> None:
    layers, edges = graph
    found = layered(layers, edges)
    first = min(layers.values())
    for at, column in enumerate(found.columns):
        assert {node for node in column if node >= 0} == {
            node for node in layers if layers[node] - first == at
        }
        heights = [found.height[node] for node in column]
        assert heights == sorted(set(heights))
    assert min(found.height.values()) == 0


@given(graphs())
def test_an_edge_passes_once_through_each_layer_between_its_ends(
    graph: tuple[dict[int, int], list[tuple[int, int]]],
) -> None:
    layers, edges = graph
    found = layered(layers, edges)
    layer = {node: at for at, column in enumerate(found.columns) for node in column}
    assert set(found.ways) == set(edges)
    for (pred, succ), way in found.ways.items():
        assert (way[0], way[-1]) == (pred, succ)
        assert all(node < 0 for node in way[1:-1])
        assert [layer[node] for node in way] == list(range(layer[pred], layer[succ] + 1))


@given(graphs())
def test_crossings_are_counted_like_one_by_one(graph: tuple[dict[int, int], list[tuple[int, int]]]) -> None:
    found = layered(*graph)
    place = {node: at for column in found.columns for at, node in enumerate(column)}
    layer = {node: at for at, column in enumerate(found.columns) for node in column}
    behind: dict[int, list[int]] = {}
    for left, right in steps(found):
        behind.setdefault(left, []).append(right)
    crossing = sum(
        layer[one[0]] == layer[other[0]]
        and (place[one[0]] - place[other[0]]) * (place[one[1]] - place[other[1]]) < 0
        for one, other in combinations(steps(found), 2)
    )
    assert crossings(found.columns, behind) == crossing


def test_lines_that_need_not_cross_do_not() -> None:
    layers = {0: 0, 1: 0, 2: 1, 3: 1, 4: 2, 5: 2}
    found = layered(layers, [(0, 3), (1, 2), (2, 5), (3, 4), (0, 4)])
    behind: dict[int, list[int]] = {}
    for left, right in steps(found):
        behind.setdefault(left, []).append(right)
    assert crossings(found.columns, behind) == 0


@pytest.mark.parametrize(
    ("wanted", "apart"),
    [
        ([0, 0], [-0.5, 0.5]),
        ([0, 5], [0, 5]),
        ([3, 1, 2], [1, 2, 3]),
        ([], []),
        ([5, 5, 0], [7 / 3, 10 / 3, 13 / 3]),
    ],
)
def test_heights_are_as_near_to_those_wanted_as_room_lets_them(
    wanted: list[float], apart: list[float]
) -> None:
    assert _apart(wanted) == pytest.approx(apart)
