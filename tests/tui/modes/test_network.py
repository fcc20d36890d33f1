"""The network mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import EMPTY, SMALL, STUDY

from transition_planner.tui.modes.network import NetworkMode

if TYPE_CHECKING:
    from tests.tui.driving import Seat


def mode(seat: Seat) -> NetworkMode:
    assert isinstance(seat.screen.mode, NetworkMode)
    return seat.screen.mode


def on_show(seat: Seat) -> set[str]:
    """The ids of the tasks in the picture."""
    picture = mode(seat).view.picture
    assert picture is not None
    return {seat.state.schedule.outline.ids[row] for row in picture.boxes}


@driven
async def test_one_walks_along_links_with_the_arrows_and_the_plan_follows() -> None:
    async with seated() as seat:
        await seat.press(":", *"agree", "enter", "i")
        await seat.press("right")
        assert seat.state.cursor == "sign"
        await seat.press("right")
        assert seat.said == "nothing waits for it"
        await seat.press("left")
        assert seat.state.cursor == "agree"
        await seat.press("right", "enter", "left", "up", "down", "j", "k")
        assert seat.state.cursor in {"agree", "look"}
        await seat.press("escape")
        assert seat.app.screen is seat.screen


@driven
async def test_the_picture_goes_on_where_one_walks_out_of_it() -> None:
    async with seated() as seat:
        await seat.press(":", *"sign", "enter", "i", "z")
        assert on_show(seat) == {"agree", "look", "sign"}
        await seat.press("left", "left", "left")
        assert seat.state.cursor == "ask"
        assert "ask" in on_show(seat)
        await seat.press("left")
        assert seat.said == "it waits for nothing"


@driven
async def test_levels_are_chosen_by_key() -> None:
    async with seated() as seat:
        await seat.press(":", *"sign", "enter", "i")
        assert on_show(seat) == {"draft", "agree", "look", "sign"}
        await seat.press("Z")
        assert seat.said == "3 levels before and behind"
        assert on_show(seat) == {"ask", "draft", "agree", "look", "sign"}
        await seat.press("z", "z", "z")
        assert seat.said == "1 level before and behind"
        assert on_show(seat) == {"agree", "look", "sign"}
        await seat.press("0")
        assert on_show(seat) == {"ask", "draft", "agree", "look", "sign"}


@driven
async def test_tasks_are_linked_unlinked_and_edited_there_and_the_picture_is_live() -> None:
    async with seated() as seat:
        await seat.press(":", *"look", "enter", "i")
        assert on_show(seat) == {"look", "sign"}
        await seat.press("l", *"draft", "enter")
        assert "after: [draft]" in seat.text
        assert "draft" in on_show(seat)
        assert any("25 Jan → 26 Jan 27" in line for line in seat.lines())
        await seat.press("+")
        assert any("25 Jan → 27 Jan 27" in line for line in seat.lines())
        await seat.press("u", "L")
        assert on_show(seat) == {"look", "sign"}
        await seat.press("e", "escape")
        assert seat.app.screen is mode(seat)


@driven
async def test_names_are_clicked_and_a_second_click_centres() -> None:
    async with seated() as seat:
        await seat.press(":", *"sign", "enter", "i", "z")
        picture = mode(seat).view.picture
        assert picture is not None
        top, left = picture.boxes[seat.state.schedule.outline.row["agree"]]
        at = (left - mode(seat).view._left + 4, top - mode(seat).view._top)
        await seat.pilot.click(mode(seat).view, offset=at)
        assert seat.state.cursor == "agree"
        assert on_show(seat) == {"agree", "look", "sign"}
        await seat.pilot.click(mode(seat).view, offset=at, times=2)
        assert on_show(seat) == {"draft", "agree", "sign"}


@driven
async def test_another_model_has_its_own_picture() -> None:
    async with seated(STUDY, size=(80, 24)) as seat:
        await seat.press(":", *"opened", "enter", "i", "0")
        assert "licence" in on_show(seat)
        await seat.press("m")
        assert "licence" not in on_show(seat)
        assert "agree" in on_show(seat)


@driven
async def test_an_edit_is_refused_where_the_plan_is_read_only() -> None:
    async with seated(read_only=True) as seat:
        await seat.press("down", "i", "+")
        assert seat.text == SMALL
        assert seat.said == "the plan was opened to be read only"


@driven
async def test_an_empty_plan_has_no_network() -> None:
    async with seated(EMPTY) as seat:
        await seat.press("i", "right", "up", "enter", "Z", "0")
        assert any("no task is selected" in line for line in seat.lines())
