"""Saving, leaving, and what a file may have become meanwhile."""

from __future__ import annotations

import asyncio
import json
import os
from shutil import rmtree
from typing import TYPE_CHECKING

from tests.planfile.journals import left_behind
from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL, plan_file

from transition_planner.planfile.journal import recover
from transition_planner.tui.commands.filing import offer_recovery
from transition_planner.tui.dialogs.ask import STARTLED_SECONDS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LONGER = SMALL.replace("duration: 5d\n        owner", "duration: 6d\n        owner")


@driven
async def test_a_plan_is_saved(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+", "s")
        assert path.read_text() == LONGER
        assert seat.said == "saved"
        assert "not saved" not in seat.lines()[0]
        assert left_behind(path) is None
        await seat.press("ctrl+s")
        assert seat.said == "nothing to save"
        await seat.press("u", "ctrl+s")
        assert path.read_text() == SMALL


@driven
async def test_leaving_asks_nothing_when_all_is_saved(tmp_path: Path) -> None:
    async with seated(plan_file(tmp_path)) as seat:
        await seat.press("q")
        assert seat.app.return_value == 0


@driven
async def test_leaving_with_unsaved_edits_asks_and_stays_by_default(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+", "q")
        assert any("not saved. Leave?" in line for line in seat.lines())
        await seat.press("x")
        await seat.press("enter")
        assert seat.app.screen is seat.screen
        await seat.press("ctrl+q", "ctrl+q")
        assert seat.app.screen is seat.screen
        await seat.press("ctrl+q", "n")
        assert seat.app.screen is seat.screen
        await seat.press("q", "y")
        assert seat.app.return_value == 0
    assert path.read_text() == SMALL
    assert left_behind(path) is None


@driven
async def test_leaving_can_save(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+", "q", "s")
        assert seat.app.return_value == 0
    assert path.read_text() == LONGER


@driven
async def test_a_file_changed_meanwhile_is_overwritten_only_when_told_to(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+")
        path.write_text(SMALL + "# from elsewhere\n")
        await seat.press("s")
        assert any("has been changed" in line for line in seat.lines())
        await seat.press("escape")
        assert path.read_text() == SMALL + "# from elsewhere\n"
        assert seat.text == LONGER
        await seat.press("s", "o")
        assert path.read_text() == LONGER
        assert seat.said == "saved"


@driven
async def test_a_file_changed_meanwhile_can_be_read_again_and_nothing_is_lost(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    theirs = SMALL.replace("duration: 2d", "duration: 4d")
    async with seated(path) as seat:
        await seat.press("down", "+")
        path.write_text(theirs)
        await seat.press("s", "r")
        assert seat.text == theirs
        assert seat.days("look") == ("2027-01-11", "2027-01-14")
        assert "not saved" not in seat.lines()[0]
        await seat.press("u")
        assert seat.text == LONGER
        await seat.press("ctrl+r")
        assert seat.text == theirs


@driven
async def test_a_file_changed_meanwhile_can_be_merged_and_both_are_saved(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+")
        path.write_text(SMALL.replace("duration: 2d", "duration: 4d"))
        await seat.press("s", "m")
        assert path.read_text() == LONGER.replace("duration: 2d", "duration: 4d")
        assert seat.said == "saved"
        assert left_behind(path) is None


@driven
async def test_a_broken_file_is_not_read_again(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+")
        path.write_text("tasks: [")
        await seat.press("s", "r")
        assert seat.said.startswith("not read: ")
        assert seat.text == LONGER


@driven
async def test_a_deleted_file_can_be_written_again(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+")
        path.unlink()
        await seat.press("s")
        assert any("has been deleted" in line for line in seat.lines())
        await seat.press("o")
        assert path.read_text() == LONGER


@driven
async def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+")
        rmtree(tmp_path)
        await seat.press("s", "o", "escape")
        assert "could not be written" in seat.said
        assert seat.text == LONGER


@driven
async def test_edits_of_a_sitting_cut_short_are_offered_and_taken_up(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+", "+", "u")
        assert left_behind(path) is not None
        # no quit: as if the program had been killed
    async with seated(path) as seat:
        assert any("never saved" in line for line in seat.lines())
        await seat.press("y")
        assert seat.text == LONGER
        assert seat.said.startswith("taken up again; finish 25 Jan → ")
        assert "not saved" in seat.lines()[0]
        left = left_behind(path)
        assert left is not None
        assert left.text == LONGER
        await seat.press("u")
        assert seat.text == SMALL
        await seat.press("ctrl+r", "s")
    assert path.read_text() == LONGER
    assert left_behind(path) is None


@driven
async def test_edits_of_a_sitting_cut_short_can_be_thrown_away(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+")
    async with seated(path) as seat:
        await seat.press("x")
        assert seat.text == SMALL
    assert left_behind(path) is None


@driven
async def test_a_reader_is_not_asked_about_another_sitting(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+")
    async with seated(path, read_only=True) as seat:
        assert seat.app.screen is seat.screen
        await seat.press("q")
    assert left_behind(path) is not None


@driven
async def test_a_journal_that_cannot_be_written_is_told_once_and_is_whole_when_it_can_be(
    tmp_path: Path,
) -> None:
    folder = folder_in(tmp_path)
    path = plan_file(folder)
    async with seated(path) as seat:
        rmtree(folder)
        await seat.press("down", "+")
        assert seat.said == "the crash journal cannot be written: No such file or directory"
        assert seat.text == LONGER
        await seat.press("+")
        assert seat.said == "finish 26 → 27 Jan 2027, +1 d".replace("26 →", "26 Jan →")
        plan_file(folder_in(tmp_path))
        await seat.press("-")
        left = left_behind(path)
        assert left is not None
        assert left.text == LONGER


def folder_in(folder: Path) -> Path:
    """A new folder in another one."""
    made = folder / "plan"
    made.mkdir()
    return made


@driven
async def test_that_the_file_is_write_protected_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        assert seat.said == ""
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)  # root may write everywhere
    async with seated(path) as seat:
        assert seat.said == "the file is write-protected: edits can be kept in another one only"
    async with seated(path, read_only=True) as seat:
        assert seat.said == ""


@driven
async def test_two_sittings_keep_their_edits_apart_and_save_both(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as first:
        await first.press("down", "+")
        async with seated(path) as second:
            assert second.app.screen is second.screen
            assert second.said.startswith(f"another sitting (process {os.getpid()} on ")
            assert second.said.endswith(" has unsaved edits of this plan, too")
            await second.press("down", "down", "down", "+")
            assert [each.text for each in recover(path)] == [LONGER, second.text]
            await second.press("s")
            assert [each.text for each in recover(path)] == [LONGER]
        first.screen.follower.look()
        await first.press("s")
        assert path.read_text() == LONGER.replace("duration: 2d", "duration: 3d")
        assert recover(path) == []


@driven
async def test_the_edits_of_several_sittings_cut_short_are_offered_one_after_the_other(
    tmp_path: Path,
) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as first, seated(path) as second:
        await first.press("down", "+")
        await second.press("down", "down", "down", "+")
    async with seated(path) as seat:
        assert any("never saved" in line for line in seat.lines())
        await seat.press("n")
        assert any("never saved" in line for line in seat.lines())
        await seat.press("n")
        assert seat.app.screen is seat.screen
        assert seat.text == SMALL
    async with seated(path) as seat:
        await seat.press("y", "y")
        assert seat.text == LONGER.replace("duration: 2d", "duration: 3d")
        [left] = recover(path)
        assert left.text == seat.text
        await seat.press("u", "u")
        assert seat.text == SMALL


@driven
async def test_edits_taken_up_are_put_together_with_what_the_file_has_become(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+")
    path.write_text(SMALL.replace("duration: 2d", "duration: 4d"))
    async with seated(path) as seat:
        assert "both are put together" in " ".join(" ".join(seat.lines()).split())
        await seat.press("y", "s")
    assert path.read_text() == LONGER.replace("duration: 2d", "duration: 4d")


@driven
async def test_what_is_typed_at_once_leaves_the_edits_of_an_earlier_sitting_alone(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+")
    async with seated(path) as seat:
        await seat.press("n", "down", "down", "down", "+")
        assert [each.text for each in recover(path)] == [LONGER, seat.text]
        offer_recovery(seat.screen)
        await seat.pilot.pause()
        await seat.press("x")
        [left] = recover(path)
        assert left.text == seat.text


@driven
async def test_edits_that_cannot_be_taken_up_are_kept_where_the_next_edit_does_not_write(
    tmp_path: Path,
) -> None:
    path = plan_file(tmp_path)
    journal = tmp_path / ".plan.yaml.0123abcd.journal"
    wrong = SMALL.replace("duration: 5d", "duration: 5 days")
    journal.write_text(json.dumps({"journal": 1, "file": "", "text": wrong}) + "\n", encoding="utf-8")
    held = journal.read_bytes()
    async with seated(path) as seat:
        await asyncio.sleep(STARTLED_SECONDS)
        await seat.press("y")
        assert seat.said.startswith("not taken up, but kept in .plan.yaml.0123abcd.journal.1: ")
        await seat.press("down", "+")
        assert left_behind(path) is not None
    assert (tmp_path / ".plan.yaml.0123abcd.journal.1").read_bytes() == held
