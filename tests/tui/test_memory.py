"""What is remembered from one sitting to the next, and the first words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL

import transition_planner.tui
from transition_planner.tui.greeting import Greeting
from transition_planner.tui.memory import Keeper, Memory, memory_file

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_remembered_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "interface.json"
    memory = Memory(greeted=True, theme="nord", columns=("id", "float"))
    Keeper(path).keep(memory)
    assert Keeper(path).memory == memory


@pytest.mark.parametrize("text", ["", "{", "[]", '{"theme": 3, "columns": 4}', '{"greeted": 0}'])
def test_a_file_that_says_something_else_is_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "interface.json"
    path.write_text(text)
    assert Keeper(path).memory == Memory()


def test_what_cannot_be_written_is_not_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Keeper(tmp_path / "file" / "interface.json").keep(Memory(greeted=True))
    assert Keeper(tmp_path / "file" / "interface.json").memory == Memory()


def test_it_lies_where_the_xdg_variables_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert memory_file() == tmp_path / "transition-planner" / "interface.json"


@driven
async def _first(memory: Path) -> None:
    async with seated(memory=memory) as seat:
        await seat.pilot.pause(0.1)
        assert isinstance(seat.app.screen, Greeting)
        assert any("+ u" in line for line in seat.lines())
        await seat.press("enter", "down", "+")
        assert seat.text != SMALL
    async with seated(memory=memory) as seat:
        await seat.pilot.pause(0.1)
        assert seat.app.screen is seat.screen


def test_three_hints_are_given_once(tmp_path: Path) -> None:
    _first(tmp_path / "interface.json")


@driven
async def _chosen(memory: Path) -> None:
    Keeper(memory).keep(Memory(greeted=True))
    async with seated(memory=memory) as seat:
        await seat.press("T", "space", "enter")
        seat.app.theme = "nord"
        await seat.pilot.pause()
    assert Keeper(memory).memory.theme == "nord"
    async with seated(memory=memory) as seat:
        assert seat.app.theme == "nord"
        assert seat.state.columns[0] == "id"


def test_theme_and_columns_stay_as_they_were_chosen(tmp_path: Path) -> None:
    _chosen(tmp_path / "interface.json")


def test_without_a_plan_a_small_one_is_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    opened = []

    def run(app: transition_planner.tui.app.PlanApp) -> int:
        opened.append(app)
        return 0

    monkeypatch.setattr("transition_planner.tui.app.PlanApp.run", run)
    assert transition_planner.tui.run(None) == 0
    assert opened[0].hello == "a plan to try things out: it has no file, nothing is kept unless you save it"


def test_the_small_plan_is_the_shipped_one() -> None:
    shipped = transition_planner.tui.DEMO.parents[3] / "plans" / "demo" / "plan.yaml"
    assert transition_planner.tui.DEMO.read_bytes() == shipped.read_bytes()
