from __future__ import annotations

import re
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition_planner.plan.finding import Place
from transition_planner.planfile import places
from transition_planner.planfile.places import NOT_ALLOWED, line_number, line_start, place_at


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_with_any_line_end(end: str) -> None:
    text = end.join(["first", "second", "", "fourth"])
    offset = text.index("fourth") + 2
    assert line_number(text, offset) == 4
    assert line_start(text, offset) == text.index("fourth")
    assert place_at(text, "plan.yaml", text.index("second"), 3) == Place("plan.yaml", 2, 1, 3, "second")


def test_columns_count_characters_not_bytes() -> None:
    text = "a: {fi: Päätös 🎻, en: x}"
    assert place_at(text, "plan.yaml", text.index("en")).column == text.index("en") + 1


def test_only_the_first_line_of_a_long_place_is_counted() -> None:
    assert place_at("ab\ncdef\ngh", "plan.yaml", 4, 100) == Place("plan.yaml", 2, 2, 3, "cdef")


def test_a_place_behind_the_text_is_at_its_end() -> None:
    assert place_at("ab", "plan.yaml", 99) == Place("plan.yaml", 1, 3, 1, "ab")


def test_what_could_drive_a_terminal_is_not_shown() -> None:
    assert place_at("a\x1b[2J\u202eb\ud800\tc", "plan.yaml", 0).source == "a\ufffd[2J\ufffdb\ufffd\tc"


def test_a_place_far_along_a_very_long_line_comes_without_the_line() -> None:
    assert place_at("a" * 5000, "plan.yaml", 4000, 2) == Place("plan.yaml", 1, 4001, 2, "")
    assert place_at("a" * 5000, "plan.yaml", 999).source == "a" * 1000


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\ud800"]
)
def test_characters_a_plan_may_not_hold(character: str) -> None:
    assert NOT_ALLOWED.search(f"note: a{character}b")


@pytest.mark.parametrize("character", ["\t", "\r", "\n", "ä", "\xa0", "\u2027", "\u202a", "\ufffd", "🎻"])
def test_characters_a_plan_may_hold(character: str) -> None:
    assert NOT_ALLOWED.search(f"note: a{character}b") is None


@given(st.text("ab\r\n", max_size=30), st.integers(0, 30), st.sampled_from((1, 2, 5, 100)))
def test_lines_are_found_by_stretches_of_any_size(text: str, offset: int, stretch: int) -> None:
    offset = min(offset, len(text))
    ends = [found.end() for found in re.finditer("\r\n|\r|\n", text) if found.end() <= offset]
    starts = [found.end() for found in re.finditer("[\r\n]", text) if found.end() <= offset]
    places._ends_before.cache_clear()
    with mock.patch.object(places, "_STRETCH", stretch):
        assert line_number(text, offset) == len(ends) + 1
        assert line_start(text, offset) == max(starts, default=0)
    places._ends_before.cache_clear()


def test_the_lines_of_a_long_text_are_counted_once_not_for_each_place() -> None:
    text = "line\r\n" * 20_000
    places._ends_before.cache_clear()
    assert [line_number(text, 6 * line) for line in range(19_990, 20_001)] == list(range(19_991, 20_002))
    assert places._ends_before.cache_info().misses == 1
