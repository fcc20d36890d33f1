"""The why mode, and the levers it shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.tui.driving import driven as played
from tests.tui.driving import seated
from tests.tui.plans import EMPTY, SMALL, state

from transition_planner.planfile.edits import RemoveLink, SetField
from transition_planner.schedule.why import why
from transition_planner.tui.modes.levers import driven, levers

if TYPE_CHECKING:
    from transition_planner.tui.modes.levers import Lever
    from transition_planner.tui.state.state import State


def pulled(opened: State) -> tuple[Lever, ...]:
    assert opened.row is not None
    found = [
        each for each in levers(opened, opened.row, why(opened.schedule, opened.row)) if each is not None
    ]
    return tuple(sorted(found, key=lambda lever: -lever.days))


def test_each_lever_says_what_it_brings_the_strongest_first() -> None:
    assert [(each.edit, each.finish, each.days, each.whole) for each in pulled(state(at="sign"))] == [
        (RemoveLink("sign", "agree"), date(2027, 1, 13), 12, 3),
        (RemoveLink("agree", "draft"), date(2027, 1, 13), 12, 3),
        (RemoveLink("draft", "ask"), date(2027, 1, 18), 7, 7),
        (SetField("draft", "duration", "4d"), date(2027, 1, 22), 3, 3),
        (SetField("ask", "duration", "4d"), date(2027, 1, 22), 3, 3),
    ]


def test_what_holds_a_task_by_a_date_is_a_lever_and_what_has_begun_is_none() -> None:
    text = SMALL.replace(
        "duration: 5d\n        owner", "duration: 5d\n        started: 2027-01-11\n        owner"
    )
    text = text.replace("duration: 2d", "duration: 2d\n        start-no-earlier-than: 2027-01-18")
    assert [each.edit for each in pulled(state(text, at="ask"))] == []
    assert [(each.edit, each.days) for each in pulled(state(text, at="look"))] == [
        (SetField("look", "start-no-earlier-than", None), 7),
        (SetField("look", "duration", "1d"), 1),
    ]


def test_a_task_drives_those_that_wait_for_it_longest() -> None:
    opened = state()
    row = opened.schedule.outline.row
    assert driven(opened, row["ask"]) == [row["draft"]]
    assert driven(opened, row["agree"]) == [row["sign"]]
    assert driven(opened, row["look"]) == []


@played
async def test_one_walks_along_the_chain_and_back_into_the_plan() -> None:
    async with seated() as seat:
        await seat.press(":", *"sign", "enter", "w")
        assert any("Sign" in line for line in seat.lines()[1:2])
        await seat.press("j", "enter")
        assert seat.state.cursor == "agree"
        assert any("Agreed" in line for line in seat.lines()[1:2])
        await seat.press("j", "e")
        assert seat.app.screen is seat.screen
        assert seat.state.cursor == "draft"


@played
async def test_a_lever_is_pulled_with_enter_and_undone() -> None:
    async with seated() as seat:
        await seat.press(":", *"sign", "enter", "w")
        assert seat.screen.mode is not None
        lever = pulled(seat.state)[3]
        seat.screen.mode.listing.select(lever)
        await seat.press("enter")
        assert seat.days("sign") == ("2027-01-22", "2027-01-22")
        assert seat.said == "“Draft” takes 4d instead of 5d; finish 25 Jan → 22 Jan 2027, -1 d"
        await seat.press("u")
        assert seat.text == SMALL


@played
async def test_a_lever_is_not_pulled_where_the_plan_is_read_only() -> None:
    async with seated(read_only=True) as seat:
        await seat.press(":", *"sign", "enter", "w")
        assert seat.screen.mode is not None
        seat.screen.mode.listing.select(pulled(seat.state)[0])
        await seat.press("enter")
        assert seat.text == SMALL
        assert seat.said == "the plan was opened to be read only"


@played
async def test_an_empty_plan_has_no_why() -> None:
    async with seated(EMPTY) as seat:
        await seat.press("w", "enter", "e")
        assert seat.app.screen is seat.screen
