from __future__ import annotations

from datetime import date

import pytest

from transition_planner.planfile.datefiles.csvfile import csv_dates
from transition_planner.planfile.datefiles.dated import Dated, DateFileError, Horizon

HORIZON = Horizon(date(2026, 1, 1), date(2037, 12, 31))


def read(text: str) -> list[Dated]:
    return list(csv_dates(text, HORIZON))


@pytest.mark.parametrize(
    "text",
    [
        'on,from,to,why\n2027-02-09,,,Board\n,2027-02-22,2027-02-26,"Holiday, winter"\n',
        "On;From;To;Why\r\n9.2.2027;;;Board\r\n\r\n;22.2.2027;26.2.2027;Holiday, winter",
        "why\ton\tfrom\tto\nBoard\t2027-2-9\nHoliday, winter\t\t2027-02-22\t 2027-02-26 \n",
    ],
)  # fmt: skip
def test_a_table_has_days_and_spans_as_spreadsheets_write_them(text: str) -> None:
    assert read(text) == [
        Dated(date(2027, 2, 9), date(2027, 2, 9), "Board"),
        Dated(date(2027, 2, 22), date(2027, 2, 26), "Holiday, winter"),
    ]


def test_what_lies_outside_the_horizon_is_left_out() -> None:
    assert read("on\n2025-12-31\n2026-01-01\n2038-01-01\n") == [Dated(date(2026, 1, 1), date(2026, 1, 1))]


@pytest.mark.parametrize(
    ("text", "message", "marked"),
    [
        ("", "the table is empty", ""),
        ("day,why\n2027-02-09,x\n", "the first line names the columns: on, from, to, why", "day"),
        ("on,on\n", "the first line names the columns", "on,on"),
        ("from,why\n", "the table needs a column on, or columns from and to", "from"),
        ("on\n2027-02-09\n2027-02-31\n", "'2027-02-31' is not a day", "2027-02-31"),
        ("on\n2/9/2027\n", "'2/9/2027' is not a day", "2/9/2027"),
        ("from,to\n2027-02-09,2027-02-08\n", "the span ends before it begins", "2027-02-09"),
        ("on,from,to\n,2027-02-09,\n", "the line needs a day under on, or days under from and to", ",2027"),
        ("on,from,to\n2027-02-09,2027-02-09,2027-02-10\n", "the line needs a day under on", "2027"),
        ("on\n2027-02-09,Board\n", "the line needs a day under on", "2027-02-09,"),
        ('on,why\n2027-02-09,"two\nlines"\n2027-02-31,\n', "'2027-02-31' is not a day", "2027-02-31"),
        ('on,why\n2027-02-09,"open\n', "this is no line of a table", "2027-02-09"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, message: str, marked: str) -> None:
    with pytest.raises(DateFileError, match=message) as raised:
        read(text)
    assert raised.value.offset is not None
    assert text[raised.value.offset :].startswith(marked)
