from __future__ import annotations

from tests.tui.driving import driven, seated
from tests.tui.entries.plan import FULL


@driven
async def test_a_calendar_is_edited_with_its_effect_told_and_undone_to_the_byte() -> None:
    async with seated(FULL) as seat:
        await seat.press("P", *"office", "enter")
        assert any("calendar office" in line for line in seat.lines())
        await seat.press(*["down"] * 7, *"2027-01-13..2027-01-14 painting")
        await seat.pilot.pause(0.15)
        assert seat.text == FULL
        assert any("finish 13 Jan → 15 Jan 2027, +1 d" in line for line in seat.lines())
        await seat.press("enter")
        assert "      - {from: 2027-01-13, to: 2027-01-14, why: painting}\n" in seat.text
        assert "# Christmas" in seat.text
        assert seat.days("hear") == ("2027-01-11", "2027-01-15")
        await seat.press("u")
        assert seat.text == FULL


@driven
async def test_a_mistake_leads_to_its_line_and_escape_leaves_the_plan_alone() -> None:
    async with seated(FULL) as seat:
        await seat.press("P", "enter", "down", "down", *"soon", "enter")
        assert seat.screen.form._body.field.name == "start"
        assert any("'soon' is not a date" in line for line in seat.lines())
        await seat.press("escape")
        assert seat.text == FULL


@driven
async def test_a_role_is_added_with_completion_and_taken_away_again() -> None:
    async with seated(FULL) as seat:
        await seat.press("P", *"new role", "enter", *"Head of school", "down", "down", "down", *"boa")
        await seat.pilot.pause(0.15)
        assert any("→ board" in line for line in seat.lines())
        await seat.press("right", "enter")
        assert "  head-of-school: {title: Head of school, calendar: board}\n" in seat.text
        assert seat.said == "added: role head-of-school; the finish stays 13 Jan 2027"
        await seat.press("X", *"head-of", "enter")
        assert seat.text == FULL
        assert seat.said.startswith("removed (u brings it back)")


@driven
async def test_what_is_needed_elsewhere_is_not_removed() -> None:
    async with seated(FULL) as seat:
        await seat.press("X", *"calendar office", "enter")
        assert seat.text == FULL
        assert "there is no calendar office" in seat.said


@driven
async def test_a_plan_with_tasks_only_has_nothing_to_remove() -> None:
    head = "format: 1\nid: 6f1c0e1a-0000-4000-8000-000000000000\ntitle: Bare\nstart: 2027-01-11\n"
    async with seated(head + "tasks: {a: {duration: 1d}}\n") as seat:
        await seat.press("X")
        assert seat.said == "the plan has no calendars, roles, models or waivers"
        await seat.press(
            "P", *"new calendar", "enter", *"Office", "down", "down", *"mon-fri 08:00-16:00", "enter"
        )
        assert "calendars:\n  office: {title: Office, week: mon-fri 08:00-16:00}\n" in seat.text


@driven
async def test_who_may_only_look_is_told_so() -> None:
    async with seated(FULL, read_only=True) as seat:
        for key in ("P", "X"):
            await seat.press(key)
            assert seat.said == "the plan was opened to be read only"


@driven
async def test_the_form_of_a_task_is_as_it_was_after_another() -> None:
    async with seated(FULL) as seat:
        await seat.press("P", "enter", "escape", "e")
        assert seat.screen.form._body.field.name == "duration"
        await seat.press("ctrl+u", *"6d", "enter")
        assert "hear: {duration: 3d}" not in seat.text
