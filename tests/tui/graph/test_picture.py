from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.plans import HEAD, SMALL, state

from transition_planner.tui.graph.neighbourhood import neighbourhood
from transition_planner.tui.graph.picture import ARROW, pictured
from transition_planner.tui.graph.walking import across, along

if TYPE_CHECKING:
    from transition_planner.tui.graph.picture import Picture

CELLS = 5


def drawn(text: str, at: str) -> tuple[list[str], Picture, dict[str, int]]:
    """The picture with ids for names."""
    found = state(text, at)
    assert found.row is not None
    picture = pictured(neighbourhood(found.schedule, found.row, None), CELLS, 1)
    lines = []
    ids = found.schedule.outline.ids
    for y in range(picture.height):
        cells = [picture.signs.get(y, {}).get(x, " ") for x in range(picture.width)]
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
    for edge, path in picture.paths.items():
        (top, left), (bottom, right) = picture.boxes[edge.pred], picture.boxes[edge.succ]
        assert {(top, left + CELLS), (bottom, right - 2)} <= path
        assert picture.signs[bottom][right - 2] == ARROW
        assert all(left + CELLS <= x <= right - 2 for _y, x in path)
        for cell in path - {(top, left + CELLS)}:
            assert any(abs(cell[0] - y) + abs(cell[1] - x) == 1 for y, x in path)


def test_no_line_runs_through_a_name() -> None:
    tasks = ", ".join(
        f"t{n}: {{after: [{', '.join(f't{m}' for m in range(max(n - 4, 0), n))}]}}" for n in range(12)
    )
    _lines, picture, _rows = drawn(HEAD + f"tasks: {{{tasks}}}\n", "t6")
    names = {(top, left + cell) for top, left in picture.boxes.values() for cell in range(CELLS)}
    assert not names & {(y, x) for y, line in picture.signs.items() for x in line}


def test_one_walks_along_critical_edges_first_and_up_and_down_in_a_layer() -> None:
    _lines, picture, rows = drawn(SMALL, "sign")
    assert across(picture, rows["sign"], -1) == rows["agree"]
    assert across(picture, rows["agree"], 1) == rows["sign"]
    assert across(picture, rows["sign"], 1) is None
    assert {along(picture, rows["agree"], step) for step in (-1, 1)} == {rows["agree"], rows["look"]}
    assert along(picture, rows["ask"], -1) == rows["ask"]
