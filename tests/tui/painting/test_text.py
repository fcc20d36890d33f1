from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from transition_planner.tui.painting.text import fit, pasted, right


def test_text_is_filled_up_or_cut_with_an_ellipsis() -> None:
    assert fit("plan", 6) == "plan  "
    assert fit("planner", 6) == "plann…"
    assert fit("päätös", 6) == "päätös"
    assert fit("plan", 0) == ""


def test_wide_characters_are_never_cut_in_half() -> None:
    assert fit("計画計画", 6) == "計画 …"
    assert fit("計画計画", 7) == "計画計…"
    assert fit("計画計画", 8) == "計画計画"


def test_right_aligned_text_ends_at_the_edge() -> None:
    assert right("8d", 5) == "   8d"
    assert right("計画", 5) == " 計画"
    assert right("very long", 5) == "very…"


@given(st.text(st.characters(exclude_categories=["C", "M", "Z"])), st.integers(0, 40))
def test_text_has_exactly_the_width_asked_for(text: str, cells: int) -> None:
    assert cell_len(fit(text, cells)) == cells
    assert cell_len(right(text, cells)) == cells


def test_what_is_pasted_becomes_one_line_that_can_be_shown() -> None:
    assert pasted("Hear the pupils") == "Hear the pupils"
    assert pasted(" FS+2d ") == " FS+2d "
    assert pasted("Hear\r\n  the pupils\n\nand\tparents\n") == "Hear the pupils and parents"
    assert pasted("a\tb\x1b[31mc\x00") == "a b[31mc"
    assert pasted("音楽学校 ä") == "音楽学校 ä"
    assert pasted("\n") == ""
    assert pasted("") == ""
