from __future__ import annotations

import pytest
from tests.tui.plans import HEAD

from transition_planner.locales import speaking
from transition_planner.planfile.edits import SetField
from transition_planner.planfile.history import History
from transition_planner.planfile.loading import parse
from transition_planner.tui.state.matching import Haystack, matching
from transition_planner.tui.state.state import State
from transition_planner.tui.state.timescale import Zoom

PLAN = (
    HEAD
    + """\
status-date: 2027-01-15
register: register.yaml
models:
  merger: {title: Merger}
  apart: {title: Apart}
tasks:
  staff:
    title: {fi: Henkilöstö, en: Staff}
    tasks:
      hear: {title: {fi: Kuule väkeä, en: Hear people}, duration: 5d, owner: lead, kind: staff, mitigates: [U3]}
      tell: {title: {fi: Kerro, en: Tell people}, duration: 2d, mitigates: [U13], serves: [T1], realises: [M2]}
      vote: {title: {fi: Äänestä, en: Vote}, duration: 1d, after: [hear], deadline: 2027-01-13, in: [merger]}
"""
)


REGISTER = """\
objectives: {T1: {title: People know}}
opportunities: {M2: {title: More people}}
threats: {U3: {title: Nobody stays}, U13: {title: Nobody knows}}
"""


def opened() -> State:
    return State.opened(History.of(parse(PLAN, register_text=REGISTER)), "merger", Zoom.WEEKS)


def found(wanted: str) -> list[str]:
    schedule = opened().schedule
    return [schedule.outline.ids[row] for row in matching(schedule, wanted, Haystack())]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("", ["staff", "hear", "tell", "vote"]),
        ("people", ["hear", "tell"]),
        ("PEOPLE tell", ["tell"]),
        ("people vote", []),
        ("owner:lead", ["hear"]),
        ("owner:Lea", ["hear"]),
        ("owner:board", []),
        ("kind:st", ["hear"]),
        ("threat:u3", ["hear"]),
        ("threat:", ["hear", "tell"]),
        ("objective:T1", ["tell"]),
        ("opportunity:M2", ["tell"]),
        ("model:merger", ["vote"]),
        ("critical", ["hear", "vote"]),
        ("late", ["hear", "tell", "vote"]),
        ("late people", ["hear", "tell"]),
        ("nothing:here", []),
    ],
)
def test_words_and_conditions_all_have_to_hold(wanted: str, expected: list[str]) -> None:
    assert found(wanted) == expected


def test_words_and_conditions_are_those_of_the_language_spoken() -> None:
    with speaking("fi"):
        assert found("väkeä") == ["hear"]
        assert found("omistaja:vetä") == ["hear"]
        assert found("kriittinen") == ["hear", "vote"]
        assert found("äänestä myöhässä") == ["vote"]


def test_the_haystack_follows_edits_and_the_language() -> None:
    first = opened()
    haystack = first.haystack
    before = haystack.folded(first.schedule.outline)
    assert haystack.folded(first.schedule.outline) is before
    second = first.edit([SetField("tell", "title", "Say it")])
    assert matching(second.schedule, "say", haystack) == [2]
    assert matching(first.schedule, "say", haystack) == []
    with speaking("fi"):
        assert matching(first.schedule, "kerro", haystack) == [2]
