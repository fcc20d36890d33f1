from __future__ import annotations

from tests.tui.plans import state

from transition_planner.tui.chart.bars import Bar
from transition_planner.tui.chart.links import Connector, connectors, routes
from transition_planner.tui.painting.ink import Ink


def picture(bars: list[tuple[int, int]], links: list[Connector], lines: range | None = None) -> list[str]:
    drawn = [Bar(first, last, Ink.NORMAL) for first, last in bars]
    cells = routes(links, drawn.__getitem__, lines or range(len(bars)))
    rows = []
    for line, each in enumerate(drawn):
        row = [" "] * 14
        for column, sign in cells.get(line, ()):
            row[column] = sign
        row[each.first : each.last + 1] = "#" * (each.last - each.first + 1)
        rows.append("".join(row).rstrip())
    return rows


def link(source: int, target: int, *, to_finish: bool = False) -> Connector:
    return Connector(source, target, to_finish, incoming=False)


def test_a_line_turns_down_at_the_successors_start() -> None:
    assert picture([(0, 3), (6, 8)], [link(0, 1)]) == ["####──┐", "      ###"]


def test_a_line_over_rows_ends_in_an_arrow() -> None:
    assert picture([(0, 3), (1, 2), (6, 8)], [link(0, 2)]) == ["####──┐", " ##   ▼", "      ###"]


def test_a_line_goes_up_to_a_successor_above() -> None:
    assert picture([(6, 8), (1, 2), (0, 3)], [link(2, 0)]) == ["      ###", " ##   ▲", "####──┘"]


def test_a_line_drops_out_of_a_bar_that_reaches_over_the_successor() -> None:
    assert picture([(0, 6), (10, 11), (3, 8)], [link(0, 2)]) == ["#######", "   ▼      ##", "   ######"]


def test_a_line_to_the_finish_lands_at_the_end() -> None:
    assert picture([(0, 3), (2, 8)], [link(0, 1, to_finish=True)]) == ["####────┐", "  #######"]


def test_a_line_backwards_leaves_to_the_left() -> None:
    assert picture([(6, 8), (2, 3)], [link(0, 1)]) == ["  ┌───###", "  ##"]


def test_lines_share_their_cells() -> None:
    shown = picture([(0, 1), (0, 1), (5, 6), (8, 9)], [link(0, 2), link(1, 2), link(0, 3)])
    assert shown == ["##───┬──┐", "##───┤  │", "     ## ▼", "        ##"]


def test_only_lines_on_show_are_drawn() -> None:
    drawn = [Bar(0, 1, Ink.NORMAL), *[Bar(9, 9, Ink.NORMAL)] * 5, Bar(4, 5, Ink.NORMAL)]
    assert set(routes([link(0, 6)], drawn.__getitem__, range(2, 4))) == {2, 3}


def test_the_selected_tasks_links_are_found() -> None:
    assert connectors(state(at="draft")) == [
        Connector(1, 2, to_finish=False, incoming=True),
        Connector(2, 5, to_finish=False, incoming=False),
    ]


def test_links_into_a_collapsed_phase_lead_to_its_line() -> None:
    found = state(at="prepare").toggled().at("sign")
    assert connectors(found) == [
        Connector(2, 3, to_finish=False, incoming=True),
        Connector(0, 3, to_finish=False, incoming=True),
    ]
