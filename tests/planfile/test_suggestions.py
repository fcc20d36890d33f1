from __future__ import annotations

from transition_planner.planfile.suggestions import Suggestions, shortened


def test_the_nearest_name_is_suggested() -> None:
    assert Suggestions().hint("duraton", ["range", "duration", "done"]) == "Did you mean duration?"


def test_the_same_name_in_other_letters_is_suggested() -> None:
    assert Suggestions().hint("ABCDEFGH", ["x", "abcdefgh"]) == "Did you mean abcdefgh?"


def test_nothing_near_is_no_suggestion() -> None:
    assert Suggestions().hint("budget", ["after", "kind"]) == ""


def test_suggestions_end_before_they_take_long() -> None:
    suggestions = Suggestions()
    known = [f"task-{number}" for number in range(10_000)]
    hints = [suggestions.hint("taks-77", known) for _ in range(5)]
    assert hints == ["Did you mean task-77?"] * 3 + ["", ""]


def test_a_long_text_is_quoted_by_its_beginning_on_one_line() -> None:
    assert shortened("a\n b") == "a b"
    assert shortened("x" * 100) == "x" * 59 + "…"
