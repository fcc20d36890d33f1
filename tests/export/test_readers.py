"""Everything that a calendar of ours can hold, read by programs that others wrote."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream
from tests.export.icslint import lint

from transition_planner.export.ics.calendar import calendar
from transition_planner.export.ics.kind import Kind
from transition_planner.export.ics.selection import Selection
from transition_planner.export.ledger.advancing import advance
from transition_planner.export.ledger.ledger import Ledger
from transition_planner.planfile.loading import load
from transition_planner.schedule.schedule import schedule

PLAN = Path(__file__).parents[2] / "plans" / "helsinki-music-schools"
EVERYTHING = Selection(frozenset(Kind), todos=True, journals=True, alarms=frozenset(Kind))


@pytest.fixture(scope="module")
def data() -> bytes:
    made = schedule(load(PLAN).plan)
    return calendar(made, EVERYTHING, "fi", advance(made, Ledger(), datetime(2027, 1, 1, tzinfo=UTC)))


def _counts(data: bytes) -> tuple[int, int, int]:
    events, todos, journals = (
        data.count(f"BEGIN:{name}\r".encode()) for name in ("VEVENT", "VTODO", "VJOURNAL")
    )
    return events, todos, journals


def test_it_is_clean(data: bytes) -> None:
    assert lint(data) == {}


def test_ical_reads_all_of_it_and_the_same_texts_as_vobject(data: bytes) -> None:
    theirs = IcsCalendarStream.calendar_from_ics(data.decode())
    assert (len(theirs.events), len(theirs.todos), len(theirs.journal)) == _counts(data)
    others = {each.uid.value: each for each in vobject.readOne(data.decode()).vevent_list}
    for event in theirs.events:
        other = others[event.uid]
        assert (event.summary, event.description) == (other.summary.value, other.description.value)
        assert (event.dtstart, event.dtend) == (other.dtstart.value, other.dtend.value)


@pytest.mark.skipif(shutil.which("calcurse") is None, reason="calcurse is not installed: one reader less")
def test_calcurse_takes_all_of_it_in(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "all.ics"
    file.write_bytes(data)
    done = subprocess.run(
        ("calcurse", "-D", str(tmp_path), "-C", str(tmp_path), "--import", str(file)),  # noqa: S607  # where it is
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    events, todos, _journals = _counts(data)
    assert f"/ {events} events / {todos} todos / 0 skipped" in done.stdout
