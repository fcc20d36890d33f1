from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transition_planner.tui.graph.tracks import tracks

STEPS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12)


def test_what_leaves_one_node_shares_a_track_and_level_steps_need_none() -> None:
    found, number = tracks([(2, 0), (2, 2), (2, 5)])
    assert found == {(2, 0): 0, (2, 5): 0}
    assert number == 1


def test_what_reaches_one_node_shares_a_track() -> None:
    found, number = tracks([(0, 3), (1, 3), (5, 3)])
    assert set(found.values()) == {0}
    assert number == 1


def test_lines_beside_each_other_have_tracks_of_their_own() -> None:
    found, number = tracks([(0, 4), (2, 6)])
    assert len({found[0, 4], found[2, 6]}) == number == 2


def test_a_line_that_comes_to_a_height_stands_left_of_one_that_leaves_from_there() -> None:
    found, _number = tracks([(0, 4), (4, 8)])
    assert found[4, 8] < found[0, 4]


@given(STEPS)
def test_no_two_lines_of_one_track_overlap_unless_they_share_an_end(steps: list[tuple[int, int]]) -> None:
    found, number = tracks(steps)
    assert set(found) == {step for step in steps if step[0] != step[1]}
    assert set(found.values()) <= set(range(number))
    by_track: dict[int, list[tuple[int, int]]] = {}
    for step, track in found.items():
        by_track.setdefault(track, []).append(step)
    for inside in by_track.values():
        for one in inside:
            for other in inside:
                overlap = max(min(one), min(other)) <= min(max(one), max(other))
                assert not overlap or one[0] == other[0] or one[1] == other[1]
