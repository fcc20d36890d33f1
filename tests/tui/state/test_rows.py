from __future__ import annotations

from tests.tui.plans import state

from transition_planner.tui.state.rows import rows

OUTLINE = state().schedule.outline


def test_without_collapsed_phases_all_rows_are_shown() -> None:
    found = rows(OUTLINE, frozenset())
    assert found.shown == (0, 1, 2, 3, 4, 5, 6)
    assert found.line == found.shown


def test_rows_of_a_collapsed_phase_are_found_on_its_line() -> None:
    found = rows(OUTLINE, frozenset({"prepare"}))
    assert found.shown == (0, 4, 5, 6)
    assert found.line == (0, 0, 0, 0, 1, 2, 3)
    assert len(found) == 4


def test_an_id_that_is_no_phase_collapses_nothing() -> None:
    assert len(rows(OUTLINE, frozenset({"ask", "nothing"}))) == 7
