"""The person's own editor: what it gets, and what is done with what it leaves."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from tests.planfile.journals import left_behind
from tests.tui.driving import driven, seated
from tests.tui.plans import EMPTY, SMALL, plan_file

from transition_planner.tui.app import PlanApp

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PlanApp, "suspend", lambda _app: nullcontext())
    monkeypatch.delenv("VISUAL", raising=False)


def editing(monkeypatch: pytest.MonkeyPatch, folder: Path, *scripts: str) -> None:
    """Have an editor that does to `text` what the scripts say, one at each call."""
    program = folder / "editor.py"
    steps = folder / "steps"
    program.write_text(
        "import pathlib, sys\n"
        f"steps = pathlib.Path({str(steps)!r})\n"
        "script, _, rest = steps.read_text().partition('\\0')\n"
        "steps.write_text(rest)\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "text = path.read_text()\n"
        "seen = steps.with_name('seen')\n"
        "seen.write_text(text)\n"
        "exec(script)\n"
        "path.write_text(text)\n"
    )
    steps.write_text("\0".join(scripts))
    monkeypatch.setenv("EDITOR", f"{sys.executable} {program}")


@driven
async def _scenario_lines(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    editing(monkeypatch, folder, "text = text.replace('5d', '8d  # more')")
    path = plan_file(folder)
    async with seated(path) as seat:
        await seat.press("down", "E")
        assert (folder / "seen").read_text().startswith("ask:  # the members\n  title: ")
        assert seat.text == SMALL.replace(
            "duration: 5d\n        owner", "duration: 8d  # more\n        owner"
        )
        assert seat.said.startswith("taken over from the editor; finish 25 Jan → 28 Jan 2027")
        left = left_behind(path)
        assert left is not None
        assert left.text == seat.text
        await seat.press("u")
        assert seat.text == SMALL
        assert seat.said.startswith("undone: edit ask as text")


def test_a_tasks_own_lines_are_edited_and_taken_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _scenario_lines(monkeypatch, tmp_path)


@driven
async def test_the_whole_file_is_edited() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "transition_planner.tui.commands.outside.run_editor",
            lambda _s, text, _n: text.replace("17:00", "16:00"),
        )
        async with seated() as seat:
            await seat.press("ctrl+e")
            assert "13:00-16:00" in seat.text
            await seat.press("u")
            assert seat.text == SMALL


@driven
async def test_mistakes_are_told_with_their_line_and_the_text_is_kept_for_the_next_try() -> None:
    given: list[str] = []

    def run(_screen: object, text: str, _name: str) -> str:
        given.append(text)
        return text.replace("5d", "five") if len(given) == 1 else text.replace("five", "6d")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("transition_planner.tui.commands.outside.run_editor", run)
        async with seated() as seat:
            await seat.press("down", "E")
            page = " ".join(" ".join(seat.lines()).split())
            assert "line 3: 'five' is not a duration" in page
            assert seat.text == SMALL
            await seat.press("e")
            assert "duration: five" in given[1]
            assert "duration: 6d\n        owner" in seat.text


@driven
async def test_a_circle_made_in_the_editor_is_told_and_can_be_thrown_away() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "transition_planner.tui.commands.outside.run_editor",
            lambda _s, text, _n: text + "  after: [sign]\n",
        )
        async with seated() as seat:
            await seat.press("down", "E")
            assert any("sign" in line and "throw" not in line for line in seat.lines())
            await seat.press("x")
            assert seat.app.screen is seat.screen
            assert seat.text == SMALL


@driven
async def test_an_editor_that_changes_nothing_changes_nothing() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("transition_planner.tui.commands.outside.run_editor", lambda _s, text, _n: text)
        async with seated() as seat:
            await seat.press("down", "E")
            assert seat.said == "nothing was changed"
            assert not seat.state.history.can_undo


@pytest.mark.parametrize(
    ("editor", "said"),
    [("no-such-editor-anywhere", "no-such-editor-anywhere cannot be run: "), ("false", "false ended with 1")],
)
def test_an_editor_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, editor: str, said: str) -> None:
    monkeypatch.setenv("EDITOR", editor)

    @driven
    async def scenario() -> None:
        async with seated() as seat:
            await seat.press("down", "E")
            assert seat.said.startswith(said)
            assert seat.text == SMALL

    scenario()


def test_without_an_editor_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv("PATH", "")

    @driven
    async def scenario() -> None:
        async with seated(EMPTY) as seat:
            await seat.press("E")
            assert seat.said == "no editor: name one in EDITOR"

    scenario()
