from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.plans import HEAD, SMALL, STUDY, state

from transition_planner.tui.graph.neighbourhood import MOST, neighbourhood

if TYPE_CHECKING:
    from transition_planner.tui.graph.neighbourhood import Neighbourhood


def around(
    text: str, at: str, levels: int | None, model: str | None = None
) -> tuple[Neighbourhood, dict[str, int]]:
    found = state(text, at, model)
    assert found.row is not None
    part = neighbourhood(found.schedule, found.row, levels)
    ids = found.schedule.outline.ids
    return part, {ids[row]: layer for row, layer in part.layers.items()}


def test_only_so_many_links_around_a_task_are_in_it() -> None:
    assert around(SMALL, "agree", 1)[1] == {"draft": -1, "agree": 0, "sign": 1}
    assert around(SMALL, "agree", 2)[1] == {"ask": -2, "draft": -1, "agree": 0, "sign": 1}
    part, layers = around(SMALL, "sign", 1)
    assert layers == {"agree": -1, "look": -1, "sign": 0}
    rows = state(SMALL).schedule.outline.row
    assert part.hidden_before == {rows["agree"]: 1}
    assert part.hidden_behind == {}


def test_without_a_number_of_levels_all_are() -> None:
    assert around(SMALL, "sign", None)[1] == {"ask": -3, "draft": -2, "agree": -1, "look": -1, "sign": 0}


def test_a_task_stands_behind_the_longest_chain() -> None:
    text = HEAD + "tasks: {a: {}, b: {after: [a]}, c: {after: [a, b]}, d: {after: [a, c]}}\n"
    assert around(text, "a", 1)[1] == {"a": 0, "b": 1, "c": 2, "d": 3}
    assert around(text, "d", None)[1] == {"a": -3, "b": -2, "c": -1, "d": 0}


def test_an_edge_is_critical_where_it_drives_from_a_critical_task_to_one() -> None:
    part, _layers = around(SMALL, "sign", None)
    rows = state(SMALL).schedule.outline.row
    names = {row: id_ for id_, row in rows.items()}
    assert {(names[edge.pred], names[edge.succ]): edge.critical for edge in part.edges} == {
        ("ask", "draft"): True,
        ("draft", "agree"): True,
        ("agree", "sign"): True,
        ("look", "sign"): False,
    }


def test_several_links_between_two_tasks_are_one_edge() -> None:
    text = HEAD + "tasks: {a: {duration: 2d}, b: {duration: 5d, after: [a SS, a FF]}}\n"
    assert len(around(text, "b", 1)[0].edges) == 1


def test_a_phase_that_is_waited_for_is_in_it() -> None:
    text = HEAD + "tasks: {p: {tasks: {a: {duration: 1d}}}, b: {after: [p]}}\n"
    assert around(text, "b", 1)[1] == {"p": -1, "b": 0}
    assert around(text, "p", 1)[1] == {"p": 0, "b": 1}


def test_a_crowd_is_cut_where_it_could_not_be_read() -> None:
    tasks = ", ".join(f"t{number}: {{after: [a]}}" for number in range(2 * MOST))
    part, layers = around(HEAD + f"tasks: {{a: {{}}, {tasks}}}\n", "a", 2)
    assert len(layers) == MOST + 1
    assert sum(part.hidden_behind.values()) == MOST


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=16), st.integers(0, 7))
def test_layers_are_as_networkx_has_them(pairs: list[tuple[int, int]], at: int) -> None:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(8))
    graph.add_edges_from((low, high) for low, high in pairs if low < high)
    tasks = ", ".join(
        f"t{node}: {{after: [{', '.join(f't{low}' for low in graph.pred[node])}]}}" for node in graph
    )
    _part, layers = around(HEAD + f"tasks: {{{tasks}}}\n", f"t{at}", None)
    behind = graph.subgraph({at, *nx.descendants(graph, at)})
    before = graph.subgraph({at, *nx.ancestors(graph, at)}).reverse()
    expected = {
        f"t{node}": sign * layer
        for part, sign in ((behind, 1), (before, -1))
        for layer, nodes in enumerate(nx.topological_generations(part))
        for node in nodes
    }
    assert layers == expected


def test_links_of_another_model_are_not_in_it() -> None:
    assert "licence" not in around(STUDY, "opened", 2, "apart")[1]
