from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from transition_planner.tui.graph.strokes import _SIGNS, DOWN, LEFT, RIGHT, THICK, THIN, UP, Strokes

_NAMES = {
    "UP": {UP},
    "RIGHT": {RIGHT},
    "DOWN": {DOWN},
    "LEFT": {LEFT},
    "HORIZONTAL": {LEFT, RIGHT},
    "VERTICAL": {UP, DOWN},
}
_WEIGHTS = {"LIGHT": THIN, "HEAVY": THICK}


def directions(sign: str) -> dict[int, int]:
    """How strong each direction is by the character's name: BOX DRAWINGS LEFT LIGHT AND RIGHT VERTICAL HEAVY."""
    found: dict[int, int] = {}
    weight = 0
    for part in unicodedata.name(sign).removeprefix("BOX DRAWINGS ").split(" AND "):
        weight = next((_WEIGHTS[word] for word in part.split() if word in _WEIGHTS), weight)
        for word in part.split():
            found |= dict.fromkeys(_NAMES.get(word, ()), weight)
    return found


def test_each_sum_of_strokes_has_its_character() -> None:
    for strokes, sign in enumerate(_SIGNS[1:], start=1):
        thin, thick = strokes & 15, strokes >> 4
        strong = {
            way: THICK if thick & way else THIN for way in (UP, RIGHT, DOWN, LEFT) if (thin | thick) & way
        }
        assert directions(sign) == strong
    assert len(set(_SIGNS)) == 81
    assert _SIGNS[0] == " "


def whole() -> Strokes:
    return Strokes(range(20), range(20))


def drawn(strokes: Strokes) -> list[str]:
    marks = strokes.marks()
    lines = range(max(y for y, _x in marks) + 1)
    columns = range(max(x for _y, x in marks) + 1)
    return ["".join(marks[y, x].sign if (y, x) in marks else " " for x in columns).rstrip() for y in lines]


def test_lines_turn_meet_and_cross() -> None:
    strokes = whole()
    strokes.draw([(0, 0), (0, 2), (2, 2), (2, 4)], THIN)
    assert drawn(strokes) == ["╶─┐", "  │", "  └─╴"]
    assert strokes.marks().keys() == {(0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 3), (2, 4)}
    strokes.draw([(1, 0), (1, 4)], THICK)
    strokes.draw([(2, 0), (2, 4)], THIN)
    assert drawn(strokes) == ["╶─┐", "╺━┿━╸", "╶─┴─╴"]


def test_a_line_up_and_back_is_the_same_as_down() -> None:
    there, back = whole(), whole()
    corners = [(3, 0), (3, 2), (0, 2), (0, 5)]
    there.draw(corners, THIN)
    back.draw(corners[::-1], THIN)
    assert there.marks() == back.marks()


def test_a_cell_is_thick_or_lit_where_one_of_its_lines_is() -> None:
    strokes = whole()
    strokes.draw([(0, 0), (0, 3)], THIN, bright=True)
    strokes.draw([(0, 2), (0, 5)], THICK)
    marks = strokes.marks()
    assert [marks[0, x].bright for x in range(6)] == [True, True, True, True, False, False]
    assert [marks[0, x].thick for x in range(6)] == [False, False, True, True, True, True]


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=6),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_a_window_shows_its_part_of_the_whole(
    places: list[tuple[int, int]], top: int, height: int, left: int, width: int
) -> None:
    corners = [places[0]]
    for y, x in places[1:]:
        corners += [(corners[-1][0], x), (y, x)]
    all_, part = whole(), Strokes(range(top, top + height), range(left, left + width))
    all_.draw(corners, THIN)
    part.draw(corners, THIN)
    assert part.marks() == {
        (y, x): mark
        for (y, x), mark in all_.marks().items()
        if top <= y < top + height and left <= x < left + width
    }
