"""A plan with a circle of links is opened: the rest is on show with its dates, and the circle is broken from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.schedule.dateless import no_dates_of_undated
from tests.tui.driving import driven, seated
from tests.tui.monkey import play
from tests.tui.plans import SMALL, plan_file, state

from transition_planner.planfile.edits import AddLink, MoveTask, RemoveLink, RenameTask, SetField
from transition_planner.tui.facts import facts
from transition_planner.tui.state.attempt import Refused, attempt
from transition_planner.tui.state.breaking import breaks
from transition_planner.tui.state.change import change

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from transition_planner.planfile.edits import Edit

CIRCLE = SMALL.replace("after: [ask]", "after: [ask, agree]")
PATH = "draft → agree → draft"


@pytest.fixture(autouse=True)
def _no_dates_of_undated() -> Iterator[None]:
    with no_dates_of_undated():
        yield


@driven
async def test_the_circle_is_told_and_the_rest_has_its_dates() -> None:
    async with seated(CIRCLE, size=(160, 40)) as seat:
        assert seat.said == (
            f"tasks wait for each other in a circle: {PATH}; on one of them w tells how to break it"
        )
        lines = seat.lines()
        assert "3 tasks without dates" in lines[0]
        line = {
            name: next(each for each in lines if f" {name} " in each) for name in ("Ask", "Draft", "Sign")
        }
        assert "15 Jan 27" in line["Ask"]
        assert "circle" in line["Draft"]
        assert "circle" in line["Sign"]
        await seat.press(":", *"sign", "enter")
        assert any(f"“Sign” has no dates: it waits for a circle, {PATH}." in each for each in seat.lines())


@driven
async def test_the_circle_is_broken_where_one_asks_why_and_mended_by_undo() -> None:
    async with seated(CIRCLE) as seat:
        await seat.press(":", *"sign", "enter", "w")
        lines = [" ".join(each.split()) for each in seat.lines()]
        for expected in (
            "Why it has no dates",
            "Who waits for whom",
            "Draft",
            "Agreed",
            "What would break the circle",
            "“Draft” does not wait for “Agreed”",
            "“Agreed” does not wait for “Draft”",
        ):
            assert any(expected in each for each in lines), expected
        assert seat.screen.mode is not None
        seat.screen.mode.listing.select(next(breaks(seat.state.schedule, seat.state.row or 0)))
        await seat.press("enter")
        assert seat.text == SMALL
        assert seat.said == (
            "“Draft” does not wait for “Agreed”; all tasks have dates: the finish is 25 Jan 2027; "
            "3 tasks became critical"
        )
        assert any("Why then" in each for each in seat.lines())
        await seat.press("u")
        assert seat.text == CIRCLE
        assert "3 tasks without dates" in seat.said


@driven
async def test_one_jumps_from_the_circle_to_its_tasks() -> None:
    async with seated(CIRCLE) as seat:
        await seat.press(":", *"sign", "enter", "w")
        assert seat.screen.mode is not None
        seat.screen.mode.listing.select(("circle", seat.state.schedule.outline.row["draft"]))
        await seat.press("e")
        assert seat.app.screen is seat.screen
        assert seat.state.cursor == "draft"


@driven
async def test_a_circle_is_not_broken_where_the_plan_is_read_only() -> None:
    async with seated(CIRCLE, read_only=True) as seat:
        await seat.press(":", *"sign", "enter", "w")
        assert seat.screen.mode is not None
        seat.screen.mode.listing.select(next(breaks(seat.state.schedule, seat.state.row or 0)))
        await seat.press("enter")
        assert seat.text == CIRCLE


@driven
async def test_a_file_that_another_program_ties_into_a_circle_is_shown(tmp_path: Path) -> None:
    path = plan_file(tmp_path, SMALL)
    async with seated(path) as seat:
        path.write_text(CIRCLE, "utf-8")
        seat.screen.follower.look()
        await seat.settle()
        assert seat.text == CIRCLE
        assert "3 tasks without dates" in seat.said


@driven
async def test_all_modes_show_what_has_dates() -> None:
    async with seated(CIRCLE) as seat:
        await seat.press(":", *"agree", "enter")
        for key in ("w", "f3", "f4", "f5", "f6", "f7", "f8", "f9"):
            await seat.press(key)
            await seat.settle()
            await seat.press("down", "down", "f2")
            assert seat.app.screen is seat.screen


def test_no_edit_ties_more_tasks_into_circles() -> None:
    opened = state(CIRCLE)
    refused = attempt(opened, [AddLink("look", "sign")])
    assert refused == Refused("not done: look → sign → look would wait for each other")
    for edit in (
        AddLink("ask", "look"),
        SetField("draft", "duration", "9d"),
        RenameTask("draft", "write"),
        RemoveLink("sign", "look"),
    ):
        made = attempt(opened, [edit])
        assert not isinstance(made, Refused)
        assert len(made.schedule.circles) == 1


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (AddLink("ask", "ask"), "ask would wait for itself"),
        (AddLink("ask", "prepare"), "ask → prepare → ask would wait for each other"),
        (AddLink("prepare", "look"), "look would wait for itself"),
        (MoveTask("look", "decide", None), None),
    ],
)
def test_no_task_is_made_to_wait_for_itself_nor_for_its_phase(edit: Edit, why: str | None) -> None:
    made = attempt(state(SMALL), [edit])
    assert (made if isinstance(made, Refused) else None) == (why and Refused(f"not done: {why}"))


def test_a_task_is_not_moved_into_a_phase_that_it_follows() -> None:
    opened = state(SMALL.replace("after: [draft]", "after: [prepare]"))
    assert attempt(opened, [MoveTask("agree", "prepare", None)]) == Refused(
        "agree cannot stand in prepare, because agree follows prepare."
    )


def test_what_has_no_dates_says_why_and_how_to_help_it() -> None:
    told = {
        fact.label: "".join(text for text, _ink in fact.parts)
        for fact in facts(state(CIRCLE, at="draft"), str)
    }
    assert told["Dates"] == "none   5d"
    assert told["No dates"] == (
        f"“Draft” has no dates: it waits in a circle, {PATH}.  why leads to what would break it"
    )
    assert "Why then" not in told


def test_what_has_no_dates_is_sorted_last_and_not_found_late() -> None:
    from transition_planner.tui.state.order import Order  # noqa: PLC0415  # as the board does

    for column in ("start", "finish", "duration", "free", "float"):
        opened = state(CIRCLE).ordered(Order(column))
        ids = [opened.schedule.outline.ids[row] for row in opened.rows.shown]
        assert ids.index("draft") > max(ids.index("ask"), ids.index("look"))
    dated = CIRCLE.replace("start: 2027-01-11", "start: 2027-01-11\nstatus-date: 2028-01-01")
    late = state(dated).filtered("late")
    assert {late.schedule.outline.ids[row] for row in late.rows.found} == {"ask", "look"}


def test_an_edit_beside_the_circle_tells_how_many_have_no_dates() -> None:
    before = state(CIRCLE)
    made = attempt(before, [SetField("look", "duration", "9d")])
    assert not isinstance(made, Refused)
    assert change(before.schedule, made.schedule) == "3 tasks without dates"


@pytest.mark.parametrize("seed", [5, 6])
def test_a_plan_with_a_circle_survives_random_acts(seed: int, tmp_path: Path) -> None:
    (tmp_path / "few").mkdir()
    plan_file(tmp_path / "few", CIRCLE)
    driven(play)(tmp_path / "few", tmp_path, seed, 100)


@driven
async def test_a_task_that_waits_for_its_own_phase_is_freed_where_one_asks_why() -> None:
    async with seated(SMALL.replace("after: [ask]", "after: [ask, prepare]"), size=(160, 40)) as seat:
        assert "draft → prepare → draft" in seat.said
        await seat.press(":", *"draft", "enter", "w")
        assert seat.screen.mode is not None
        seat.screen.mode.listing.select(next(breaks(seat.state.schedule, seat.state.row or 0)))
        await seat.press("enter")
        assert seat.text == SMALL


@pytest.mark.parametrize("seed", [7, 8])
def test_a_plan_with_tasks_that_wait_for_themselves_survives_random_acts(seed: int, tmp_path: Path) -> None:
    (tmp_path / "few").mkdir()
    text = SMALL.replace("after: [ask]", "after: [draft, prepare]").replace(
        "after: [agree, look]", "after: [sign]"
    )
    plan_file(tmp_path / "few", text)
    driven(play)(tmp_path / "few", tmp_path, seed, 100)


@pytest.mark.parametrize("written", ["[agree]", "[ask, agree]"])
def test_a_link_that_only_the_model_has_is_given_up_there(written: str) -> None:
    head, _tasks, tasks = SMALL.partition("tasks:\n")
    models = f"models:\n  merger:\n    overrides:\n      draft:\n        after: {written}\n"
    text = f"{head}{models}tasks:\n{tasks}"
    opened = state(text, at="draft")
    assert len(opened.schedule.circles) == 1
    made = attempt(opened, [next(breaks(opened.schedule, opened.row or 0)).edit])
    assert not isinstance(made, Refused)
    assert made.schedule.undated == {}
    assert made.history.document.text == text.replace("[agree]", "[]").replace(", agree]", "]")


@driven
async def test_no_calendar_is_written_in_which_dates_would_be_missing(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    path.write_text(CIRCLE, encoding="utf-8")
    async with seated(path) as seat:
        await seat.press("W")
        assert (
            seat.said
            == f"tasks wait for each other in a circle: {PATH}; on one of them w tells how to break it"
        )
        assert seat.app.screen is seat.screen
    assert not (tmp_path / "plan.ics").exists()
