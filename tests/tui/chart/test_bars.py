from __future__ import annotations

import pytest
from rich.cells import cell_len
from tests.tui.plans import ODD, state

from transition_planner.tui.chart import bars
from transition_planner.tui.chart.bars import Bar, bar, chart_row
from transition_planner.tui.chart.span import covering
from transition_planner.tui.painting.ink import Ground, Ink


def drawn(
    each: Bar, first: int = 0, width: int = 20, today: int | None = None, overlay: bars.Overlay = ()
) -> str:
    window = range(first, first + width)
    rules = () if today is None else ((today, bars.TODAY, Ink.TODAY),)
    return "".join(text for text, _, _ in chart_row(each, window, [Ground.PLAIN] * width, rules, overlay))


def bar_of(id_: str, text: str | None = None) -> Bar:
    found = state(text) if text else state()
    return bar(found.schedule, found.schedule.outline.row[id_], covering(found))


def test_all_signs_are_one_cell_wide() -> None:
    signs = (
        *bars.BAR.values(),
        *bars.MILESTONE.values(),
        *(bars.STATUS, bars.WINDOW, bars.BASELINE, bars.BASELINE_END),
        *(bars.FLOAT, bars.TODAY, bars.DEADLINE, bars.MISSED, bars.EARLIER, bars.LATER),
        *(bars.SUMMARY_START, bars.SUMMARY, bars.SUMMARY_FINISH, bars.SUMMARY_SHORT),
    )
    assert {cell_len(sign) for sign in signs} == {1}


def test_critical_and_other_tasks_have_other_signs() -> None:
    assert len(set(bars.BAR.values())) == 3
    assert len(set(bars.MILESTONE.values())) == 3


def test_a_task_lies_from_its_first_to_its_last_day() -> None:
    # the scale begins on Monday 4 January, a column a day
    assert bar_of("ask") == Bar(7, 11, Ink.CRITICAL)
    assert bar_of("draft") == Bar(14, 18, Ink.CRITICAL)


def test_float_reaches_to_the_latest_day() -> None:
    # look may slip until sign begins on 25 January: its last day is Friday 22
    assert bar_of("look") == Bar(7, 8, Ink.NORMAL, float_to=18)


def test_a_milestone_has_one_column_and_a_deadline() -> None:
    assert bar_of("agree") == Bar(18, 18, Ink.CRITICAL, milestone=True, deadline=25)


def test_a_phase_spans_its_tasks() -> None:
    assert bar_of("prepare") == Bar(7, 18, Ink.CRITICAL, phase=True)


def test_a_missed_deadline_is_known() -> None:
    late = bar_of("late", ODD)
    assert late.missed
    assert drawn(late).count(bars.MISSED) == 0  # its own bar covers the sign
    assert late.deadline == 8


def test_what_is_done_is_drawn_as_such() -> None:
    assert bar_of("half", ODD).done == 2
    done = bar_of("done", ODD)
    assert done.done == done.last - done.first + 1


def test_a_bar_with_float_and_deadline() -> None:
    assert drawn(Bar(2, 5, Ink.NORMAL, float_to=9, deadline=12)) == "  ▃▃▃▃╌╌╌╌  ▾       "


def test_a_critical_bar_over_today() -> None:
    assert drawn(Bar(2, 5, Ink.CRITICAL), today=3) == "  ▇▇▇▇" + " " * 14
    assert drawn(Bar(2, 5, Ink.CRITICAL), today=7) == "  ▇▇▇▇ ┊" + " " * 12


def test_summaries_have_hooks() -> None:
    assert drawn(Bar(2, 6, Ink.NORMAL, phase=True), width=10) == "  ▛▀▀▀▜   "
    assert drawn(Bar(2, 2, Ink.NORMAL, phase=True), width=4) == "  █ "


def test_links_give_way_to_bars() -> None:
    overlay = ((1, "─"), (2, "─"), (8, "┐"))
    assert drawn(Bar(2, 5, Ink.NEAR), width=10, overlay=overlay) == " ─▅▅▅▅  ┐ "


@pytest.mark.parametrize(("first", "shown"), [(30, "←         "), (-15, "         →"), (4, "▃▃        ")])
def test_a_bar_out_of_sight_is_pointed_at(first: int, shown: str) -> None:
    assert drawn(Bar(2, 5, Ink.NORMAL), first=first, width=10) == shown


def test_a_chart_without_width_is_empty() -> None:
    assert drawn(Bar(2, 5, Ink.NORMAL), width=0) == ""


def test_a_baseline_lies_beside_the_bar_and_ends_inside_it() -> None:
    assert drawn(Bar(7, 11, Ink.NORMAL, baseline=range(3, 8)), width=14) == "   ▁▁▁▁┤▃▃▃▃  "
    assert drawn(Bar(7, 11, Ink.NORMAL, baseline=range(9, 14)), width=14) == "       ▃▃▃▃▃▁▁"
    assert drawn(Bar(7, 11, Ink.NORMAL, baseline=range(7, 12)), width=14) == "       ▃▃▃▃▃  "


def test_days_of_a_window_are_drawn_where_no_bar_is() -> None:
    row = chart_row(Bar(4, 4, Ink.NORMAL), range(10), [Ground.PLAIN] * 10, (), (), (1, 4, 7))
    assert "".join(text for text, _ink, _ground in row) == " □  ▃  □  "
