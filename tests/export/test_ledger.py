from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.icslint import lint
from tests.export.small import PLAN, small_plan

from transition_planner.export.ics.calendar import calendar
from transition_planner.export.ics.kind import Kind
from transition_planner.export.ics.selection import Selection
from transition_planner.export.ledger.advancing import KEPT, advance
from transition_planner.export.ledger.committed import NotCommitted, committed
from transition_planner.export.ledger.ledger import Ledger, LedgerFileError, read_ledger
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.plan.plan import Plan

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
# (2027-03-01T12:00Z - 2020-01-01T00:00Z) in minutes: 2616.5 days.
MINUTE = 3767760


def _plan(**tasks: dict[str, Any]) -> Plan:
    return small_plan(tasks=tasks)


def _advance(plan: Plan, ledger: Ledger, revised: datetime) -> Ledger:
    return advance(schedule(plan), ledger, revised)


def _events(plan: Plan, ledger: Ledger, kinds: frozenset[Kind] = frozenset(Kind)) -> dict[str, Any]:
    data = calendar(schedule(plan), Selection(kinds), "en", ledger)
    assert lint(data) == {}
    file = vobject.readOne(data.decode())
    return {each.uid.value: each for each in file.contents.get("vevent", [])}


def test_the_first_time_each_entry_has_the_minute_of_the_revision() -> None:
    entry = _advance(_plan(go={}), Ledger(), NOON).entries["event:go"]
    assert (entry.uid, entry.sequence, entry.changed) == (uuid5(PLAN, "event:go"), MINUTE, NOON)


def test_what_is_as_it_was_keeps_its_entry_and_what_moved_gets_a_higher_one() -> None:
    last = {"must-start-on": "2027-06-01"}
    before = _advance(_plan(go={}, stay=last), Ledger(), NOON)
    later = _plan(go={"must-start-on": "2027-02-01"}, stay=last)
    after = _advance(later, before, NOON + DAY)
    assert after.entries["event:stay"] == before.entries["event:stay"]
    moved = after.entries["event:go"]
    assert (moved.sequence, moved.changed) == (MINUTE + 1440, NOON + DAY)
    event = _events(later, after)[str(moved.uid)]
    assert event.sequence.value == str(MINUTE + 1440)
    assert event.last_modified.value == event.dtstamp.value == NOON + DAY


def test_a_change_at_an_older_time_is_still_a_later_one() -> None:
    before = _advance(_plan(go={}), Ledger(), NOON)
    entry = _advance(_plan(go={"title": "Go now"}), before, NOON - 9 * DAY).entries["event:go"]
    assert (entry.sequence, entry.changed) == (MINUTE + 1, NOON + timedelta(seconds=1))


def test_a_text_in_any_language_is_a_visible_change() -> None:
    before = _advance(_plan(go={"title": {"fi": "Mene", "en": "Go"}}), Ledger(), NOON)
    after = _advance(_plan(go={"title": {"fi": "Lähde", "en": "Go"}}), before, NOON + DAY)
    assert after.entries["event:go"].sequence > before.entries["event:go"].sequence


def test_what_left_the_plan_is_cancelled_for_sixty_days() -> None:
    before = _advance(_plan(go={}, stay={}), Ledger(), NOON)
    rest = _plan(stay={})
    after = _advance(rest, before, NOON + DAY)
    gone = after.entries["event:go"]
    assert (gone.cancelled, gone.sequence) == (True, MINUTE + 1440)
    event = _events(rest, after)[str(gone.uid)]
    assert (event.status.value, event.summary.value) == ("CANCELLED", "go")
    assert event.dtstart.value == date(2027, 1, 11)
    assert "event:go" in _advance(rest, after, NOON + DAY + KEPT).entries
    assert "event:go" not in _advance(rest, after, NOON + DAY + KEPT + timedelta(seconds=1)).entries
    assert _events(rest, after, frozenset({Kind.DEADLINES})) == {}


def test_what_comes_back_is_the_same_event_again() -> None:
    before = _advance(_plan(go={}, stay={}), Ledger(), NOON)
    back = _advance(_plan(go={}, stay={}), _advance(_plan(stay={}), before, NOON + DAY), NOON + 2 * DAY)
    entry = back.entries["event:go"]
    assert (entry.uid, entry.cancelled) == (before.entries["event:go"].uid, False)
    assert entry.sequence == MINUTE + 2 * 1440


def test_a_renamed_task_keeps_its_events() -> None:
    fields = {"title": "Choose", "deadline": "2027-02-01"}
    before = _advance(_plan(go=fields, stay={}), Ledger(), NOON)
    after = _advance(_plan(choose=fields, stay={}), before, NOON + DAY)
    assert after.entries.keys() == {"event:choose", "deadline:choose", "event:stay"}
    assert after.entries["event:choose"].uid == uuid5(PLAN, "event:go")
    assert after.entries["deadline:choose"].uid == uuid5(PLAN, "deadline:go")
    assert set(_events(_plan(choose=fields, stay={}), after)) == {str(e.uid) for e in after.entries.values()}


def test_what_is_renamed_and_then_removed_is_cancelled_as_what_calendars_know() -> None:
    before = _advance(_plan(go={"title": "Choose"}, stay={}), Ledger(), NOON)
    rest = _plan(stay={})
    unseen = _advance(rest, before, NOON + DAY)  # renamed and removed between two exports
    seen = _advance(
        rest, _advance(_plan(choose={"title": "Choose"}, stay={}), before, NOON + DAY), NOON + 2 * DAY
    )
    for after in (unseen, seen):
        (gone,) = (entry for entry in after.entries.values() if entry.cancelled)
        assert gone.uid == uuid5(PLAN, "event:go")
        assert _events(rest, after)[str(gone.uid)].status.value == "CANCELLED"


def test_a_task_that_takes_an_old_id_gets_events_of_its_own() -> None:
    before = _advance(_plan(go={"title": "Choose"}), Ledger(), NOON)
    renamed = _advance(_plan(choose={"title": "Choose"}), before, NOON + DAY)
    after = _advance(_plan(choose={"title": "Choose"}, go={"title": "Go"}), renamed, NOON + 2 * DAY)
    assert after.entries["event:choose"].uid == uuid5(PLAN, "event:go")
    assert after.entries["event:go"].uid == uuid5(PLAN, "event:go#2")


def test_two_of_one_title_are_not_taken_for_each_other() -> None:
    before = _advance(_plan(a={"title": "Meet"}, b={"title": "Meet"}), Ledger(), NOON)
    after = _advance(_plan(c={"title": "Meet"}, d={"title": "Meet"}), before, NOON + DAY)
    assert [after.entries[f"event:{id_}"].cancelled for id_ in "abcd"] == [True, True, False, False]


def test_a_lost_ledger_goes_on_above_its_old_numbers() -> None:
    before = _advance(_plan(go={}), Ledger(), NOON)
    after = _advance(_plan(go={}), Ledger(), NOON + DAY)
    assert after.entries["event:go"].uid == before.entries["event:go"].uid
    assert after.entries["event:go"].sequence > before.entries["event:go"].sequence


def test_a_ledger_survives_its_file(tmp_path: Path) -> None:
    before = _advance(small_plan(), Ledger(), NOON)
    ledger = _advance(_plan(go={"title": "Mene”\\N\n,"}), before, NOON + DAY)
    file = tmp_path / "calendar.ledger.json"
    file.write_bytes(ledger.encoded())
    assert read_ledger(file, PLAN) == ledger
    assert read_ledger(file, PLAN).encoded() == ledger.encoded()
    assert read_ledger(tmp_path / "none.json", PLAN) == Ledger()
    lines = ledger.encoded().decode().splitlines()
    assert len(lines) == len(ledger.entries) + 2


@pytest.mark.parametrize(
    "text", ["", "[]", "<<<<<<< ours", '{"format": 2, "entries": {}}', '{"format": 1}', "\xff"]
)
def test_what_is_no_ledger_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "calendar.ledger.json"
    file.write_text(text, encoding="latin-1")
    with pytest.raises(LedgerFileError, match="cannot be read as a ledger"):
        read_ledger(file, PLAN)


def test_the_ledger_of_another_plan_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "calendar.ledger.json"
    file.write_bytes(_advance(small_plan(), Ledger(), NOON).encoded())
    with pytest.raises(LedgerFileError, match=f"is the ledger of another plan, {PLAN}"):
        read_ledger(file, UUID(int=1))


TASKS = st.dictionaries(
    st.sampled_from("abcde"),
    st.fixed_dictionaries(
        {"title": st.sampled_from(["One", "Two", "Three", "Four", "Five"])},
        optional={
            "duration": st.sampled_from(["1d", "3d"]),
            "decision": st.booleans(),
            "deadline": st.sampled_from(["2027-01-20", "2027-02-20"]),
            "must-start-on": st.sampled_from(["2027-01-18", "2027-02-15"]),
        },
    ),
    min_size=1,
)


@settings(max_examples=60)
@given(history=st.lists(st.tuples(TASKS, st.integers(1, 100_000), st.booleans()), min_size=2, max_size=8))
def test_in_any_history_uids_stay_and_sequences_never_fall(
    history: list[tuple[dict[str, dict[str, Any]], int, bool]],
) -> None:
    ledger, now = Ledger(), NOON
    sent: dict[UUID, tuple[int, datetime, str, bool]] = {}
    for tasks, minutes, lost in history:
        now += timedelta(minutes=minutes)
        before = ledger
        ledger = _advance(_plan(**tasks), Ledger() if lost else ledger, now)
        assert _advance(_plan(**tasks), ledger, now) == ledger
        uids = [entry.uid for entry in ledger.entries.values()]
        assert len(set(uids)) == len(uids)
        for item, entry in ledger.entries.items():
            if not lost and item in before.entries:
                assert entry.uid == before.entries[item].uid
            form = (entry.sequence, entry.changed, entry.content.digest, entry.cancelled)
            if entry.uid in sent:
                was = sent[entry.uid]
                assert form[:2] >= was[:2]
                if form[2:] != was[2:]:  # programs see what is another by both
                    assert form[0] > was[0]
                    assert form[1] > was[1]
            sent[entry.uid] = form


def _git(folder: Path, *arguments: str, at: str = "2027-03-01T12:00:00Z") -> None:
    names = {
        f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    subprocess.run(
        ("git", "-C", str(folder), *arguments),  # noqa: S607  # git stands where the system has it
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "GIT_COMMITTER_DATE": at, **names},
        check=True,
        capture_output=True,
    )


def test_the_time_of_a_revision_is_that_of_its_commit(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("a", encoding="utf-8")
    with pytest.raises(NotCommitted, match="not in version control"):
        committed(plan)
    _git(tmp_path, "init")
    with pytest.raises(NotCommitted, match="not in version control"):
        committed(plan)
    _git(tmp_path, "add", "plan.yaml")
    _git(tmp_path, "commit", "-m", "one")
    assert committed(plan) == NOON
    (tmp_path / "other").write_text("b", encoding="utf-8")
    _git(tmp_path, "add", "other")
    _git(tmp_path, "commit", "-m", "two", at="2027-04-01T12:00:00Z")
    assert committed(plan) == NOON
    plan.write_text("b", encoding="utf-8")
    with pytest.raises(NotCommitted, match="changes that are not committed"):
        committed(plan)


def test_a_file_of_dates_is_a_part_of_the_revision(tmp_path: Path) -> None:
    plan, dates = tmp_path / "plan.yaml", tmp_path / "board.ics"
    for file in (plan, dates):
        file.write_text("a", encoding="utf-8")
    _git(tmp_path, "init")
    _git(tmp_path, "add", "plan.yaml")
    _git(tmp_path, "commit", "-m", "one")
    assert committed(plan) == NOON
    with pytest.raises(NotCommitted, match="changes that are not committed"):
        committed(plan, ["board.ics"])
    _git(tmp_path, "add", "board.ics")
    _git(tmp_path, "commit", "-m", "two", at="2027-03-02T12:00:00Z")
    assert committed(plan) == NOON
    assert committed(plan, ["board.ics"]) == NOON + DAY
