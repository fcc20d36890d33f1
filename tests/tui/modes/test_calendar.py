"""The calendar mode, and what it knows of days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.tui.driving import TODAY, driven, seated
from tests.tui.plans import EMPTY, SMALL, STUDY, state

from transition_planner.tui.modes.almanac import Almanac
from transition_planner.tui.modes.calendar import CalendarMode

if TYPE_CHECKING:
    from tests.tui.driving import Seat

CLOSED = SMALL.replace(
    "13:00-17:00}",
    "13:00-17:00, holidays: FI, closed: [{from: 2027-02-01, to: 2027-02-12, why: {en: Ski break, fi: Loma}}]}\n"
    "  grant: {title: {en: Grant, fi: Avustus}, only: {every: 03-01..03-15}}\n"
    "  board: {within: office, only: {rrule: FREQ=MONTHLY;BYDAY=2TU}}",
)


def happens(almanac: Almanac, day: str) -> list[str]:
    return [f"{mark.sign} {mark.text}" for mark in almanac.marks(date.fromisoformat(day))]


def test_milestones_decisions_and_deadlines_stand_on_their_days() -> None:
    study = Almanac(state(STUDY).schedule)
    assert happens(study, "2027-02-09") == ["◆ Choose the model", "□ Board"]
    assert happens(study, "2027-02-26") == ["▾ deadline: Choose the model"]
    assert happens(study, "2027-03-02") == ["◆ Opening"]
    assert happens(study, "2027-03-03") == []


def test_a_missed_deadline_and_a_finished_milestone_have_signs_of_their_own() -> None:
    late = SMALL.replace("deadline: 2027-01-29", "deadline: 2027-01-20")
    assert happens(Almanac(state(late).schedule), "2027-01-20") == ["▼ deadline: Agreed"]
    done = SMALL.replace(
        "after: [draft]", "after: [draft]\n        started: 2027-01-22\n        finished: 2027-01-22"
    )
    assert happens(Almanac(state(done).schedule), "2027-01-22") == ["✓ Agreed"]


def test_windows_open_and_close_and_closures_are_named_once_a_week() -> None:
    almanac = Almanac(state(CLOSED).schedule)
    assert happens(almanac, "2027-03-01") == ["□ Grant opens"]
    assert happens(almanac, "2027-03-02") == []
    assert happens(almanac, "2027-03-15") == ["□ Grant closes"]
    assert almanac.open_windows(date(2027, 3, 9)) == ["Grant", "board"]
    assert happens(almanac, "2027-02-01") == ["· Ski break"]
    assert happens(almanac, "2027-02-02") == []
    assert happens(almanac, "2027-02-08") == ["· Ski break"]
    assert happens(almanac, "2027-02-09") == ["□ board"]
    assert happens(almanac, "2027-12-06") == ["· Independence Day"]
    assert [almanac.works(date(2027, 2, day)) for day in (5, 13, 15)] == [False, False, True]


def test_the_next_day_on_which_something_happens_is_found_both_ways() -> None:
    almanac = Almanac(state(STUDY).schedule)
    assert almanac.next_day(date(2027, 2, 9), 1) == date(2027, 2, 26)
    assert almanac.next_day(date(2027, 2, 9), -1) == date(2027, 1, 12)
    assert Almanac(state(SMALL).schedule).next_day(date(2027, 1, 29), 1) is None


def mode(seat: Seat) -> CalendarMode:
    assert isinstance(seat.screen.mode, CalendarMode)
    return seat.screen.mode


@driven
async def test_one_moves_by_day_week_and_month() -> None:
    async with seated(STUDY) as seat:
        await seat.press(":", *"choose", "enter", "C")
        assert mode(seat).day == date(2027, 2, 9)
        await seat.press("right", "down", "j", "left", "k")
        assert mode(seat).day == date(2027, 2, 16)
        await seat.press("t")
        assert mode(seat).day == TODAY
        await seat.press("c", "pageup", "pageup")
        assert mode(seat).day == date(2026, 12, 9)
        mode(seat).go(date(2027, 1, 31))
        await seat.press("pagedown")
        assert mode(seat).day == date(2027, 2, 28)
        await seat.press("n")
        assert mode(seat).day == date(2027, 3, 2)
        await seat.press("N")
        assert mode(seat).day == date(2027, 2, 26)


@driven
async def test_the_day_is_kept_and_leads_to_its_task() -> None:
    async with seated(STUDY) as seat:
        await seat.press("C", "t", "enter")
        assert seat.said == "nothing of a task happens on that day"
        mode(seat).go(date(2027, 2, 26))
        await seat.press("escape", "f5")
        assert mode(seat).day == date(2027, 2, 26)
        await seat.press("enter")
        assert seat.app.screen is seat.screen
        assert seat.state.cursor == "choose"


@driven
async def test_of_several_tasks_on_a_day_one_is_picked() -> None:
    text = SMALL.replace("duration: 1d\n        after: [agree, look]", "after: [agree, look]")
    async with seated(text) as seat:
        await seat.press("C")
        mode(seat).go(date(2027, 1, 22))
        await seat.press("enter", *"sign", "enter")
        assert seat.state.cursor == "sign"


@driven
async def test_a_day_shows_what_an_edit_has_done_to_it() -> None:
    async with seated(STUDY, size=(120, 30)) as seat:
        await seat.press(":", *"licence", "enter", "+", "C")
        assert any("9 ◆ Opening" in line for line in seat.lines())
        await seat.press("u")
        assert any("2 ◆ Opening" in line for line in seat.lines())


@driven
async def test_days_are_clicked() -> None:
    async with seated(STUDY, size=(80, 24)) as seat:
        await seat.press(":", *"choose", "enter", "C")
        await seat.pilot.click(mode(seat).view, offset=(4 + 2 * 10 + 3, 2 + 3))
        assert mode(seat).day == date(2027, 2, 10)
        await seat.pilot.click(mode(seat).view, offset=(0, 0))
        assert mode(seat).day == date(2027, 2, 10)


@driven
async def test_years_without_calendars_hold_the_day_back() -> None:
    async with seated(EMPTY) as seat:
        await seat.press("C")
        assert mode(seat).day == TODAY
        mode(seat).go(date(2500, 1, 1))
        assert mode(seat).day == date(2198, 12, 31)
        await seat.press("n")
        assert seat.said == "nothing happens later"


@driven
async def test_weeks_share_the_height_also_when_that_changes() -> None:
    async with seated(STUDY, size=(80, 24)) as seat:
        await seat.press(":", *"choose", "enter", "C")
        assert [at for at, line in enumerate(seat.lines()) if line.startswith("  7  15")] == [9]
        await seat.pilot.resize_terminal(80, 36)
        await seat.pilot.pause()
        assert [at for at, line in enumerate(seat.lines()) if line.startswith("  7  15")] == [13]
