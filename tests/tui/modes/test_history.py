"""The history mode, and the points that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL, state

from transition_planner.planfile.edits import AddLink, SetField
from transition_planner.tui.modes.past import effects, points, travelled

if TYPE_CHECKING:
    from tests.tui.driving import Seat

    from transition_planner.tui.state.state import State


def edited() -> State:
    """Three steps, the second of two edits."""
    found = state(SMALL)
    found = found.edit([SetField("ask", "duration", "7d")])
    found = found.edit([SetField("look", "duration", "3d"), AddLink("look", "ask")])
    return found.edit([SetField("draft", "duration", "1d")])


def test_each_step_leads_to_a_point_and_steps_of_several_edits_to_one() -> None:
    made = points(edited())
    assert [(point.number, point.label) for point in made] == [
        (0, "as it was opened"),
        (1, "set duration of ask: 5d → 7d"),
        (3, "set duration of look, and 1 edit more"),
        (4, "set duration of draft: 5d → 1d"),
    ]
    assert (
        made[0].plan is state(SMALL).history.document.plan or made[0].plan.tasks["prepare"].tasks is not None
    )


def test_points_are_the_same_wherever_one_stands() -> None:
    last = edited()
    made = points(last)
    for number in (3, 1, 0):
        earlier = travelled(last, number)
        assert [(point.number, point.label) for point in points(earlier)] == [
            (point.number, point.label) for point in made
        ]
        assert all(one.plan is other.plan for one, other in zip(points(earlier), made, strict=True))
    assert travelled(last, 0).history.document.text == SMALL
    assert travelled(travelled(last, 0), 4).history.document.text == last.history.document.text


def test_what_each_step_did_is_told_from_the_present_outwards() -> None:
    expected = {
        1: "finish 25 Jan → 27 Jan 2027, +2 d",
        3: "the finish stays 27 Jan 2027",
        4: "finish 27 Jan → 25 Jan 2027, -2 d; 1 task became critical; 2 tasks no longer critical",
    }
    last = edited()
    assert [number for number, _said in effects(last, points(last))] == [4, 3, 1]
    for number in (4, 3, 1, 0):
        here = travelled(last, number)
        told = dict(effects(here, points(here)))
        assert {each: said.partition(";")[0] for each, said in told.items()} == {
            each: said.partition(";")[0] for each, said in expected.items()
        }


def lines(seat: Seat) -> list[str]:
    return [line.strip() for line in seat.lines()]


@driven
async def test_one_goes_back_to_any_edit_and_on_again() -> None:
    async with seated() as seat:
        await seat.press("down", "+", "+", "down", "-", "U")
        await seat.settle()
        assert "▸ set duration of draft: 5d → 4d   finish 27 Jan → 26 Jan 2027, -1 d" in lines(seat)
        await seat.press("g", "enter")
        assert seat.text == SMALL
        assert seat.said == "back at: as it was opened; finish 26 Jan → 25 Jan 2027, -1 d"
        await seat.settle()
        assert any(line.startswith("▸ as it was opened") for line in lines(seat))
        assert "taken back: set duration of draft: 5d → 4d   finish 27 Jan → 26 Jan 2027, -1 d" in lines(seat)
        await seat.press("enter")
        assert seat.said == "the plan is there already"
        await seat.press("j", "enter")
        assert seat.days("ask") == ("2027-01-11", "2027-01-18")
        assert seat.said.startswith("on at: set duration of ask: 5d → 6d; ")
        await seat.press("ctrl+r", "ctrl+r")
        assert seat.days("draft") == ("2027-01-20", "2027-01-25")


@driven
async def test_what_an_edit_took_out_and_put_in_is_told() -> None:
    async with seated() as seat:
        await seat.press("down", "d", "U")
        await seat.settle()
        assert any(line.startswith("- ask: # the members") for line in lines(seat))
        assert "- after: [ask]" in lines(seat)


@driven
async def test_a_plan_opened_to_be_read_has_one_point_and_no_way() -> None:
    async with seated(read_only=True) as seat:
        await seat.press("f9", "enter")
        assert seat.said == "the plan was opened to be read only"
        assert any("▸ as it was opened" in line for line in seat.lines())
