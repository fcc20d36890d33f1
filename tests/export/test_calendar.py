from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ics
import pytest
import vobject
from hypothesis import given
from tests.export.icslint import lint
from tests.export.small import small_plan
from tests.export.test_readers import everything
from tests.export.texts import TEXTS

from transition_planner.export.ics.calendar import calendar
from transition_planner.export.ics.kind import Kind
from transition_planner.export.ics.occasion import occasions
from transition_planner.export.ics.selection import Selection
from transition_planner.export.ics.text import clean
from transition_planner.locales import speaking
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from transition_planner.locales import Language
    from transition_planner.plan.plan import Plan

GOLDENS = Path(__file__).parent / "goldens"
ROOT = Path(__file__).parents[2]
USUAL = Selection()
ALL = Selection(frozenset(Kind), todos=True, journals=True, alarms=frozenset(Kind))


def _bytes(plan: Plan | None = None, language: Language = "fi", selection: Selection = USUAL) -> bytes:
    return calendar(schedule(plan or small_plan()), selection, language)


def _by_id(data: bytes) -> dict[tuple[str, str], Any]:
    """The events as vobject reads them, by task id and first category."""
    events = vobject.readOne(data.decode()).vevent_list
    return {(each.x_transition_planner_id.value, each.categories.value[0]): each for each in events}


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_bytes_are_those_of_the_golden_file(language: Language) -> None:
    assert _bytes(language=language) == (GOLDENS / f"small.{language}.ics").read_bytes()


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("selection", [USUAL, ALL])
def test_the_bytes_are_clean(language: Language, selection: Selection) -> None:
    assert lint(_bytes(language=language, selection=selection)) == {}


def test_vobject_reads_the_same_dates_and_texts() -> None:
    plan = schedule(small_plan())
    with speaking("fi"):
        wanted = {(each.name, each.kind.category): each for each in occasions(plan) if USUAL.wants(each)}
    found = _by_id(_bytes())
    assert found.keys() == wanted.keys()
    for key, occasion in wanted.items():
        event = found[key]
        assert event.uid.value == str(occasion.uid)
        assert event.dtstart.value == occasion.first
        assert event.dtend.value == occasion.last + timedelta(days=1)
        assert event.summary.value == occasion.title
        assert event.description.value == occasion.description
        assert event.categories.value[1:] == list(occasion.sides)


def test_ics_reads_the_same_all_day_events() -> None:
    found = {event.uid: event for event in ics.Calendar(_bytes().decode()).events}
    wanted = [each for each in occasions(schedule(small_plan())) if USUAL.wants(each)]
    assert found.keys() == {str(each.uid) for each in wanted}
    for occasion in wanted:
        event = found[str(occasion.uid)]
        assert event.all_day
        assert event.begin.date() == occasion.first
        # It counts an all-day event's end as its last day's end.
        assert event.end.date() == occasion.last + timedelta(days=1)


def test_the_calendar_is_named_after_plan_and_model_and_asks_to_be_read_again() -> None:
    file = vobject.readOne(_bytes().decode())
    assert file.contents["name"][0].value == "Kohti yhteistä opistoa (Yhdentyminen)"
    assert file.contents["x-wr-calname"][0].value == "Kohti yhteistä opistoa (Yhdentyminen)"
    assert file.contents["refresh-interval"][0].params == {"VALUE": ["DURATION"]}
    assert file.contents["refresh-interval"][0].value == "PT6H"
    assert file.contents["x-published-ttl"][0].params == {}
    assert file.contents["x-published-ttl"][0].value == "PT6H"
    assert "icalendar" not in file.prodid.value


@pytest.mark.parametrize(
    ("status", "stamp"), [(None, "20270111T000000Z"), ("2027-03-01", "20270301T000000Z")]
)
def test_the_stamp_is_midnight_of_the_status_date_or_the_start(status: str | None, stamp: str) -> None:
    data = _bytes(small_plan(**{"status-date": status} if status else {}))
    stamps = [line for line in data.split(b"\r\n") if line.startswith((b"DTSTAMP", b"LAST-MODIFIED"))]
    assert set(stamps) == {f"DTSTAMP:{stamp}".encode(), f"LAST-MODIFIED:{stamp}".encode()}


def test_events_are_sorted_by_uid() -> None:
    uids = [line for line in _bytes().split(b"\r\n") if line.startswith(b"UID:")]
    assert uids == sorted(uids)
    assert len(uids) == 6


def test_a_plan_without_dates_gives_an_empty_calendar() -> None:
    data = _bytes(small_plan(tasks={"draft": {"duration": "5d"}}))
    assert lint(data) == {}
    assert b"VEVENT" not in data


@given(title=TEXTS, name=TEXTS)
def test_any_text_comes_back_as_it_was(title: str, name: str) -> None:
    plan = small_plan(title=name, models={}, chosen=None, tasks={"go": {"title": title}})
    data = _bytes(plan)
    assert lint(data) == {}
    file = vobject.readOne(data.decode())
    assert file.vevent.summary.value == clean(title).replace("\n", " ").strip() or "go"
    assert file.contents["x-wr-calname"][0].value == clean(name)


@given(why=TEXTS)
def test_any_reason_comes_back_in_the_description(why: str) -> None:
    plan = small_plan(tasks={"go": {"must-start-on": {"date": "2027-02-01", "why": f"x{why}"}}})
    event = vobject.readOne(_bytes(plan).decode()).vevent
    assert clean(f"(x{why})") in event.description.value


def test_a_folder_of_windows_keeps_its_capital_n() -> None:
    plan = small_plan(tasks={"go": {"title": r"Katso \\palvelin\Neuvosto\nimet"}})
    (event,) = _by_id(_bytes(plan)).values()
    assert event.summary.value == r"Katso \\palvelin\Neuvosto\nimet"


def test_same_plan_same_bytes_under_any_hash_seed_time_zone_and_locale() -> None:
    script = (
        "import hashlib, sys\n"
        "from tests.export.test_calendar import ALL, _bytes\n"
        "from tests.export.test_readers import everything\n"
        "data = _bytes() + _bytes(language='en', selection=ALL) + everything()[0]\n"
        "sys.stdout.write(hashlib.sha256(data).hexdigest())\n"
    )
    surroundings = [
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "7", "TZ": "Pacific/Apia", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
    ]
    hashes = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, **each},
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for each in surroundings
    }
    data = _bytes() + _bytes(language="en", selection=ALL) + everything()[0]
    assert hashes == {hashlib.sha256(data).hexdigest()}


def test_a_moved_milestone_keeps_its_uid() -> None:
    before = _by_id(_bytes())
    after = _by_id(_bytes(small_plan(start="2027-03-01")))
    assert {key: event.uid.value for key, event in before.items()} == {
        key: event.uid.value for key, event in after.items()
    }
    key = ("project-start", "Virstanpylväs")
    assert (before[key].dtstart.value, after[key].dtstart.value) == (date(2027, 1, 11), date(2027, 3, 1))
