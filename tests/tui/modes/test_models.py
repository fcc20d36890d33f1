"""The models mode, its axis and its lines."""

from __future__ import annotations

from datetime import date

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import MODELS, SMALL, STUDY, history

from transition_planner.compare.modelview import model_view
from transition_planner.law.shelf import shelf_of
from transition_planner.schedule.scheduling import schedule
from transition_planner.tui.chart.dayaxis import DayAxis
from transition_planner.tui.modes.modellines import Line, entries


def axis(first: str, last: str, width: int) -> DayAxis:
    return DayAxis(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal(), width)


@pytest.mark.parametrize(
    ("drawn", "heading"),
    [
        (
            axis("2027-01-01", "2027-12-31", 73),
            "2027  Feb  Mar   Apr   May   Jun   Jul   Aug    Sep   Oct   Nov   Dec",
        ),
        (axis("2027-01-11", "2029-09-01", 50), "2027    Jul       2028     Jul      2029     Jul"),
        (axis("2027-01-11", "2090-03-01", 50), "2027      2040   2050    2060    2070    2080"),
        (axis("2027-01-11", "2027-01-11", 20), "2027"),
    ],
)
def test_an_axis_names_as_many_months_as_there_is_room_for(drawn: DayAxis, heading: str) -> None:
    assert drawn.heading() == heading


def test_days_stand_in_their_columns_and_those_beyond_an_end_at_it() -> None:
    week = axis("2027-01-11", "2027-01-17", 13)
    days = ("2027-01-01", "2027-01-11", "2027-01-12", "2027-01-17", "2027-02-01")
    assert [week.column(date.fromisoformat(day).toordinal()) for day in days] == [0, 0, 2, 12, 12]


def told(text: str, shown: str, width: int = 70) -> list[str]:
    document = history(text).document
    plan, shelf = document.plan, shelf_of(document)
    views = [model_view(schedule(plan, name), document.register, shelf) for name in plan.models]
    found = entries(plan, views, shown, date(2027, 1, 20), width)
    return ["".join(said for said, _ink in entry.told).rstrip() for entry in found]


def test_models_stand_side_by_side_above_their_milestones_on_one_axis() -> None:
    assert told(STUDY, "apart") == [
        " Models                     2027            Feb",
        " A   Together               ╌╌╌╌╌╌╌┊╌╌╌╌╌╌╌╌╌╌╌╌╌╌◆╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌◆",
        "     ends 2 Mar 2027 · choose by 9 Feb 2027 · 6 tasks · threats covered 2/2 · opportunities realised 1/2",
        " B   Apart (shown)          ╌╌╌╌╌╌╌┊╌╌╌╌╌╌╌╌╌╌╌╌╌╌◆╌╌╌╌╌◆",
        "     ends 16 Feb 2027 · choose by 9 Feb 2027 · 5 tasks · threats covered 1/3 · opportunities realised 0/1",
        "",
        " Key milestones   + several models",
        "   Choose the model                ┊              +",
        "   Opening                         ┊                    B          A",
    ]


def test_a_choice_too_late_for_its_goal_is_marked_and_a_chosen_model_too() -> None:
    text = STUDY.replace("choice: choose\n", "choice: choose\nchosen: apart\n")
    text = text.replace(
        "key: true\n        after: [licence",
        "key: true\n        deadline: 2027-02-20\n        after: [licence",
    )
    lines = told(text, "apart")
    assert "▼" in lines[1]
    assert "1 date missed" in lines[2]
    assert lines[3].startswith(" B ✓ Apart (shown)")


@driven
async def test_a_model_is_shown_and_chosen_after_a_question() -> None:
    async with seated(STUDY) as seat:
        await seat.press("M")
        await seat.settle()
        mode = seat.screen.mode
        assert mode is not None
        assert mode.listing.key == Line("model", "merger")
        await seat.press("j", "enter")
        assert seat.state.model == "apart"
        assert seat.said == "model: Apart"
        await seat.press("c", "n")
        assert seat.text == STUDY
        await seat.press("c", "y")
        assert "\nchosen: apart\n" in seat.text
        assert seat.said.startswith("chosen: Apart; ")
        await seat.press("c")
        assert seat.said == "it is chosen already"
        await seat.press("d")
        assert seat.text == STUDY
        await seat.press("d")
        assert seat.said == "no model is chosen yet"


@driven
async def test_the_models_are_weighed_anew_after_each_edit() -> None:
    async with seated(STUDY, size=(120, 30)) as seat:
        await seat.press("M")
        await seat.settle()
        assert any("ends 2 Mar 2027 · choose by" in line for line in seat.lines())
        await seat.press("escape", ":", *"licence", "enter", ">", "f7")
        await seat.settle()
        assert any("ends 6 Apr 2027 · choose by" in line for line in seat.lines())
        await seat.press("u")
        await seat.settle()
        assert any("ends 2 Mar 2027 · choose by" in line for line in seat.lines())


@driven
async def test_a_milestone_is_told_of_all_models_and_leads_to_its_task() -> None:
    async with seated(STUDY) as seat:
        await seat.press("M")
        await seat.settle()
        await seat.press("G")
        lines = [line.strip() for line in seat.lines()]
        assert "Together: Tue 2 Mar 2027" in lines
        assert "Apart: Tue 16 Feb 2027" in lines
        await seat.press("c")
        assert seat.said == "select a model first"
        await seat.press("enter")
        assert seat.app.screen is seat.screen
        assert seat.state.cursor == "opened"


@driven
async def test_waiting_with_the_choice_is_told_by_what_it_costs() -> None:
    async with seated(STUDY, size=(160, 40)) as seat:
        await seat.press("M")
        await seat.settle()
        page = "\n".join(seat.lines())
        assert "It must be chosen by Tue 9 Feb 2027, so that “Opening” is Tue 2 Mar 2027" in page
        assert "If the choice waits: 1 month: +28 d, 2 dates missed · 2 months: +63 d" in page


@driven
async def test_a_plan_whose_models_have_no_goal_tells_no_choice() -> None:
    async with seated(MODELS) as seat:
        await seat.press("M")
        await seat.settle()
        assert any("ends 29 Jan 2027 · 2 tasks" in line for line in seat.lines())


@driven
async def test_a_plan_without_models_says_so() -> None:
    async with seated(SMALL) as seat:
        await seat.press("M", "enter", "c", "d")
        assert any("the plan has no models" in line for line in seat.lines())
