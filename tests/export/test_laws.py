from __future__ import annotations

from datetime import UTC, datetime

import vobject
from tests.checks.small import small_document
from tests.export.icslint import lint

from transition_planner.export.ics.calendar import calendar
from transition_planner.export.ics.kind import Kind
from transition_planner.export.ics.laws import law_line, laws_of
from transition_planner.export.ics.selection import Selection
from transition_planner.export.ledger.advancing import advance
from transition_planner.export.ledger.ledger import Ledger
from transition_planner.locales import speaking
from transition_planner.schedule.scheduling import schedule

# From Monday 11 January and 21 days on it is Monday 1 February, but the meeting starts on Tuesday: 22 days of 14.
TEXT = """
    rules: [fi/association]
    rule-parameters: {assoc-meeting-notice: 14}
    tasks:
      notice: {duration: 1d, tags: [meeting-notice]}
      meeting:
        deadline: 2027-03-01
        tasks:
          meet: {duration: 1d, after: [notice FS+21ed], tags: [association-meeting, asset-transfer-meeting]}
          talk: {duration: 1d}
      take-over: {after: [meet], tags: [transfer-date]}
    """
NOON = datetime(2027, 1, 11, 12, tzinfo=UTC)


def _lines(text: str = TEXT) -> dict[str, str]:
    document = small_document(text)
    made = schedule(document.plan)
    laws = laws_of(document, made)
    with speaking("en"):
        return {id_: law_line(laws, row) for id_, row in made.outline.row.items()}


def test_both_ends_of_a_rule_and_the_phases_around_them_name_the_law_but_no_good_practice() -> None:
    law = "Law: Yhdistyslaki 503/1989, 8 § 8 kohta ja 24 § 1 mom. ({})"
    kept = law.format("8 days to spare")
    assert _lines() == {"notice": kept, "meeting": kept, "meet": kept, "talk": "", "take-over": ""}
    missing = law.format("4 days are missing")
    assert _lines(TEXT.replace("21ed", "9ed"))["meet"] == missing


def test_a_time_that_the_organisation_has_not_told_is_not_called_law() -> None:
    assert set(_lines(TEXT.replace("rule-parameters: {assoc-meeting-notice: 14}", "")).values()) == {""}


def test_the_line_stands_in_the_description_and_a_change_of_it_is_a_change_of_the_entry() -> None:
    document = small_document(TEXT)
    made = schedule(document.plan)
    laws = laws_of(document, made)
    without = advance(made, Ledger(), NOON)
    ledger = advance(made, without, NOON, laws)
    changed = {item for item, entry in ledger.entries.items() if entry != without.entries[item]}
    assert changed == {"event:notice", "event:meet", "deadline:meeting"}
    assert advance(made, ledger, NOON, laws) == ledger
    data = calendar(made, Selection(frozenset(Kind)), "en", ledger, laws)
    assert lint(data) == {}
    told = {each.uid.value: each.description.value for each in vobject.readOne(data.decode()).vevent_list}
    assert told[str(ledger.entries["event:meet"].uid)].splitlines()[-2:] == [
        "Law: Yhdistyslaki 503/1989, 8 § 8 kohta ja 24 § 1 mom. (8 days to spare)",
        "Id: meet",
    ]
