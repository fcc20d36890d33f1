"""What another program writes to the plan's file while it is open."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.planfile.journals import left_behind
from tests.tui.driving import driven, seated
from tests.tui.plans import REGISTER, SMALL, STUDY, plan_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.driving import Seat

LONGER = SMALL.replace("duration: 5d\n        owner", "duration: 6d\n        owner")
THEIRS = SMALL.replace("duration: 2d", "duration: 4d")
BOTH = LONGER.replace("duration: 2d", "duration: 4d")


async def look(seat: Seat) -> str:
    """Let the app look at the file, and give what it says."""
    seat.screen.follower.look()
    await seat.pilot.pause()
    return seat.said


@driven
async def test_a_file_that_changes_is_read_again_with_cursor_filter_and_undo_kept(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+", "s", "/", *"a", "enter", "n", "n")
        cursor, wanted = seat.state.cursor, seat.state.wanted
        path.write_text(BOTH)
        said = await look(seat)
        assert said == "read again: the file was changed; the finish stays 26 Jan 2027"
        assert seat.text == BOTH
        assert "not saved" not in seat.lines()[0]
        assert (seat.state.cursor, seat.state.wanted) == (cursor, wanted)
        assert left_behind(path) is None
        await seat.press("u")
        assert seat.text == LONGER
        assert "not saved" in seat.lines()[0]
        await seat.press("u")
        assert seat.text == SMALL
        await seat.press("ctrl+r", "ctrl+r")
        assert seat.text == BOTH
        assert "not saved" not in seat.lines()[0]


@driven
async def test_nothing_happens_while_the_file_stays_or_is_only_touched(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+")
        before = seat.state
        await look(seat)
        path.write_text(SMALL)
        await look(seat)
        assert seat.state is before
        await seat.press("s")
        after = seat.state
        await look(seat)
        assert seat.state is after


@driven
async def test_edits_on_both_sides_are_merged_as_one_step(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "+")
        path.write_text(THEIRS)
        said = await look(seat)
        assert said.startswith("merged with what the file has: “Look”; u takes that back; ")
        assert seat.text == BOTH
        left = left_behind(path)
        assert left is not None
        assert left.text == BOTH
        assert not left.file_changed
        await seat.press("s")
        assert path.read_text() == BOTH
        await seat.press("u")
        assert seat.text == LONGER


@driven
async def test_what_both_changed_is_shown_and_asked_about(tmp_path: Path) -> None:
    theirs = THEIRS.replace("duration: 5d\n        owner", "duration: 9d\n        owner")
    for answer, text in (("m", BOTH), ("t", theirs), ("r", theirs), ("n", LONGER)):
        path = plan_file(tmp_path)
        async with seated(path) as seat:
            await seat.press("down", "+")
            path.write_text(theirs)
            await look(seat)
            page = " ".join(" ".join(seat.lines()).split())
            assert "Both changed: · “Ask”, Duration: here 6d, in the file 9d" in page
            await seat.press(answer)
            assert seat.text == text
            assert "MERGE" not in seat.text
            await look(seat)
            assert seat.app.screen is seat.screen
            if answer != "n":
                await seat.press("u")
                assert seat.text == LONGER
            seat.screen.forget_journal()


@driven
async def test_a_broken_file_is_told_and_the_plan_stays(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        path.write_text("tasks: [")
        assert (await look(seat)).startswith("the file was changed, but cannot be read: ")
        assert seat.text == SMALL
        path.write_text(THEIRS)
        assert (await look(seat)).startswith("read again")


@driven
async def test_a_file_that_goes_is_told_and_can_be_written_again(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        path.unlink()
        assert (await look(seat)).endswith("plan.yaml is gone: saving writes it again")
        await seat.press("down", "+", "s", "o")
        assert path.read_text() == LONGER


@driven
async def test_while_a_dialog_is_open_the_file_waits(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "e")
        path.write_text(THEIRS)
        await look(seat)
        assert seat.text == SMALL
        await seat.type("6d")
        await seat.press("enter")
        assert seat.text == LONGER
        await look(seat)
        assert seat.text == BOTH


@driven
async def test_a_file_that_changes_while_a_form_is_being_accepted_waits_for_what_was_typed(
    tmp_path: Path,
) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("down", "e", *"6d")
        path.write_text(THEIRS)
        seat._send("enter")
        while seat.app.screen is not seat.screen:  # noqa: ASYNC110  # the very round is meant in which it is left
            await asyncio.sleep(0)
        seat.screen.follower.look()
        await seat.pilot.pause()
        await look(seat)
        assert seat.text == BOTH
        left = left_behind(path)
        assert left is not None
        assert left.text == BOTH


@driven
async def test_a_register_that_changes_is_read_again(tmp_path: Path) -> None:
    path = plan_file(tmp_path, STUDY)
    register = tmp_path / "register.yaml"
    register.write_text(REGISTER)
    async with seated(path) as seat:
        register.write_text(REGISTER.replace("Pupils go on", "Pupils stay"))
        await look(seat)
        await seat.press("r")
        assert any("Pupils stay" in line for line in seat.lines())
        assert not seat.state.history.can_undo


@driven
async def test_a_reader_sees_what_is_written(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path, read_only=True) as seat:
        path.write_text(THEIRS)
        await look(seat)
        assert seat.days("look") == ("2027-01-11", "2027-01-14")


@driven
async def test_it_is_read_again_in_a_mode_too(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        await seat.press("f")
        path.write_text(THEIRS)
        assert (await look(seat)).startswith("read again")
        assert seat.text == THEIRS
