"""Dragging bars with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL, state

from transition_planner.planfile.edits import EditRefused, SetField
from transition_planner.tui.chart.bars import Bar
from transition_planner.tui.chart.dragging import Drag, dropped, grip, moved
from transition_planner.tui.painting.ink import Ink
from transition_planner.tui.painting.rowview import HEADING

if TYPE_CHECKING:
    from tests.tui.driving import Seat

    from transition_planner.tui.chart.timeline import Timeline


def drag(at: str, days: int, text: str = SMALL, *, end: bool = False) -> SetField:
    found = state(text, at)
    assert found.row is not None
    return dropped(found, found.row, days, end=end)


def test_an_end_makes_the_task_as_long_as_its_calendar_works_till_then() -> None:
    # ask lasts from Monday 11 to Friday 15 January
    assert drag("ask", 3, end=True) == SetField("ask", "duration", "6d")
    assert drag("ask", 2, end=True) == SetField("ask", "duration", "5d")
    assert drag("ask", -3, end=True) == SetField("ask", "duration", "2d")
    assert drag("ask", -30, end=True) == SetField("ask", "duration", "1d")
    clock = SMALL.replace("duration: 2d", "duration: 2ed")
    assert drag("look", 3, clock, end=True) == SetField("look", "duration", "5ed")


def test_a_bar_holds_its_task_back_and_its_reason_stays() -> None:
    assert drag("look", 7) == SetField("look", "start-no-earlier-than", "2027-01-18")
    held = SMALL.replace(
        "duration: 2d", "duration: 2d\n        start-no-earlier-than: {date: 2027-01-18, why: Snow}"
    )
    assert drag("look", 7, held) == SetField(
        "look", "start-no-earlier-than", {"date": "2027-01-25", "why": "Snow"}
    )


def test_a_bar_dragged_back_to_where_its_links_lead_is_held_no_more() -> None:
    held = SMALL.replace("duration: 2d", "duration: 2d\n        start-no-earlier-than: 2027-01-18")
    assert drag("look", -7, held) == SetField("look", "start-no-earlier-than", None)
    assert drag("look", -3, held) == SetField("look", "start-no-earlier-than", "2027-01-15")


@pytest.mark.parametrize(
    ("at", "more", "why"),
    [
        ("prepare", "", "phase"),
        ("look", "\n        started: 2027-01-11", "begun"),
        ("look", "\n        manual: {start: 2027-01-11, finish: 2027-01-12}", "by hand"),
    ],
)
def test_what_cannot_be_dragged_says_why(at: str, more: str, why: str) -> None:
    with pytest.raises(EditRefused, match=why):
        drag(at, 7, SMALL.replace("duration: 2d", f"duration: 2d{more}"))


def test_a_bar_is_held_by_its_cells_and_its_end_by_the_last() -> None:
    bar = Bar(7, 11, Ink.NORMAL)
    assert [grip(bar, column) for column in (6, 7, 10, 11, 12, 13)] == [None, False, False, True, True, None]
    short = Bar(7, 7, Ink.NORMAL)
    assert [grip(short, column) for column in (7, 8)] == [False, True]
    milestone = Bar(7, 7, Ink.NORMAL, milestone=True)
    assert [grip(milestone, column) for column in (7, 8)] == [False, None]
    assert grip(Bar(7, 11, Ink.NORMAL, phase=True), 8) is None


def test_a_bar_is_shown_where_it_would_be() -> None:
    bar = Bar(7, 11, Ink.NORMAL, float_to=20)
    assert moved(bar, Drag(0, 8, end=False, columns=3)) == Bar(10, 14, Ink.NORMAL)
    assert moved(bar, Drag(0, 11, end=True, columns=-9)) == Bar(7, 7, Ink.NORMAL)


async def held(seat: Seat, title: str, sign: str, columns: int) -> tuple[Timeline, int, int]:
    """Take hold of what shows a sign in a task's row and carry it along, without letting go."""
    chart = seat.screen.board.timeline
    left = chart.region.x
    lines = seat.lines()
    y = next(y for y, line in enumerate(lines) if f" {title} " in line[:left])
    x = lines[y].rindex(sign) - left
    at = y - chart.region.y
    await seat.pilot.mouse_down(chart, offset=(x, at))
    await seat.pilot.hover(chart, offset=(x + columns, at))
    await seat.pilot.pause()
    return chart, x + columns, at


async def pulled(seat: Seat, title: str, sign: str, columns: int) -> list[str]:
    """Drag what shows a sign in a task's row; the screen before it is let go."""
    chart, x, at = await held(seat, title, sign, columns)
    before = seat.lines()
    await seat.pilot.mouse_up(chart, offset=(x, at))
    await seat.pilot.pause()
    return [before[at + chart.region.y][chart.region.x :], str(at - HEADING)]


@driven
async def test_the_end_of_a_bar_is_dragged_with_a_preview() -> None:
    async with seated() as seat:
        await seat.press("2")
        shown, _line = await pulled(seat, "Ask", "▇", 3)
        assert "▇" * 8 in shown
        assert seat.days("ask") == ("2027-01-11", "2027-01-18")
        assert seat.state.cursor == "ask"
        assert seat.said.startswith("finish 25 Jan → 26 Jan 2027, +1 d")
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_a_bar_that_is_put_back_changes_nothing() -> None:
    async with seated() as seat:
        await seat.press("2")
        await pulled(seat, "Ask", "▇", 0)
        assert seat.text == SMALL


@driven
async def test_a_milestone_is_dragged_later() -> None:
    async with seated() as seat:
        await seat.press("2")
        await pulled(seat, "Agreed", "◆", 3)
        assert "start-no-earlier-than: 2027-01-25" in seat.text
        assert seat.days("agree") == ("2027-01-25", "2027-01-25")


@driven
async def test_nothing_is_dragged_where_the_plan_is_read_only() -> None:
    async with seated(read_only=True) as seat:
        await seat.press("2")
        await pulled(seat, "Ask", "▇", 3)
        assert seat.text == SMALL
        assert seat.said == "the plan was opened to be read only"


@driven
async def test_while_a_bar_is_held_its_new_dates_are_told_and_nothing_is_edited() -> None:
    async with seated(size=(120, 30)) as seat:
        await seat.press("2")
        chart, x, at = await held(seat, "Ask", "▇", 3)
        assert seat.said == "Mon 11 Jan 2027 → Mon 18 Jan 2027; finish 25 Jan → 26 Jan 2027, +1 d"
        await seat.pilot.hover(chart, offset=(x - 3, at))
        await seat.pilot.pause()
        assert seat.said == ""
        assert seat.text == SMALL


@driven
async def test_escape_ends_a_drag_without_an_edit() -> None:
    async with seated() as seat:
        await seat.press("2", "v")
        before = seat.lines()[:20]
        await held(seat, "Ask", "▇", 3)
        assert seat.lines()[:20] != before
        await seat.press("escape")
        assert seat.said == ""
        assert seat.lines()[:20] == before
        await seat.pilot.mouse_up(seat.screen.board.timeline, offset=(9, 9))
        await seat.pilot.pause()
        assert seat.text == SMALL
        assert seat.state.marked
        await seat.press("escape")
        assert not seat.state.marked


@driven
async def test_while_a_bar_is_held_that_cannot_be_moved_the_reason_is_told() -> None:
    async with seated(SMALL.replace("duration: 2d", "duration: 2d\n        started: 2027-01-11")) as seat:
        await seat.press("2")
        await held(seat, "Look", "▃", 4)
        assert seat.said == "it has begun: report its progress instead"
