"""The register mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import REGISTER, SMALL, STUDY, history

from transition_planner.planfile.loading import parse
from transition_planner.tui.modes.register import Line, entries
from transition_planner.tui.state.state import State
from transition_planner.tui.state.timescale import Zoom

if TYPE_CHECKING:
    from tests.tui.driving import Seat

    from transition_planner.tui.modes.mode import Mode


def told(model: str) -> list[str]:
    state = State.opened(history(STUDY), model, Zoom.WEEKS)
    lines = entries(state.schedule, state.history.document.register)
    return ["".join(text for text, _ink in entry.told).strip() for entry in lines]


def test_what_nobody_takes_up_comes_first_and_what_is_of_another_model_last() -> None:
    assert told("merger") == [
        "Threats   0 not taken up",
        "✓ U1    Teachers leave",
        "Hear people   22 Jan 2027",
        "✓ U3    The licence is late",
        "● Apply for the licence   2 Mar 2027",
        "· U2    No room   not in this model",
        "",
        "Opportunities   1 not taken up",
        "✗ M2    A larger orchestra",
        "✓ M1    Shared instruments",
        "○ Move   19 Feb 2027",
        "",
        "Objectives   1 not taken up",
        "✗ T2    One curriculum",
        "✓ T1    Pupils go on",
        "Count the costs   29 Jan 2027",
    ]
    assert told("apart")[:6] == [
        "Threats   2 not taken up",
        "✗ U2    No room",
        "✗ U3    The licence is late",
        "✓ U1    Teachers leave",
        "Hear people   22 Jan 2027",
        "",
    ]


def mode(seat: Seat) -> Mode:
    assert seat.screen.mode is not None
    return seat.screen.mode


@driven
async def test_the_selected_task_is_attached_and_detached() -> None:
    async with seated(STUDY) as seat:
        await seat.press(":", *"count", "enter", "r")
        mode(seat).listing.select(Line("serves", "T2"))
        await seat.press("a")
        assert "duration: 15d, serves: [T1, T2]" in seat.text
        assert seat.said.startswith("count takes up T2; ")
        assert mode(seat).listing.key == Line("serves", "T2")
        await seat.press("a")
        assert seat.said == "count takes up T2 already"
        mode(seat).listing.select(Line("serves", "T2", "count"))
        await seat.press("d")
        assert seat.text == STUDY
        mode(seat).listing.select(Line("serves", "T1"))
        await seat.press("d")
        assert parse(seat.text, register_text=REGISTER).plan.tasks["choice"].tasks["count"].serves == ()  # type: ignore[index]
        await seat.press("d")
        assert seat.said == "count does not take up T1"


@driven
async def test_another_task_is_picked_for_an_item() -> None:
    async with seated(STUDY) as seat:
        await seat.press("r")
        mode(seat).listing.select(Line("realises", "M2"))
        await seat.press("A", *"move", "enter")
        assert "realises: [M1, M2]" in seat.text


@driven
async def test_enter_leads_to_the_task_or_says_that_there_is_none() -> None:
    async with seated(STUDY) as seat:
        await seat.press("r")
        mode(seat).listing.select(Line("realises", "M2"))
        await seat.press("enter")
        assert seat.said == "no task of this model takes it up: A attaches one"
        mode(seat).listing.select(Line("mitigates", "U3", "licence"))
        await seat.press("enter")
        assert seat.app.screen is seat.screen
        assert seat.state.cursor == "licence"


@driven
async def test_a_finding_about_an_item_leads_to_it() -> None:
    async with seated(STUDY) as seat:
        await seat.settle()
        await seat.press("f")
        assert seat.screen.found is not None
        mode(seat).listing.select(next(each for each in seat.screen.found.findings if "T2" in each.at))
        await seat.press("enter")
        assert mode(seat).id_ == "register"
        assert mode(seat).listing.key == Line("serves", "T2")


@driven
async def test_a_plan_without_a_register_says_so() -> None:
    async with seated(SMALL) as seat:
        await seat.press("r", "enter", "a", "d", "A")
        assert any("the plan has no register" in line for line in seat.lines())
