"""Saving where the plan's own file cannot be written, or where it has none."""

from __future__ import annotations

from shutil import rmtree
from typing import TYPE_CHECKING

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import REGISTER, SMALL, STUDY, plan_file

from transition_planner.planfile.loading import load

if TYPE_CHECKING:
    from pathlib import Path

LONGER = SMALL.replace("duration: 5d\n        owner", "duration: 6d\n        owner")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    there = tmp_path / "home"
    there.mkdir()
    monkeypatch.setenv("HOME", str(there))
    return there


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    there = tmp_path / "choir"
    there.mkdir()
    return there


def put_back(folder: Path) -> None:
    folder.mkdir()


@driven
async def test_a_plan_that_cannot_be_saved_is_kept_elsewhere_and_stays_unsaved(
    folder: Path, home: Path
) -> None:
    async with seated(plan_file(folder)) as seat:
        await seat.press("down", "+")
        rmtree(folder)
        await seat.press("s")
        page = " ".join(" ".join(seat.lines()).split())
        assert "could not be written: No such file or directory." in page
        assert "Keep the plan in another file until it can be saved?" in page
        await seat.press("enter")
        assert (home / "choir.yaml").read_text() == LONGER
        assert seat.said == "kept in ~/choir.yaml; not yet saved in its own"
        assert "not saved" in seat.lines()[0]
        await seat.press("u", "+", "+", "s", "enter")
        assert (home / "choir.yaml").read_text() == SMALL.replace("5d\n        owner", "7d\n        owner")
        put_back(folder)
        await seat.press("s", "o")
        assert (folder / "plan.yaml").read_text() == (home / "choir.yaml").read_text()
        assert seat.said == "saved"
        assert "not saved" not in seat.lines()[0]


@driven
async def test_no_file_is_written_over_that_is_not_its_own(folder: Path, home: Path) -> None:
    (home / "choir.yaml").write_text("mine")
    async with seated(plan_file(folder)) as seat:
        await seat.press("down", "+")
        rmtree(folder)
        await seat.press("s")
        assert any("~/choir-2.yaml" in line for line in seat.lines())
        await seat.press("ctrl+u", "enter")
        assert any("a file needs a name" in line for line in seat.lines())
        await seat.press(*"~/choir.yaml", "enter")
        assert any("~/choir.yaml is there already: choose another name" in line for line in seat.lines())
        await seat.press("ctrl+u", *"~no-such-user/x", "enter")
        assert any("~no-such-user/x could not be written" in line for line in seat.lines())
        await seat.press("escape")
        assert seat.text == LONGER
        await seat.press("s", "enter")
        assert (home / "choir-2.yaml").read_text() == LONGER
        (home / "choir-2.yaml").write_text("theirs")
        await seat.press("s", "enter")
        assert any("has been changed by another program" in line for line in seat.lines())
    assert (home / "choir.yaml").read_text() == "mine"
    assert (home / "choir-2.yaml").read_text() == "theirs"


@driven
async def test_the_way_to_a_file_is_completed(folder: Path, home: Path) -> None:
    for name in ("meetings", "music", ".mail"):
        (home / name).mkdir()
    async with seated(plan_file(folder)) as seat:
        await seat.press("down", "+")
        rmtree(folder)
        await seat.press("s", "ctrl+u", *"~/m")
        assert [line.strip(" →") for line in seat.lines() if "~/m" in line][1:] == ["~/meetings/", "~/music/"]
        await seat.press("ctrl+n", "right", *"plan.yaml", "enter")
        assert (home / "music" / "plan.yaml").read_text() == LONGER


@driven
async def test_the_register_goes_along_so_that_the_plan_can_be_opened(folder: Path, home: Path) -> None:
    path = plan_file(folder, STUDY)
    (folder / "register.yaml").write_text(REGISTER)
    async with seated(path) as seat:
        await seat.press("down", "+")
        rmtree(folder)
        await seat.press("s", "enter")
        kept = load(home / "choir.yaml")
        assert kept.text == seat.text
        assert kept.register_text == REGISTER


@driven
async def test_one_leaves_when_the_plan_is_kept_and_its_edits_are_offered_again(folder: Path) -> None:
    path = plan_file(folder)
    async with seated(path) as seat:
        await seat.press("down", "+")
        path.unlink()
        path.mkdir()
        await seat.press("q", "s", "escape")
        assert seat.app.screen is seat.screen
        await seat.press("q", "s", "enter")
        assert seat.app.return_value == 0
    path.rmdir()
    async with seated(plan_file(folder)) as seat:
        assert any("never saved" in line for line in seat.lines())


@driven
async def test_a_plan_without_a_file_gets_one(home: Path) -> None:
    async with seated() as seat:
        await seat.press("down", "+", "s")
        assert any("The plan has no file yet: choose one." in line for line in seat.lines())
        await seat.press("enter")
        assert seat.said == "saved in ~/plan.yaml"
        assert (home / "plan.yaml").read_text() == LONGER
        assert "not saved" not in seat.lines()[0]
        await seat.press("u", "s")
        assert seat.said == "saved"
        assert (home / "plan.yaml").read_text() == SMALL
        seat.screen.follower.look()
        assert seat.said == "saved"
