from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tui.entries.plan import FULL, draft, text_after, typed

from transition_planner.locales import speaking
from transition_planner.planfile.loading import parse
from transition_planner.tui.form.mistyped import Mistyped
from transition_planner.tui.state.attempt import Refused
from transition_planner.tui.state.state import State

if TYPE_CHECKING:
    from transition_planner.tui.entries.draft import EntryDraft

PLACES = [
    ("", None),
    ("calendars", "board"),
    ("calendars", "office"),
    ("roles", "lead"),
    ("models", "merger"),
    ("waivers", 0),
    ("waivers", 1),
]


BOARD = """\
  board:  # the board
    within: office
    only:
      - {from: 2027-01-12, rrule: FREQ=MONTHLY;BYDAY=2TU}
      - {'on': 2027-03-05}
"""
SUMMER = """\
  summer-school:
    title: Summer school
    week: mon-fri 09:00-12:00
    closed:
      - {'on': 2027-06-24}
      - {every: 06-06}
roles:
"""


def _lines(form: EntryDraft) -> dict[str, str | None]:
    return {name: text for name, text in form.shown.items() if text}


def test_the_lines_say_what_the_plan_says() -> None:
    assert _lines(draft()) == {
        "title-fi": "Pieni",
        "title-en": "Small",
        "start": "2027-01-11",
        "calendar": "office",
        "rule-parameters": "meeting-notice 7",
        "employees": "joint 45",
        "limits/near-critical": "3d",
        "thresholds/offenders": "7%",
        "thresholds/least-index": "0.9",
    }
    assert _lines(draft("calendars", "office")) == {
        "id": "office",
        "week": "mon-fri 08:00-12:00 13:00-16:00",
        "holidays": "FI",
        "closed/0": "2027-07-01..2027-07-31 July",
        "closed/1": "12-24..01-01",
        "open/0": "2027-05-08 09:00-15:00 Saturday",
    }
    assert _lines(draft("models", "merger")) == {
        "id": "merger",
        "title-fi": "Yhdessä",
        "title-en": "Together",
        "goal": "opened",
        "overrides/hear/duration": "3d",
    }
    assert _lines(draft("waivers", 0)) == {
        "rule": "TP307",
        "of": "hear",
        "why": "Heard again",
        "until": "2028-12-31",
    }


@pytest.mark.parametrize(
    ("place", "lines", "old", "new"),
    [
        (("", None), {"start": "2027-02-01"}, "2027-01-11  #", "2027-02-01  #"),
        (("", None), {"title_en": "Tiny"}, "en: Small", "en: Tiny"),
        (("", None), {"status_date": "2027-02-01"}, "# Monday\n", "# Monday\nstatus-date: 2027-02-01\n"),
        (("", None), {"chosen": "merger"}, "models:\n", "chosen: merger\nmodels:\n"),
        (("", None), {"limits_near_critical": ""}, "limits: {near-critical: 3d}\n", ""),
        (("", None), {"thresholds_offenders": "8"}, "7%  # as", "8%  # as"),
        (("", None), {"thresholds_least_index": "0,95"}, "0.9\n", "0.95\n"),
        (("", None), {"limits_each_end": "yes"}, "near-critical: 3d", "near-critical: 3d, each-end: true"),
        (("", None), {"rule_parameters": "meeting-notice 9, summons no"}, "7}", "9, summons: false}"),
        (("", None), {"employees": "joint 60"}, "joint: 45", "joint: 60"),
        (
            ("calendars", "office"),
            {"week": "mon-thu 08:00-15:00"},
            "mon-fri 08:00-12:00 13:00-16:00",
            "mon-thu 08:00-15:00",
        ),
        (
            ("calendars", "office"),
            {"week": "mon-thu 08:00-15:00; fri 08:00-12:00"},
            "week: mon-fri 08:00-12:00 13:00-16:00",
            "week: [mon-thu 08:00-15:00, fri 08:00-12:00]",
        ),
        (("calendars", "office"), {"holidays": "FI, SE"}, "holidays: FI", "holidays: [FI, SE]"),
        (
            ("calendars", "office"),
            {"closed_0": "2027-07-05..2027-07-31 July"},
            "from: 2027-07-01",
            "from: 2027-07-05",
        ),
        (
            ("calendars", "office"),
            {"closed_2": "06-06 Flag Day"},
            "# Christmas\n",
            "# Christmas\n      - {every: 06-06, why: Flag Day}\n",
        ),
        (
            ("calendars", "office"),
            {"closed_1": ""},
            "      - {every: 12-24..01-01}  # Christmas\n",
            "",
        ),
        (
            ("calendars", "board"),
            {"only_1": "2027-03-05"},
            "  board: {within: office, only: {rrule: FREQ=MONTHLY;BYDAY=2TU, from: 2027-01-12}}  # the board\n",
            BOARD,
        ),
        (
            ("roles", "lead"),
            {"side": "north", "calendar": "board"},
            "side: joint}",
            "side: north, calendar: board}",
        ),
        (("models", "merger"), {"overrides_hear_duration": "2d"}, "duration: 3d", "duration: 2d"),
        (
            ("models", "merger"),
            {"overrides_+": "opened deadline 2027-03-01 soon"},
            "# shorter\n",
            "# shorter\n      opened: {deadline: {date: 2027-03-01, why: soon}}\n",
        ),
        (
            ("models", "merger"),
            {"overrides_hear_duration": ""},
            "    overrides:\n      hear: {duration: 3d}  # shorter\n",
            "",
        ),
        (
            ("roles", "board"),
            {"id": "council"},
            "board: {calendar: board}  # d",
            "council: {calendar: board}  # d",
        ),
        (("waivers", 0), {"why": "Heard twice"}, "en: Heard again", "en: Heard twice"),
        (("waivers", 1), {"of": "hear"}, "2027-06-30\n", "2027-06-30\n    of: hear\n"),
    ],
)
def test_a_line_changes_only_what_it_is_about(
    place: tuple[str, str | int | None], lines: dict[str, str], old: str, new: str
) -> None:
    assert FULL.count(old) == 1
    assert text_after(draft(*place), **lines) == FULL.replace(old, new)


def test_another_id_goes_wherever_the_entry_is_named() -> None:
    after = text_after(draft("roles", "lead"), id="head", side="north")
    assert after == FULL.replace("  lead: {", "  head: {").replace("owner: lead", "owner: head").replace(
        "side: joint", "side: north"
    )


def test_a_renamed_model_stays_on_show_and_is_one_step_to_undo() -> None:
    form = draft("models", "merger")
    form = replace(form, state=form.state.in_model("merger"))
    made = form.made(typed(form, id="one-school", title_en="One school"))
    assert isinstance(made, State)
    assert made.model == "one-school"
    back = made.undone()
    assert back.history.document.text == FULL
    assert back.model == "merger"
    assert back.redone().model == "one-school"


@pytest.mark.parametrize(
    ("kind", "lines", "old", "new"),
    [
        (
            "calendars",
            {
                "title_en": "Summer school",
                "week": "mon-fri 09:00-12:00",
                "closed_0": "2027-06-24",
                "closed_1": "06-06",
            },
            "roles:\n",
            SUMMER,
        ),
        ("roles", {"id": "head", "title_en": "Head"}, "# decides\n", "# decides\n  head: {title: Head}\n"),
        (
            "models",
            {"id": "none", "goal": "opened"},
            "  apart: {goal: opened}\n",
            "  apart: {goal: opened}\n  none: {goal: opened}\n",
        ),
        (
            "waivers",
            {"rule": "TP203", "why": "So", "until": "2027-12-31"},
            "until: 2027-06-30\n",
            "until: 2027-06-30\n  - {rule: TP203, why: So, until: 2027-12-31}\n",
        ),
    ],
)
def test_something_new_is_put_behind_the_others(kind: str, lines: dict[str, str], old: str, new: str) -> None:
    assert text_after(draft(kind), **lines) == FULL.replace(old, new)


@pytest.mark.parametrize(
    ("place", "lines", "field", "sentence"),
    [
        (("roles", "lead"), {"id": "board"}, "id", "the id board is taken"),
        (("roles", "lead"), {"id": ""}, "id", "'' is not an id"),
        (("calendars", "office"), {"id": "always"}, "id", "the id always is taken"),
        (("", None), {"start": "soon"}, "start", "'soon' is not a date"),
        (("", None), {"start": ""}, "start", "start is missing"),
        (("", None), {"calendar": "offic"}, "calendar", "there is no calendar offic. Did you mean office?"),
        (("", None), {"timezone": "Helsinki"}, "timezone", "is not a time zone"),
        (("", None), {"title_en": "Tiny", "thresholds_slip": "x"}, "thresholds/slip", "'x' is not a number"),
        (("", None), {"thresholds_slip": "0"}, "thresholds/slip", "slip"),
        (("", None), {"limits_each_end": "perhaps"}, "limits/each-end", "neither yes nor no"),
        (("", None), {"rule_parameters": "meeting-notice"}, "rule-parameters", "write a rule and its days"),
        (("", None), {"employees": "joint no"}, "employees", "write a side and how many it employs"),
        (("", None), {"employees": "joint 3.5"}, "employees", "write a side and how many it employs"),
        (("calendars", "office"), {"week": "always"}, "week", "is not a working week"),
        (("calendars", "office"), {"closed_0": "soon"}, "closed/0", "are no days"),
        (
            ("calendars", "office"),
            {"closed_2": "2027-02-30"},
            "closed/2",
            "there is no 2027-02-30 in the calendar",
        ),
        (("calendars", "board"), {"within": "board"}, "within", "within"),
        (("roles", "lead"), {"calendar": "none"}, "calendar", "there is no calendar none"),
        (("models", "merger"), {"goal": "none"}, "goal", "there is no task none"),
        (
            ("models", "merger"),
            {"overrides_hear_duration": "x"},
            "overrides/hear/duration",
            "'x' is not a duration",
        ),
        (("models", "merger"), {"overrides_+": "hear"}, "overrides/+", "write a task, one of its fields"),
        (("models", "merger"), {"overrides_+": "her duration 2d"}, "overrides/+", "Did you mean hear?"),
        (("models", "merger"), {"overrides_+": "hear duraton 2d"}, "overrides/+", "Did you mean duration?"),
        (("waivers", 0), {"rule": "201"}, "rule", "rule"),
        (("waivers", 0), {"until": "later"}, "until", "'later' is not a day"),
        (("roles", None), {"id": "lead"}, "id", "the id lead is taken"),
        (("roles", None), {}, "id", "it needs a title or an id"),
    ],
)
def test_what_the_plan_cannot_take_is_told_at_its_line(
    place: tuple[str, str | int | None], lines: dict[str, str], field: str, sentence: str
) -> None:
    form = draft(*place)
    with pytest.raises(Mistyped) as mistake:
        form.made(typed(form, **lines))
    assert mistake.value.field == field
    assert sentence in mistake.value.message


def test_nothing_typed_is_no_edit() -> None:
    for place in PLACES:
        form = draft(*place)
        assert form.made(typed(form)) is None


def test_what_it_does_to_the_finish_is_told() -> None:
    form = draft("calendars", "office")
    made = form.made(typed(form, closed_2="2027-01-13..2027-01-14 painting"))
    assert isinstance(made, State)
    assert form.preview(made) == "finish 13 Jan → 15 Jan 2027, +1 d"


def test_several_lines_are_one_step() -> None:
    form = draft("", None)
    made = form.made(typed(form, start="2027-02-01", chosen="merger", title_fi="Uusi"))
    assert isinstance(made, State)
    assert made.undone().history.document.text == FULL


def test_flags_and_headings_are_spoken_in_finnish() -> None:
    with speaking("fi"):
        assert draft("calendars", "office").heading == "kalenteri office"
        assert draft("models", "merger").heading == "malli merger: Yhdessä"
        form = draft("waivers", 0)
        assert form.shown["why"] == "Kuullaan"
        assert "fi: Kuultiin" in text_after(form, why="Kuultiin")


TEXTS = st.sampled_from(
    [
        "",
        "x",
        "no",
        "yes",
        "7",
        "0.5",
        "5d",
        "hear",
        "opened",
        "office",
        "board",
        "merger",
        "2027-02-01",
        "2027-02-01..2027-02-05 # no comment: so",
        "12-24..01-01 joulu",
        "FREQ=MONTHLY;BYDAY=1MO",
        "mon-fri 08:00-16:00",
        "FI, SE",
        "hear duration 2d",
        "TP202",
        "a 1, b no",
    ]
)


@settings(max_examples=150)
@given(data=st.data())
def test_any_lines_are_refused_or_one_step_that_undo_takes_back_to_the_byte(data: st.DataObject) -> None:
    form = draft(*data.draw(st.sampled_from(PLACES)))
    names = st.sampled_from(sorted(set(form.shown) - form.hidden))
    lines = {name: text or "" for name, text in form.shown.items()} | data.draw(
        st.dictionaries(names, TEXTS, min_size=1, max_size=3)
    )
    try:
        made = form.made(lines)
    except Mistyped:
        return
    if made is None or isinstance(made, Refused):
        return
    text = made.history.document.text
    assert parse(text).plan == made.history.document.plan
    undone = made.undone()
    assert undone.history.document.text == FULL
    assert not undone.history.can_undo
