"""What programs by other hands read from our calendars; those that are not installed are passed over, and said so."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from tests.export.icslint import lint
from tests.export.small import small_plan
from tests.export.texts import TEXTS

from transition_planner.export.ics.caldays import calendar_days
from transition_planner.export.ics.calendar import calendar
from transition_planner.export.ics.component import DECISIONS_AND_TASKS, form_uid
from transition_planner.export.ics.kind import Kind
from transition_planner.export.ics.laws import laws_of
from transition_planner.export.ics.occasion import occasions
from transition_planner.export.ics.selection import Selection
from transition_planner.export.ics.text import clean
from transition_planner.export.ledger.advancing import advance
from transition_planner.export.ledger.ledger import Ledger
from transition_planner.locales import speaking
from transition_planner.planfile.loading import load
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.export.ics.laws import Laws
    from transition_planner.export.ics.occasion import Occasion
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.schedule import Schedule

    Row = tuple[str | None, ...]
    """Form, UID, summary, description, first day, the day after the last; of a to-do the day it is due."""
    Reader = Callable[[bytes], list[Row]]

HERE = Path(__file__).parent
HELSINKI = HERE.parents[1] / "plans" / "helsinki-music-schools"
EVERYTHING = Selection(frozenset(Kind), todos=True, journals=True, alarms=frozenset(Kind))


def _told(made: Schedule, laws: Laws) -> tuple[Occasion, ...]:
    with speaking("fi"):
        return (*occasions(made, laws), *calendar_days(made))


@cache
def everything() -> tuple[bytes, tuple[Row, ...]]:
    """All there is of the shipped plan, and how it should be read."""
    document = load(HELSINKI)
    made = schedule(document.plan)
    laws = laws_of(document, made)
    ledger = advance(made, Ledger(), datetime(2027, 1, 1, tzinfo=UTC), laws)
    return calendar(made, EVERYTHING, "fi", ledger, laws), _rows(document.plan, _told(made, laws))


def _rows(plan: Plan, told: tuple[Occasion, ...]) -> tuple[Row, ...]:
    """The entries in all their forms, as a reader should tell them."""
    rows: list[Row] = []
    for each in told:
        texts = clean(each.title), clean(each.description) or None
        first, last = each.first.isoformat(), each.last.isoformat()
        behind = (each.last + timedelta(days=1)).isoformat()
        rows.append(("vevent", str(each.uid), *texts, first, behind))
        if each.row is not None and each.kind in DECISIONS_AND_TASKS:
            uid = str(form_uid(plan.id, each.uid, "todo"))
            rows.append(("vtodo", uid, *texts, first if first < last else None, last))
        if each.row is not None and each.kind is Kind.DECISIONS:
            rows.append(("vjournal", str(form_uid(plan.id, each.uid, "journal")), *texts, first, None))
    return tuple(sorted(rows, key=str))


def _vobject(data: bytes) -> list[Row]:
    file = vobject.readOne(data.decode())
    rows: list[Row] = []
    for name in ("vevent", "vtodo", "vjournal"):
        for entry in file.contents.get(name, []):
            told = [
                str(entry.contents[each][0].value) if each in entry.contents else None
                for each in ("uid", "summary", "description", "dtstart", "dtend", "due")
            ]
            rows.append((name, *told[:4], told[5] if name == "vtodo" else told[4]))
    return rows


def _ical(data: bytes) -> list[Row]:
    file = IcsCalendarStream.calendar_from_ics(data.decode())
    events: list[Row] = [
        ("vevent", each.uid, each.summary, each.description, str(each.dtstart), str(each.dtend))
        for each in file.events
    ]
    todos: list[Row] = [
        (
            "vtodo",
            each.uid,
            each.summary,
            each.description,
            str(each.dtstart) if each.dtstart else None,
            str(each.due),
        )
        for each in file.todos
    ]
    journals: list[Row] = [
        ("vjournal", each.uid, each.summary, each.description, str(each.dtstart), None)
        for each in file.journal
    ]
    return [*events, *todos, *journals]


@cache
def _has_ical_js() -> bool:
    node = shutil.which("node")
    probe = (node or "", "-e", "require('ical.js')")
    return (
        node is not None and not subprocess.run(probe, check=False, capture_output=True, cwd=HERE).returncode
    )


@cache
def _has_libical() -> bool:
    probe = ("/usr/bin/python3", "-c", "import gi; gi.require_version('ICalGLib', '3.0')")
    return Path(probe[0]).exists() and not subprocess.run(probe, check=False, capture_output=True).returncode


def _icaljs(data: bytes) -> list[Row]:
    if not _has_ical_js():
        pytest.skip("node with ical.js is not installed (npm install ical.js, NODE_PATH): one reader less")
    return _printed("node", str(HERE / "readers" / "icaljs.cjs"), data=data)


def _libical(data: bytes) -> list[Row]:
    if not _has_libical():
        pytest.skip("libical's bindings are not installed (gir1.2-ical-3.0, python3-gi): one reader less")
    # Debian's bindings are for Debian's Python.
    return _printed("/usr/bin/python3", str(HERE / "readers" / "libical.py"), data=data)


def _printed(*command: str, data: bytes) -> list[Row]:
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return [tuple(row) for row in json.loads(done.stdout)]


READERS = pytest.mark.parametrize("read", [_vobject, _ical, _icaljs, _libical])


def test_it_is_clean_and_has_a_bit_of_everything() -> None:
    data, rows = everything()
    assert lint(data) == {}
    assert {row[0] for row in rows} == {"vevent", "vtodo", "vjournal"}


@READERS
def test_a_reader_reads_the_same_dates_and_texts(read: Reader) -> None:
    data, rows = everything()
    assert tuple(sorted(read(data), key=str)) == rows


@READERS
def test_a_reader_reads_any_text_as_it_was_meant(read: Reader) -> None:
    read(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n")

    @settings(max_examples=12)
    @given(texts=st.lists(TEXTS, min_size=20, max_size=20))
    def same(texts: list[str]) -> None:
        tasks = {
            f"t{number}": {"title": text, "must-start-on": {"date": "2027-02-01", "why": f"x{text}"}}
            for number, text in enumerate(texts)
        }
        plan = small_plan(models={}, chosen=None, tasks=tasks)
        made = schedule(plan)
        data = calendar(made, Selection(), "fi")
        told = tuple(each for each in _told(made, {}) if Selection().wants(each))
        assert tuple(sorted(read(data), key=str)) == _rows(plan, told)

    same()


@pytest.mark.skipif(shutil.which("calcurse") is None, reason="calcurse is not installed: one reader less")
def test_calcurse_takes_all_of_it_in_and_gives_back_the_same(tmp_path: Path) -> None:
    data, rows = everything()
    file = tmp_path / "all.ics"
    file.write_bytes(data)
    counts = [sum(row[0] == kind for row in rows) for kind in ("vevent", "vtodo")]
    said = _calcurse(tmp_path, "--import", str(file))
    assert f"/ {counts[0]} events / {counts[1]} todos / 0 skipped" in said
    given_back = vobject.readOne(_calcurse(tmp_path, "--export"))
    found = set()
    for event in given_back.vevent_list:
        first = last = event.dtstart.value
        if "rrule" in event.contents:  # what takes several days it repeats daily
            last = datetime.strptime(event.rrule.value.partition("UNTIL=")[2], "%Y%m%d").date()  # noqa: DTZ007  # a day
        found.add((event.summary.value, event.description.value, str(first), str(last + timedelta(days=1))))
    assert found == {row[2:6] for row in rows if row[0] == "vevent"}


def _calcurse(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ("calcurse", "-D", str(folder), "-C", str(folder), *arguments),  # noqa: S607  # wherever it is
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
