"""The bytes that calendars are given over random histories of a plan: what RFC 5545 and 5546 ask of a publisher."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from tests.export.icslint import lint
from tests.export.small import small_plan

from transition_planner.export.ics.calendar import calendar
from transition_planner.export.ics.kind import Kind
from transition_planner.export.ics.selection import Selection
from transition_planner.export.ledger.advancing import KEPT, advance
from transition_planner.export.ledger.ledger import Ledger
from transition_planner.schedule.scheduling import schedule

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
EVERYTHING = Selection(frozenset(Kind), todos=True, journals=True, alarms=frozenset(Kind))
REVISION = ("SEQUENCE", "LAST-MODIFIED", "DTSTAMP")

Fields = dict[str, Any]
"""The fields of a task."""
Component = Any
"""An event, to-do or journal entry of icalendar, whose types are too many to name those that stand in one."""


def _task(name: str) -> st.SearchStrategy[Fields]:
    """A task; its title names it, so that none of another id is taken for it renamed."""
    before = "abcd"[: "abcde".index(name)]
    link = st.builds(
        lambda pred, rest: pred + rest, st.sampled_from(before or "-"), st.sampled_from(["", " SS+2d"])
    )
    return st.fixed_dictionaries(
        {
            "title": st.sampled_from(
                [f"{name}, one way", {"fi": f"{name} näin", "en": f"{name}, another; way"}]
            )
        },
        optional={
            "duration": st.sampled_from(["1d", "3d"]),
            "decision": st.booleans(),
            "deadline": st.sampled_from(["2027-01-20", "2027-02-20"]),
            "must-start-on": st.sampled_from(["2027-01-18", "2027-02-15"]),
            "after": st.lists(link, max_size=2, unique=True) if before else st.just([]),
            "done": st.sampled_from([0, 40]),
        },
    )


@st.composite
def _plans(draw: st.DrawFn) -> dict[str, Fields]:
    """Tasks of a plan, with links to those that are in it."""
    names = draw(st.lists(st.sampled_from("abcde"), min_size=1, unique=True).map(sorted))
    tasks = {name: draw(_task(name)) for name in names}
    for fields in tasks.values():
        links = [link for link in fields.get("after", ()) if link[0] in tasks]
        fields["after"] = list({link[0]: link for link in links}.values())
        if fields.get("done"):
            fields["started"] = "2027-01-12"
            fields.setdefault("duration", "1d")
    return tasks


HISTORIES = st.lists(st.tuples(_plans(), st.integers(1, 60_000)), min_size=2, max_size=6)
"""Plans, each with the minutes that passed before it was sent."""


@settings(max_examples=30)
@given(history=HISTORIES)
def test_what_is_sent_rises_exactly_when_it_says_something_else(
    history: list[tuple[dict[str, Fields], int]],
) -> None:
    ledger, now = Ledger(), NOON
    known: dict[str, Component] = {}
    highest: dict[str, int] = {}
    for tasks, minutes in history:
        now += timedelta(minutes=minutes)
        made = schedule(small_plan(tasks=tasks, **{"status-date": "2027-01-15"}))
        ledger = advance(made, ledger, now)
        data = calendar(made, EVERYTHING, "en", ledger)
        assert lint(data) == {}
        file: Any = Calendar.from_ical(data)
        assert "METHOD" not in file
        sent = {str(each["UID"]): each for each in file.subcomponents}
        assert len(sent) == len(file.subcomponents)
        for uid, each in sent.items():
            assert each["DTSTAMP"].dt == each["LAST-MODIFIED"].dt <= file["LAST-MODIFIED"].dt
            _follows(known.get(uid), each, now)
            assert each["SEQUENCE"] >= highest.get(uid, 0)
            highest[uid] = each["SEQUENCE"]
        for uid in (
            known.keys() - sent.keys()
        ):  # told as cancelled for long enough, or a form that it has no more
            last = known[uid]
            assert last.name != "VEVENT" or (
                last["STATUS"] == "CANCELLED" and now - last["LAST-MODIFIED"].dt > KEPT
            )
        known = sent


def _follows(last: Component | None, each: Component, now: datetime) -> None:
    """A component as it may come after the one sent last under its UID."""
    if last is None:
        assert each.get("STATUS") != "CANCELLED"
        assert each["LAST-MODIFIED"].dt == now
        return
    assert each["X-TRANSITION-PLANNER-ID"] == last["X-TRANSITION-PLANNER-ID"]
    if _said(each) == _said(last):
        assert _revision(each) == _revision(last)
    else:
        assert each["SEQUENCE"] > last["SEQUENCE"]
        assert each["LAST-MODIFIED"].dt == now


def _revision(component: Component) -> tuple[bytes, ...]:
    return tuple(
        component[name].to_ical() if name != "SEQUENCE" else b"%d" % component[name] for name in REVISION
    )


def _said(component: Component) -> bytes:
    """All of a component but how it was revised."""
    lines: list[bytes] = component.to_ical().replace(b"\r\n ", b"").split(b"\r\n")
    return b"\r\n".join(
        line for line in lines if not line.startswith(tuple(name.encode() for name in REVISION))
    )


@settings(max_examples=15)
@given(tasks=_plans(), minutes=st.integers(1, 60_000))
def test_a_plan_that_stays_gives_the_same_bytes_at_any_time(tasks: dict[str, Fields], minutes: int) -> None:
    made = schedule(small_plan(tasks=tasks))
    first = advance(made, Ledger(), NOON)
    later = advance(made, first, NOON + timedelta(minutes=minutes))
    for language in ("fi", "en"):
        assert calendar(made, EVERYTHING, language, later) == calendar(made, EVERYTHING, language, first)
