from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tests.tui.plans import HEAD, SMALL, state

from transition_planner.tui.graph.neighbourhood import neighbourhood
from transition_planner.tui.graph.picture import ARROW, pictured
from transition_planner.tui.graph.walking import across, along, touching

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.tui.graph.picture import Picture
    from transition_planner.tui.graph.strokes import Cell, Mark

CELLS = 5


def whole(picture: Picture) -> Mapping[Cell, Mark]:
    """All cells of the lines."""
    return picture.marks(range(picture.height), range(picture.width))


def drawn(text: str, at: str) -> tuple[list[str], Picture, dict[str, int]]:
    """The picture with ids for names."""
    found = state(text, at)
    assert found.row is not None
    picture = pictured(neighbourhood(found.schedule, found.row, None), CELLS, 1)
    lines = []
    marks = whole(picture)
    ids = found.schedule.outline.ids
    for y in range(picture.height):
        cells = [marks[y, x].sign if (y, x) in marks else " " for x in range(picture.width)]
        for row, (top, left) in picture.boxes.items():
            if top == y:
                cells[left : left + CELLS] = ids[row][:CELLS].ljust(CELLS)
        lines.append("".join(cells).rstrip())
    return lines, picture, dict(found.schedule.outline.row)


def test_critical_edges_are_thick_and_all_have_arrows() -> None:
    assert drawn(SMALL, "sign")[0] == ["                look ╶┐", "ask  ╺▸ draft╺▸ agree╺┷▸ sign"]


def test_edges_fork_and_join() -> None:
    text = HEAD + "tasks: {a: {}, b: {after: [a]}, c: {after: [a]}, d: {duration: 1d, after: [b, c]}}\n"
    lines, _picture, _rows = drawn(text, "a")
    assert lines == [
        "      ┏▸ b    ╺┓",
        "a    ╺┻▸ c    ╺┻▸ d",
    ]


def test_each_edge_leads_from_behind_its_predecessor_to_before_its_successor() -> None:
    text = (
        HEAD + "tasks: {a: {}, b: {after: [a]}, c: {after: [a, b]}, d: {after: [a, c]}, e: {after: [a, b]}}\n"
    )
    _lines, picture, _rows = drawn(text, "a")
    assert len(picture.paths) == 7
    marks = whole(picture)
    for edge, path in picture.paths.items():
        (top, left), (bottom, right) = picture.boxes[edge.pred], picture.boxes[edge.succ]
        assert (path[0], path[-1]) == ((top, left + CELLS), (bottom, right - 2))
        assert marks[path[-1]].sign == ARROW
        for (y, x), (to_y, to_x) in pairwise(path):
            assert y == to_y or x == to_x
            assert x <= to_x


def test_what_is_outside_the_window_is_not_drawn() -> None:
    _lines, picture, _rows = drawn(SMALL, "sign")
    assert picture.marks(range(picture.height), range(3)) == {}
    marks, part = whole(picture), picture.marks(range(1, 2), range(5, 12))
    assert part == {(y, x): mark for (y, x), mark in marks.items() if y == 1 and 5 <= x < 12}


def test_the_lines_of_an_edge_can_be_lit() -> None:
    _lines, picture, rows = drawn(SMALL, "sign")
    edges = touching(picture, rows["look"])
    marks = picture.marks(range(picture.height), range(picture.width), edges)
    assert {cell for cell, mark in marks.items() if mark.bright} == {(0, 21), (0, 22), (1, 22), (1, 23)}


def test_no_line_runs_through_a_name() -> None:
    tasks = ", ".join(
        f"t{n}: {{after: [{', '.join(f't{m}' for m in range(max(n - 4, 0), n))}]}}" for n in range(12)
    )
    _lines, picture, _rows = drawn(HEAD + f"tasks: {{{tasks}}}\n", "t6")
    names = {(top, left + cell) for top, left in picture.boxes.values() for cell in range(CELLS)}
    assert not names & {(y, x) for y, x in whole(picture)}


def test_one_walks_along_critical_edges_first_and_up_and_down_in_a_layer() -> None:
    _lines, picture, rows = drawn(SMALL, "sign")
    assert across(picture, rows["sign"], -1) == rows["agree"]
    assert across(picture, rows["agree"], 1) == rows["sign"]
    assert across(picture, rows["sign"], 1) is None
    assert {along(picture, rows["agree"], step) for step in (-1, 1)} == {rows["agree"], rows["look"]}
    assert along(picture, rows["ask"], -1) == rows["ask"]
