from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.entries.plan import FULL

from transition_planner.planfile.edits import EditRefused, RenameEntry, RenameTask, apply
from transition_planner.planfile.loading import parse

TEXT = dedent("""\
    format: 1
    id: 6f1c0e1a-0000-4000-8000-000000000000
    title: A plan
    start: 2027-01-11
    calendar: office  # of all
    chosen: "merger"
    waivers:
      - {rule: TP201, of: office, why: so, until: 2027-12-31}
      - {rule: TP202, of: lead, why: so, until: 2027-12-31}
      - {rule: TP202, of: hear, why: so, until: 2027-12-31}
    tasks:
      hear: {owner: lead, calendar: office, duration: 1d}   # lead
      phase:
        owner: lead
        tasks:
          one: {involves: [board, lead, 'lead']}
          two:
            in:
              - merger  # both
              - apart
            calendar: 'office'
        in: [merger, apart]
    models:
      merger:  # merger
        overrides:
          hear: {owner: board, calendar: office}
          one: {involves: [lead]}
      apart: {}
    calendars:
      board: {within: office, only: {rrule: FREQ=MONTHLY;BYDAY=2TU}}
      office:
        week: mon-fri 08:00-16:00  # the office
    roles:
      lead: {title: lead, side: office}
      board: {calendar: office}
""")


def renamed(text: str, edit: RenameEntry | RenameTask) -> str:
    """The text after an edit; what the edit made must be what the text says when it is read again."""
    after = apply(parse(text), edit).document
    reread = parse(after.text)
    assert (reread.plan, reread.starts) == (after.plan, after.starts)
    return after.text


def changed_lines(text: str, edit: RenameEntry | RenameTask) -> list[str]:
    """The lines that an edit changes, as they are then."""
    before, after = text.splitlines(), renamed(text, edit).splitlines()
    assert len(before) == len(after)
    return [now.strip() for was, now in zip(before, after, strict=True) if was != now]


def test_a_calendar_is_renamed_wherever_it_is_named() -> None:
    assert changed_lines(TEXT, RenameEntry("calendars", "office", "yes")) == [
        "calendar: 'yes'  # of all",
        "- {rule: TP201, of: 'yes', why: so, until: 2027-12-31}",
        "hear: {owner: lead, calendar: 'yes', duration: 1d}   # lead",
        "calendar: 'yes'",
        "hear: {owner: board, calendar: 'yes'}",
        "board: {within: 'yes', only: {rrule: FREQ=MONTHLY;BYDAY=2TU}}",
        "'yes':",
        "board: {calendar: 'yes'}",
    ]


def test_a_role_is_renamed_wherever_it_is_named() -> None:
    assert changed_lines(TEXT, RenameEntry("roles", "lead", "head")) == [
        "- {rule: TP202, of: head, why: so, until: 2027-12-31}",
        "hear: {owner: head, calendar: office, duration: 1d}   # lead",
        "owner: head",
        "one: {involves: [board, head, 'head']}",
        "one: {involves: [head]}",
        "head: {title: lead, side: office}",
    ]


def test_a_model_is_renamed_wherever_it_is_named() -> None:
    assert changed_lines(TEXT, RenameEntry("models", "merger", "one-school")) == [
        'chosen: "one-school"',
        "- one-school  # both",
        "in: [one-school, apart]",
        "one-school:  # merger",
    ]


def test_the_calendar_of_the_same_id_is_another_thing() -> None:
    assert changed_lines(TEXT, RenameEntry("roles", "board", "council")) == [
        "one: {involves: [council, lead, 'lead']}",
        "hear: {owner: council, calendar: office}",
        "council: {calendar: office}",
    ]


def test_a_waiver_of_an_id_that_two_things_have_stays() -> None:
    text = TEXT.replace("of: hear", "of: board")
    assert "of: board" in renamed(text, RenameEntry("roles", "board", "council"))


def test_the_waiver_of_a_task_follows_it() -> None:
    assert "of: ask, why" in renamed(TEXT, RenameTask("hear", "ask"))


def test_the_same_id_changes_nothing() -> None:
    assert renamed(TEXT, RenameEntry("roles", "lead", "lead")) == TEXT


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (
            RenameEntry("roles", "leed", "x"),
            "There is no leed among the roles of the plan. Did you mean lead?",
        ),
        (RenameEntry("roles", "lead", "board"), "the id board is taken"),
        (RenameEntry("calendars", "office", "always"), "the id always is taken"),
        (
            RenameEntry("roles", "lead", "two words"),
            (
                "'two words' is not an id: begin with a letter or digit, go on with letters, digits, - _ or . "
                "without spaces, and stay within 80 characters."
            ),
        ),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(edit: RenameEntry, sentence: str) -> None:
    with pytest.raises(EditRefused) as refused:
        apply(parse(TEXT), edit)
    assert refused.value.message == sentence


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("calendar: office  # of all", "calendar: &c office"),
        ("hear: {owner: lead, calendar: office", "hear: {owner: lead, calendar: &c office"),
    ],
)
def test_what_stands_behind_an_alias_is_left_to_the_text_editor(old: str, new: str) -> None:
    text = TEXT.replace(old, new).replace("calendar: 'office'", "calendar: *c")
    with pytest.raises(EditRefused, match=r"holds an alias: change it in the file\.|is shared by an alias"):
        apply(parse(text), RenameEntry("calendars", "office", "desk"))


def test_a_model_that_the_register_names_is_left_to_the_text_editor() -> None:
    text = TEXT.replace("chosen:", "register: register.yaml\nchosen:")
    register = "threats: {U1: {title: So, applies: [merger]}}\n"
    with pytest.raises(EditRefused) as refused:
        apply(parse(text, register_text=register), RenameEntry("models", "merger", "one"))
    assert refused.value.message == (
        "register.yaml names the model merger: change both files in a text editor."
    )
    assert (
        "apart-2"
        in apply(parse(text, register_text=register), RenameEntry("models", "apart", "apart-2")).document.text
    )


@given(st.sampled_from([FULL, TEXT]), st.sampled_from(["calendars", "roles", "models"]), st.data())
def test_renaming_back_gives_the_first_bytes(text: str, kind: str, data: st.DataObject) -> None:
    document = parse(text)
    old = data.draw(st.sampled_from([*getattr(document.plan, kind)]))
    edit = RenameEntry(kind, old, "new-id")  # type: ignore[arg-type]  # a kind, drawn as a string
    there = apply(document, edit).document
    assert parse(there.text).plan == there.plan
    back = apply(there, RenameEntry(kind, "new-id", old)).document  # type: ignore[arg-type]  # as above
    assert back.text == text
    assert back.plan == document.plan
