from __future__ import annotations

from tests.tui.plans import EMPTY, HEAD, ODD, SMALL, state

from transition_planner.planfile.history import History
from transition_planner.planfile.loading import parse
from transition_planner.tui.facts import MOST_LINKS, facts
from transition_planner.tui.state.state import State
from transition_planner.tui.state.timescale import Zoom


def told(at: str, text: str = SMALL) -> dict[str, str]:
    return {fact.label: "".join(part for part, _ink in fact.parts) for fact in facts(state(text, at), str)}


def test_a_critical_task_is_told_with_its_reason_and_links() -> None:
    assert told("draft") == {
        "Task": "Draft  draft",
        "Dates": "Mon 18 Jan → Fri 22 Jan 2027   5d   critical, float 0 d",
        "Why then": "“Draft” starts Mon 18 Jan 2027, because “Ask” ends Fri 15 Jan 2027.",
        "After": "Ask",
        "Before": "Agreed",
    }


def test_float_and_owner_are_told() -> None:
    assert told("look")["Dates"] == "Mon 11 Jan → Tue 12 Jan 2027   2d   float 8 d"
    assert told("ask")["Who"] == "Lead"


def test_a_milestone_has_one_day_and_its_deadline() -> None:
    agreed = told("agree")
    assert agreed["Milestone"] == "Agreed  agree"
    assert agreed["Dates"].startswith("Fri 22 Jan 2027   critical")
    assert agreed["Fixed"].strip() == "deadline Fri 29 Jan 2027"


def test_a_missed_deadline_is_said() -> None:
    assert told("late", ODD)["Fixed"].strip() == "deadline Tue 12 Jan 2027 missed"
    assert told("late", ODD)["Note"] == "Not easy"


def test_a_phase_has_no_float_of_its_own() -> None:
    assert told("prepare")["Phase"] == "Preparation  prepare"
    assert told("prepare")["Dates"] == "Mon 11 Jan → Fri 22 Jan 2027"


def test_progress_is_told() -> None:
    assert "50 % done" in told("half", ODD)["Dates"]
    assert told("done", ODD)["Dates"].endswith("finished")


def test_an_empty_plan_says_how_to_begin() -> None:
    assert facts(state(EMPTY), {"add": "a"}.__getitem__)[0].parts[0][0] == "no tasks yet: press a to add one"


def test_link_types_are_told_and_many_links_cut_short() -> None:
    tasks = "".join(f"  t{number}: {{duration: 1d}}\n" for number in range(20))
    after = ", ".join(f"t{number} SS+1d" for number in range(20))
    said = told("all", HEAD + "tasks:\n" + tasks + f"  all: {{duration: 1d, after: [{after}]}}\n")["After"]
    assert said.startswith("t0 SS+1d, t1 SS+1d, ")
    assert said.endswith(", …")
    assert said.count("SS") == MOST_LINKS


def test_register_items_are_told_with_their_words() -> None:
    text = HEAD.replace("calendar: office\n", "calendar: office\nregister: register.yaml\n")
    text += "tasks: {one: {serves: [T1], mitigates: [U1, U2]}}\n"
    register = "objectives: {T1: {title: More music}}\nthreats: {U1: {title: Haste}, U2: {title: Debt}}\n"
    found = State.opened(History.of(parse(text, register_text=register)), None, Zoom.WEEKS)
    items = {fact.label: "".join(part for part, _ink in fact.parts) for fact in facts(found, str)}["Register"]
    assert items.strip() == "serves T1 More music   mitigates U1 Haste   U2 Debt"
