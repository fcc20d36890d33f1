from __future__ import annotations

import pytest

from transition_planner.planfile.nodes import compose
from transition_planner.planfile.splice import Splice
from transition_planner.planfile.starts import Starts, starts_in

ROWS = [("p", 10, None), ("a", 20, "p"), ("b", 30, "p"), ("q", 40, None), ("c", 50, "q"), ("d", 60, None)]
STARTS = Starts.of(ROWS)


def splice(start: int, end: int, length: int) -> Splice:
    return Splice(start, "-" * (end - start), "+" * length)


def as_rows(starts: Starts) -> list[tuple[str, int, str | None]]:
    return [(id_, starts.offset(id_), starts.phases[id_]) for id_ in starts.ids]


def test_rows_by_number_give_the_same() -> None:
    rows = [("p", 10, -1), ("a", 20, 0), ("b", 30, 0), ("q", 40, -1), ("c", 50, 3), ("d", 60, -1)]
    assert Starts.of_rows(rows) == STARTS


def test_a_longer_text_shifts_what_follows() -> None:
    assert STARTS.shifted([splice(32, 34, 7)]).offsets == (10, 20, 30, 45, 55, 65)


def test_a_shorter_text_shifts_what_follows() -> None:
    assert STARTS.shifted([splice(32, 36, 1)]).offsets == (10, 20, 30, 37, 47, 57)


def test_an_insertion_before_a_key_shifts_it() -> None:
    assert STARTS.shifted([splice(30, 30, 5)]).offsets == (10, 20, 35, 45, 55, 65)


def test_a_key_that_grows_stays_where_it_begins() -> None:
    assert STARTS.shifted([splice(30, 31, 4)]).offsets == (10, 20, 30, 43, 53, 63)


def test_a_text_of_the_same_length_shifts_nothing() -> None:
    assert STARTS.shifted([splice(31, 33, 2)]) is STARTS


def test_several_splices_shift_what_stands_behind_each() -> None:
    splices = [splice(0, 0, 2), splice(30, 32, 1), splice(50, 50, 1)]
    assert STARTS.shifted(splices).offsets == (12, 22, 32, 41, 52, 62)


def test_tasks_are_removed_with_their_text() -> None:
    assert as_rows(STARTS.replaced(splice(30, 40, 0))) == [
        ("p", 10, None),
        ("a", 20, "p"),
        ("q", 30, None),
        ("c", 40, "q"),
        ("d", 50, None),
    ]


def test_tasks_are_added_with_their_text() -> None:
    added = STARTS.replaced(splice(40, 40, 8), [("n", 42, "p")])
    assert as_rows(added)[2:5] == [("b", 30, "p"), ("n", 42, "p"), ("q", 48, None)]


def test_a_renamed_phase_is_the_phase_of_its_tasks() -> None:
    assert as_rows(STARTS.renamed("p", "start"))[:3] == [
        ("start", 10, None),
        ("a", 20, "start"),
        ("b", 30, "start"),
    ]


@pytest.mark.parametrize(
    ("id_", "behind"), [("p", 40), ("a", 30), ("b", 40), ("q", 60), ("c", 60), ("d", None)]
)
def test_what_stands_behind_a_task_is_not_inside_it(id_: str, behind: int | None) -> None:
    assert STARTS.behind(id_) == behind


def test_the_tasks_of_an_entry_are_found() -> None:
    text = "p:\n  title: x\n  tasks:\n    a: {}\n    q:\n      tasks: {b: {}, c: {}}\n"
    ((key, value),) = compose(text).entries
    assert list(starts_in(key, value, None)) == [
        ("p", 0, None),
        ("a", text.index("a: {}"), "p"),
        ("q", text.index("q:"), "p"),
        ("b", text.index("b: {}"), "q"),
        ("c", text.index("c: {}"), "q"),
    ]
