"""Keys that come faster than they are dealt with: each arrives, in every mode and on a real terminal."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.planfile.journals import noted
from tests.tui.driving import driven, seated
from tests.tui.plans import HEAD, STUDY, plan_file
from tests.tui.terminals import opened

from transition_planner.planfile.history import History
from transition_planner.planfile.loading import parse
from transition_planner.tui.modes.calendar import CalendarMode

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.driving import Seat

MANY = 200
CHAIN = (
    HEAD.replace("calendars:", "register: register.yaml\ncalendars:", 1)
    + "tasks:\n"
    + "".join(
        f"  t{number}: {{duration: 1d, mitigates: [U1]"
        + (f", after: [t{number - 1}]}}\n" if number else "}\n")
        for number in range(MANY + 50)
    )
)
REGISTER = "threats: {U1: {title: Teachers leave}}\n"


def chain() -> History:
    return History.of(parse(CHAIN, register_text=REGISTER))


def at(seat: Seat) -> int:
    """How many lines of a mode's list can be selected above the one that is."""
    assert seat.screen.mode is not None
    listing = seat.screen.mode.listing
    return list(listing._places).index(listing._at)


@driven
async def test_in_the_network() -> None:
    async with seated(chain()) as seat:
        await seat.burst("f3", *("right",) * MANY)
        assert seat.state.cursor == f"t{MANY}"


@driven
async def test_in_the_chain_of_why() -> None:
    async with seated(chain()) as seat:
        await seat.burst("G", "f4", *("down",) * MANY)
        assert at(seat) == MANY


@driven
async def test_in_the_register() -> None:
    async with seated(chain()) as seat:
        await seat.burst("f6", *("down",) * MANY)
        assert at(seat) == MANY


@driven
async def test_in_the_findings() -> None:
    async with seated(chain()) as seat:
        await seat.settle()
        await seat.burst("f8", *("down",) * MANY)
        assert at(seat) == MANY


@driven
async def test_in_the_history() -> None:
    async with seated(chain()) as seat:
        await seat.burst(*("+",) * MANY, "f9", *("up",) * (MANY - 1))
        assert "t0: {duration: 201d" in seat.text
        assert at(seat) == 1


@driven
async def test_in_the_calendar() -> None:
    async with seated(chain()) as seat:
        await seat.burst("f5")
        mode = seat.screen.mode
        assert isinstance(mode, CalendarMode)
        before = mode.day
        await seat.burst(*("right",) * MANY)
        assert mode.day == before + timedelta(MANY)


@driven
async def test_among_the_models() -> None:
    async with seated(STUDY) as seat:
        before = seat.state.schedule.model
        await seat.burst("f7", *("m",) * (MANY + 1))
        assert seat.state.schedule.model != before


@driven
async def test_in_a_filter_and_out_of_it() -> None:
    async with seated(chain()) as seat:
        await seat.burst("/", *("t", "backspace") * MANY, *"t120", "enter", *("+",) * MANY)
        assert seat.state.wanted == "t120"
        assert "t120: {duration: 201d" in seat.text


def test_on_a_terminal(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    with opened(path) as terminal:
        terminal.write(b"\rj" + b"+" * MANY)
        terminal.wait(lambda _seen: noted(path).count(b"\n") == 1 + MANY)
        assert b"205d" in noted(path).splitlines()[-1]
