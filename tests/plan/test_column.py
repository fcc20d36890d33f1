"""A column after edits is the list that it would be, and the one before them stays as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transition_planner.plan.column import Made, edited, settled

CHANGES = st.lists(st.dictionaries(st.integers(0, 9), st.integers()), max_size=4)


@given(st.lists(st.integers(), min_size=10, max_size=10), CHANGES)
def test_what_is_read_is_what_was_set_last(values: list[int], edits: list[dict[int, int]]) -> None:
    expected, column = list(values), edited(values)
    for changes in edits:
        before, known = column, list(expected)
        column = edited(before)
        for row, value in changes.items():
            column[row] = expected[row] = value
        assert list(before) == known
        assert [column[row] for row in range(len(column))] == list(column) == settled(column) == expected


def test_many_changes_become_a_list_of_their_own() -> None:
    column = edited([0] * 1000)
    for row in range(600):
        column[row] = 1
    again = edited(column)
    again[0] = 2
    assert settled(again) == [2] + [1] * 599 + [0] * 400
    assert column[0] == 1


def test_many_changes_of_what_is_made_on_demand_leave_the_rest_unmade() -> None:
    made: list[int] = []

    def make(row: int) -> int:
        made.append(row)
        return -row

    column = edited(Made(10_000, make))
    for row in range(600):
        column[row] = 1
    again = edited(column)
    assert made == []
    assert (again[0], again[599], again[600], len(again)) == (1, 1, -600, 10_000)
    assert made == [600]
