from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition_planner.tui.state.timescale import Timescale, Zoom, fitting

FIRST = date(2027, 1, 11).toordinal()
LAST = date(2027, 3, 31).toordinal()


def test_a_scale_begins_on_a_monday_a_week_before_the_plan() -> None:
    scale = Timescale.covering(FIRST, LAST, Zoom.WEEKS)
    assert date.fromordinal(scale.origin) == date(2027, 1, 4)
    assert scale.column(FIRST) == 7


@given(st.sampled_from(Zoom), st.integers(FIRST, FIRST + 2000))
def test_a_day_lies_in_the_columns_it_is_said_to_have(zoom: Zoom, day: int) -> None:
    scale = Timescale.covering(FIRST, FIRST + 2000, zoom)
    first, last = scale.column(day), scale.last_column(day)
    assert 0 <= first <= scale.middle(day) <= last < scale.width
    assert scale.day(first) <= day
    assert day < max(scale.day(last + 1), scale.day(last) + 1)


@given(st.sampled_from(Zoom), st.integers(0, 500))
def test_the_first_day_of_a_column_lies_in_it(zoom: Zoom, column: int) -> None:
    scale = Timescale.covering(FIRST, LAST, zoom)
    day = scale.day(column)
    assert scale.column(day) <= column <= scale.last_column(day)


@pytest.mark.parametrize(
    ("zoom", "above", "below"),
    [
        (Zoom.DAYS, "Jan 2027            ", " 4  5  6  7  8  9 10"),
        (Zoom.WEEKS, "Jan 2027            ", "4      11     18    "),
        (Zoom.MONTHS, "Jan 2027            ", "4   11  18  25  1   "),
        (Zoom.QUARTERS, "2027                ", "Jan     Feb     Mar "),
        (Zoom.YEAR, "2027                ", "Jan Feb Mar  Apr May"),
        (Zoom.YEARS, "2027                ", "Q1     Q2    Q3     "),
    ],
)
def test_headers_name_the_times_where_they_begin(zoom: Zoom, above: str, below: str) -> None:
    scale = Timescale.covering(FIRST, LAST, zoom)
    assert scale.header(0, 20) == (above, below)


def test_a_header_at_the_edge_keeps_the_month_and_gives_way_to_the_next() -> None:
    scale = Timescale.covering(FIRST, LAST, Zoom.WEEKS)
    assert scale.header(10, 30)[0] == "Jan 2027          Feb 2027    "
    assert scale.header(24, 20)[0] == "    Feb 2027        "


def test_the_zoom_that_fits_is_the_nearest() -> None:
    assert fitting(FIRST, FIRST, 60) is Zoom.DAYS
    assert fitting(FIRST, FIRST + 60, 78) is Zoom.WEEKS
    assert fitting(FIRST, FIRST + 120, 78) is Zoom.MONTHS
    assert fitting(FIRST, FIRST + 9000, 78) is Zoom.YEARS


def test_zooming_stops_at_the_ends() -> None:
    assert Zoom.DAYS.nearer(1) is Zoom.DAYS
    assert Zoom.WEEKS.nearer(1) is Zoom.DAYS
    assert Zoom.WEEKS.nearer(-1) is Zoom.MONTHS
    assert Zoom.YEARS.nearer(-1) is Zoom.YEARS
