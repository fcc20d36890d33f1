from __future__ import annotations

import unicodedata

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


def drawn(strokes: Strokes) -> list[str]:
    signs = strokes.signs()
    lines = range(max(y for y, _x in signs) + 1)
    columns = range(max(x for _y, x in signs) + 1)
    return ["".join(signs.get((y, x), " ") for x in columns).rstrip() for y in lines]


def test_lines_turn_meet_and_cross() -> None:
    strokes = Strokes()
    cells = strokes.draw([(0, 0), (0, 2), (2, 2), (2, 4)], THIN)
    assert drawn(strokes) == ["╶─┐", "  │", "  └─╴"]
    assert cells == {(0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 3), (2, 4)}
    strokes.draw([(1, 0), (1, 4)], THICK)
    strokes.draw([(2, 0), (2, 4)], THIN)
    assert drawn(strokes) == ["╶─┐", "╺━┿━╸", "╶─┴─╴"]


def test_a_line_up_and_back_is_the_same_as_down() -> None:
    there, back = Strokes(), Strokes()
    corners = [(3, 0), (3, 2), (0, 2), (0, 5)]
    assert there.draw(corners, THIN) == back.draw(corners[::-1], THIN)
    assert there.signs() == back.signs()
