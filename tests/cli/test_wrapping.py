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


def test_an_id_is_broken_only_where_words_apart_from_it_cannot_give_enough() -> None:
    row = ("joint-school-year-starts", "the year starts in Kallio")
    assert list(wrapped((row,), 44)) == [
        ("joint-school-year-starts", "the year starts in"),
        ("", "Kallio"),
    ]
    assert list(wrapped((row,), 40)) == [
        ("joint-school-year-", "the year starts in"),
        ("starts", "Kallio"),
    ]


def test_dates_are_broken_last() -> None:
    row = ("Survey the new groups", "Mon 11 Jan 2027")
    assert list(wrapped((row,), 35)) == [("Survey the new", "Mon 11 Jan 2027"), ("groups", "")]
    assert list(wrapped((row,), 26)) == [("Survey the", "Mon 11 Jan"), ("new groups", "2027")]


def test_what_is_indented_stays_so() -> None:
    assert list(wrapped((("  Hear pupils and guardians",),), 20)) == [
        ("  Hear pupils and",),
        ("  guardians",),
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
