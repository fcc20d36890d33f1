"""The person's own keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL

from transition_planner.tui.dialogs.ask import Ask
from transition_planner.tui.keymapcheck import keymap_problems
from transition_planner.tui.keys.keymap import Keymap, keymap_file, read_keymap

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def keymap_of(folder: Path, text: str) -> Keymap:
    path = folder / "keys.toml"
    path.write_text(text, encoding="utf-8")
    return read_keymap(path)


def problems(folder: Path, text: str) -> list[str]:
    found: list[str] = []

    @driven
    async def scenario() -> None:
        async with seated(keymap=keymap_of(folder, text)) as seat:
            found.extend(keymap_problems(seat.screen))
            await seat.pilot.pause(0.1)
            assert isinstance(seat.app.screen, Ask) == bool(found)
            told = " ".join(" ".join(seat.lines()).split())
            assert all(problem in told for problem in found)

    scenario()
    return found


@driven
async def test_a_command_has_the_keys_of_the_file_in_place_of_its_own(tmp_path: Path) -> None:
    keymap = keymap_of(tmp_path, 'longer = ["ctrl+up", "*"]\nundo = "Q"\nfilter = ","\n')
    async with seated(keymap=keymap, size=(100, 120)) as seat:
        await seat.press("down", "+")
        assert seat.text == SMALL
        await seat.press("*", "ctrl+up")
        assert "duration: 7d" in seat.text
        await seat.press("Q", "Q")
        assert seat.text == SMALL
        await seat.press(",", *"dra")
        assert seat.state.wanted == "dra"
        await seat.press("escape")
        assert "^↑ Longer" in seat.lines()[-1]
        assert "Q Undo" in seat.lines()[-1]
        await seat.press("?")
        assert any("^↑  *" in line for line in seat.lines())


@driven
async def test_sentences_name_the_keys_in_force(tmp_path: Path) -> None:
    async with seated(keymap=keymap_of(tmp_path, 'undo = "Q"\n')) as seat:
        await seat.press("down", "d")
        assert "Q brings it back" in seat.said


@driven
async def test_a_key_given_to_one_command_is_taken_from_another(tmp_path: Path) -> None:
    async with seated(keymap=keymap_of(tmp_path, 'longer = "d"\n')) as seat:
        await seat.press("escape", "down", "d")
        assert "duration: 6d" in seat.text
        await seat.press("delete")
        assert "ask:" not in seat.text


@driven
async def test_a_command_without_a_key_is_still_in_the_palette(tmp_path: Path) -> None:
    async with seated(keymap=keymap_of(tmp_path, "longer = []\n")) as seat:
        await seat.press("down", "+")
        assert seat.text == SMALL
        assert "Longer" in seat.lines()[-1]
        seat.screen.action_run("longer")
        assert "duration: 6d" in seat.text


@driven
async def test_commands_of_modes_have_other_keys_by_the_modes_name(tmp_path: Path) -> None:
    keymap = keymap_of(tmp_path, '[findings]\njump = "J"\n[lists]\nback = "B"\n')
    async with seated(keymap=keymap) as seat:
        await seat.press("f")
        assert "J To the task" in seat.lines()[-1]
        await seat.press("B")
        assert seat.app.screen is seat.screen


def test_ids_that_nothing_has_are_told(tmp_path: Path) -> None:
    assert problems(
        tmp_path, 'longr = "x"\n[findngs]\njump = "x"\n[findings]\njumpp = "x"\n[lists]\nlist = "x"\n'
    ) == [
        "there is no command longr. Did you mean longer?",
        "there is no mode findngs. Did you mean findings?",
        "[findings] there is no command jumpp. Did you mean jump?",
        "[lists] there is no command list. Did you mean list-up?",
    ]


def test_keys_of_two_commands_are_told(tmp_path: Path) -> None:
    assert problems(tmp_path, 'longer = ["ctrl+up", "d"]\nshorter = "ctrl+up"\n[findings]\njump = "w"\n') == [
        "^↑ is the key of both longer and shorter: it does longer. Give shorter another key.",
        "d is the key of both longer and delete: it does longer. Give delete another key.",
        "[findings] w is the key of both jump and waive: it does jump. Give waive another key.",
    ]


def test_keys_that_do_not_exist_are_told(tmp_path: Path) -> None:
    assert problems(tmp_path, 'longer = "crtl+x"\nshorter = 3\nundo = "ctrl+p"\n') == [
        "longer: there is no key 'crtl+x'",
        'shorter is to be a key or a list of keys: "x" or ["x", "f5"]',
        "undo: the key ^p cannot be had",
    ]


def test_a_file_that_is_no_toml_is_told_with_its_place(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, "longer = \n")
    assert told.startswith("it cannot be read: ")
    assert "line 1" in told


def test_a_file_without_mistakes_is_not_mentioned(tmp_path: Path) -> None:
    assert problems(tmp_path, 'longer = "f11"\n[lists]\nback = "f10"\n') == []


def test_without_a_file_nothing_is_wanted(tmp_path: Path) -> None:
    assert read_keymap(tmp_path / "keys.toml") == Keymap()


def test_the_file_lies_where_the_xdg_variables_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert keymap_file() == tmp_path / "transition-planner" / "keys.toml"
    monkeypatch.setenv("XDG_CONFIG_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert keymap_file() == tmp_path / ".config" / "transition-planner" / "keys.toml"
