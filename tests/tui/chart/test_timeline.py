"""What the chart shows besides bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import MODELS, SMALL, STUDY

if TYPE_CHECKING:
    from tests.tui.driving import Seat

CHART = 53
"""The first column of the chart at a width of 100."""


def chart(seat: Seat, title: str) -> str:
    return next(line[CHART:].rstrip("▐ ") for line in seat.lines() if f" {title} " in line[:CHART])


@driven
async def test_a_baseline_is_drawn_beside_the_bars() -> None:
    before = SMALL.replace("duration: 5d\n        after: [ask]", "duration: 2d\n        after: [ask]")
    async with seated(baseline=before) as seat:
        await seat.press("2")
        assert "▇┤▇" in chart(seat, "Draft")
        assert chart(seat, "Sign").count("▁") == 1
        await seat.press("down", "down", "-", "-", "-")
        assert "┤" not in chart(seat, "Draft")
        assert "▁" not in chart(seat, "Sign")


@driven
async def test_a_baseline_without_the_model_is_not_drawn() -> None:
    async with seated(MODELS, baseline=SMALL) as seat:
        assert not any("▁" in line for line in seat.lines())


@driven
async def test_the_status_date_is_a_line_through_the_chart() -> None:
    text = SMALL.replace("start: 2027-01-11\n", "start: 2027-01-11\nstatus-date: 2027-01-16\n")
    async with seated(text) as seat:
        await seat.press("2")
        assert "▿" in seat.lines()[2]
        assert seat.lines()[2].index("▿") == CHART + chart(seat, "Draft").index("╎")


@driven
async def test_the_days_of_a_window_are_drawn_for_its_tasks() -> None:
    async with seated(STUDY) as seat:
        await seat.press("2")
        row = chart(seat, "Choose the model")
        # Monday 11 January is named in the heading; the board meets on Tuesday
        assert CHART + row.index("□") == seat.lines()[2].index("11") + 1
        assert row.count("□") == 1
        assert "□" not in chart(seat, "Hear people")


@driven
async def test_the_heading_is_that_of_the_scale_after_each_change_of_it() -> None:
    async with seated() as seat:
        for key in (*"6543216", "right", "1", "left", "/", "a", "escape", "+"):
            await seat.press(key)
            timeline = seat.screen.board.timeline
            above, _below = timeline.scale.header(timeline.window.start, len(timeline.window))
            assert timeline.render_line(0).text == above
