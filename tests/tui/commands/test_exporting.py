from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import plan_file

if TYPE_CHECKING:
    from pathlib import Path


@driven
async def test_a_calendar_is_written_beside_the_plan(tmp_path: Path) -> None:
    async with seated(plan_file(tmp_path)) as seat:
        await seat.burst("W", "enter")
        file = tmp_path / "plan.ics"
        assert seat.said == f"Wrote {file}."
        assert file.read_text("utf-8").count("BEGIN:VEVENT") == 2  # what is agreed, and its deadline
        assert not seat.state.history.changed


@driven
async def test_what_cannot_be_written_is_told_in_the_prompt(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    before = path.read_bytes()
    async with seated(path) as seat:
        await seat.burst("W", "ctrl+u", *str(path), "enter")
        assert any("a calendar file ends in .ics" in line for line in seat.lines())
        await seat.burst("ctrl+u", *str(tmp_path / "none" / "a.ics"), "enter")
        assert any("could not be written" in line for line in seat.lines())
    assert path.read_bytes() == before


@driven
async def test_a_plan_to_be_read_only_writes_nothing(tmp_path: Path) -> None:
    async with seated(plan_file(tmp_path), read_only=True) as seat:
        await seat.press("W")
        assert seat.said == "the plan was opened to be read only"
