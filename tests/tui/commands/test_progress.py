"""How far tasks are, and what holds them: one key each."""

from __future__ import annotations

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL


@driven
async def test_work_that_began_is_written_down_with_the_planned_day_offered() -> None:
    async with seated() as seat:
        await seat.press("down", "b", "enter")
        assert "started: 2027-01-11" in seat.text
        await seat.press("b")
        await seat.type("2027-01-13")
        await seat.press("enter")
        assert "started: 2027-01-13" in seat.text
        assert seat.days("ask") == ("2027-01-13", "2027-01-19")
        assert seat.said.startswith("finish 25 Jan → 27 Jan 2027, +2 d")
        await seat.press("u", "u")
        assert seat.text == SMALL


@driven
async def test_a_day_ahead_is_not_offered_for_what_has_happened() -> None:
    async with seated() as seat:
        await seat.press("down", "down", "x", "enter")  # today is 20 January, it was to end on the 22nd
        assert "finished: 2027-01-20" in seat.text


@pytest.mark.parametrize(
    ("key", "typed", "written"),
    [
        ("%", "40%", "done: 40%"),
        ("%", "40", "done: 40%"),
        ("R", "3d", "remaining: 3d"),
        ("I", "3d..9d", "range: 3d..9d"),
        ("D", "2027-02-01", "deadline: 2027-02-01"),
    ],
)
def test_each_has_its_key(key: str, typed: str, written: str) -> None:
    @driven
    async def scenario() -> None:
        async with seated() as seat:
            await seat.press("down", key)
            await seat.type(typed)
            await seat.press("enter")
            assert written in seat.text
            await seat.press(key)
            assert any(typed in line for line in seat.lines())
            await seat.press("ctrl+u", "enter")
            assert seat.text == SMALL

    scenario()


@driven
async def test_a_fixed_date_is_picked_and_given_a_reason() -> None:
    async with seated() as seat:
        await seat.press("down", "F")
        await seat.type("starts on")
        await seat.press("enter")
        await seat.type("2027-01-18")
        await seat.press("tab")
        await seat.type("after the fair")
        await seat.press("enter")
        assert "must-start-on: {date: 2027-01-18, why: after the fair}" in seat.text
        assert seat.days("ask")[0] == "2027-01-18"


@driven
async def test_what_does_not_fit_is_told_in_the_dialog() -> None:
    async with seated() as seat:
        await seat.press("down", "%")
        await seat.type("most")
        await seat.press("enter")
        assert any("'most' is not a share" in line for line in seat.lines())
        await seat.press("escape", "escape", "k", "b")
        await seat.press("enter")
        assert any("a phase cannot have started" in line for line in seat.lines())
        assert seat.text == SMALL


@driven
async def test_work_out_of_sequence_is_told() -> None:
    async with seated() as seat:
        await seat.press("down", "down", "b", "enter")
        assert seat.said == "out of sequence: ask was not done (ask)"


@driven
async def test_without_tasks_there_is_nothing_to_report() -> None:
    async with seated(SMALL[: SMALL.index("tasks:")] + "tasks: {}\n") as seat:
        await seat.press("b", "x", "%", "F", "D")
        assert seat.app.screen is seat.screen
