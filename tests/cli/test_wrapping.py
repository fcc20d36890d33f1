from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from transition_planner.cli.output import put_table
from transition_planner.cli.wrapping import GAP, column_widths, wrapped

if TYPE_CHECKING:
    import pytest

ROWS = (("", "Merger", "Going on"), ("Busiest quarter", "118 d, Director, 2027 Q4", "77 d, Lead, 2027 Q2"))


def test_what_fits_stays_as_it_is() -> None:
    assert list(wrapped(ROWS, 62)) == list(ROWS)


def test_the_widest_column_gives_first() -> None:
    assert column_widths(ROWS, 62) == [15, 24, 19]
    assert column_widths(ROWS, 61) == [15, 23, 19]
    assert column_widths(ROWS, 55) == [15, 18, 18]


def test_long_cells_go_on_in_further_lines() -> None:
    assert list(wrapped(ROWS, 50)) == [
        ("", "Merger", "Going on"),
        ("Busiest quarter", "118 d,", "77 d, Lead, 2027"),
        ("", "Director, 2027", "Q2"),
        ("", "Q4", ""),
    ]


def test_an_id_is_broken_only_where_all_words_together_are_too_wide() -> None:
    assert list(wrapped((("joint-school-year-starts", "a b"),), 27)) == [
        ("joint-school-year-starts", "a"),
        ("", "b"),
    ]
    assert list(wrapped((("joint-school-year-starts", "a b"),), 20)) == [
        ("joint-school-", "a"),
        ("year-starts", "b"),
    ]


def test_what_cannot_be_broken_stays_too_wide() -> None:
    assert list(wrapped((("Kouluvuosi", "a b"),), 5)) == [("Kouluvuosi", "a"), ("", "b")]


@given(
    st.integers(1, 4).flatmap(
        lambda columns: st.lists(
            st.lists(st.text("ab ", max_size=12), min_size=columns, max_size=columns), min_size=1, max_size=4
        )
    ),
    st.integers(1, 60),
)
def test_all_words_are_told_in_order_and_lines_fit_where_words_do(rows: list[list[str]], room: int) -> None:
    told = list(wrapped(rows, room))
    for column in range(len(rows[0])):
        assert " ".join(row[column] for row in told).split() == " ".join(row[column] for row in rows).split()
    widths = column_widths(rows, room)
    words = [
        max(1, *(len(word) for row in rows for word in row[column].split(" ")))
        for column in range(len(rows[0]))
    ]
    assert sum(widths) + GAP * (len(widths) - 1) <= max(room, sum(words) + GAP * (len(words) - 1))


def test_only_a_terminal_has_an_end_of_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "52")
    put_table(ROWS, indent="  ")
    assert capsys.readouterr().out.splitlines()[1] == (
        "  Busiest quarter  118 d, Director, 2027 Q4  77 d, Lead, 2027 Q2"
    )
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    put_table(ROWS, indent="  ")
    assert capsys.readouterr().out.splitlines() == [
        "                   Merger          Going on",
        "  Busiest quarter  118 d,          77 d, Lead, 2027",
        "                   Director, 2027  Q2",
        "                   Q4",
    ]
