from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from tests.planfile.small import edited, refusal

from transition_planner.planfile.edits import SetField

if TYPE_CHECKING:
    from transition_planner.planfile.edits.layout import Value

TASKS = """\
tasks:
  ask:   # the pupils
    title: Ask
    duration:  3d      # about
    'owner' : "lead"   # joint
    note: |  # long
      first

      # no comment
    # why not
    deadline: 2027-06-18
"""


@pytest.mark.parametrize(
    ("field", "value", "old", "new"),
    [
        ("duration", "4d", "duration:  3d      # about", "duration:  4d      # about"),
        ("title", "Ask: all", "title: Ask", "title: 'Ask: all'"),
        ("title", "no", "title: Ask", "title: 'no'"),
        ("owner", "board", '"lead"   # joint', '"board"   # joint'),
        ("deadline", "2027-07-01T12:00", "deadline: 2027-06-18", "deadline: 2027-07-01T12:00"),
        (
            "deadline",
            {"date": "2027-06-18", "why": "law, s. 4"},
            "deadline: 2027-06-18",
            "deadline: {date: 2027-06-18, why: 'law, s. 4'}",
        ),
        ("note", "short", "|  # long\n      first\n\n      # no comment\n", "short  # long\n"),
        ("note", "a\nb\n", "      first\n\n      # no comment\n", "      a\n      b\n"),
        ("title", "two\nlines", "title: Ask\n", "title: |-\n      two\n      lines\n"),
        ("duration", None, "    duration:  3d      # about\n", ""),
        ("note", None, "    note: |  # long\n      first\n\n      # no comment\n", ""),
        ("kind", "staff", "    title: Ask\n", "    title: Ask\n    kind: staff\n"),
        ("range", "2d..9d", "# about\n", "# about\n    range: 2d..9d\n"),
        ("done", 40, "2027-06-18\n", "2027-06-18\n    done: 40\n"),
        ("tags", ["a", "b"], "2027-06-18\n", "2027-06-18\n    tags: [a, b]\n"),
    ],
)
def test_a_field_is_set_in_its_own_line(field: str, value: Value, old: str, new: str) -> None:
    assert TASKS.count(old) == 1
    assert edited(TASKS, SetField("ask", field, value)) == TASKS.replace(old, new)


def test_a_new_first_field_goes_before_the_others() -> None:
    tasks = "tasks:\n  ask:\n\n    # how long\n    duration: 3d\n"
    assert edited(tasks, SetField("ask", "title", "Ask")) == (
        "tasks:\n  ask:\n\n    # how long\n    title: Ask\n    duration: 3d\n"
    )


def test_a_new_field_of_a_phase_goes_before_its_tasks() -> None:
    tasks = "tasks:\n   start:\n        tasks:   # three\n         ask: {duration: 1d}\n"
    assert edited(tasks, SetField("start", "title", "Start")) == (
        "tasks:\n   start:\n        title: Start\n        tasks:   # three\n         ask: {duration: 1d}\n"
    )


@pytest.mark.parametrize(
    ("field", "value", "after"),
    [
        ("duration", "4d", "{ duration: 4d , title: 'a, b', key: true }  # c"),
        ("title", "x, y", "{ duration: 3d , title: 'x, y', key: true }  # c"),
        ("kind", "staff", "{ duration: 3d , title: 'a, b', kind: staff, key: true }  # c"),
        ("owner", "lead", "{ duration: 3d , title: 'a, b', key: true, owner: lead }  # c"),
        ("title", None, "{ duration: 3d , key: true }  # c"),
        ("duration", None, "{ title: 'a, b', key: true }  # c"),
        ("key", None, "{ duration: 3d , title: 'a, b' }  # c"),
        ("note", "two\nlines", "{ duration: 3d , title: 'a, b', key: true, note: \"two\\nlines\" }  # c"),
    ],
)
def test_a_task_in_braces_stays_in_braces(field: str, value: Value, after: str) -> None:
    tasks = "tasks:\n  ask: { duration: 3d , title: 'a, b', key: true }  # c\n"
    assert edited(tasks, SetField("ask", field, value)) == f"tasks:\n  ask: {after}\n"


def test_a_task_without_fields_gets_its_first_and_loses_its_last() -> None:
    empty, one = "tasks:\n  ask: {}  # later\n", "tasks:\n  ask:  # later\n    duration: 3d\n"
    assert edited(empty, SetField("ask", "duration", "3d")) == one
    assert edited(one, SetField("ask", "duration", None)) == empty


def test_only_the_language_that_differs_is_rewritten() -> None:
    tasks = dedent("""\
        tasks:
          ask:
            title:   # both
              fi: "Kysy"    # Finnish
              en: Ask       # English
    """)
    assert edited(tasks, SetField("ask", "title", {"fi": "Kysy", "en": "Ask all"})) == (
        tasks.replace("Ask ", "Ask all ")
    )
    assert edited(tasks, SetField("ask", "title", {"fi": "Kuule", "sv": "Hör"})) == dedent("""\
        tasks:
          ask:
            title:   # both
              fi: "Kuule"    # Finnish
              sv: Hör
    """)


def test_a_map_below_its_key_becomes_a_value_beside_it() -> None:
    tasks = "tasks:\n  ask:\n    title:  # both\n      fi: Kysy\n      en: Ask\n    duration: 3d\n"
    assert edited(tasks, SetField("ask", "title", "Ask")) == (
        "tasks:\n  ask:\n    title: Ask  # both\n    duration: 3d\n"
    )


def test_line_ends_and_a_missing_last_one_stay() -> None:
    tasks = "tasks:\n  ask:\n    duration: 3d  # 💡"
    assert edited(tasks, SetField("ask", "duration", "4d"), "\r\n") == (
        "tasks:\r\n  ask:\r\n    duration: 4d  # 💡"
    )
    assert edited(tasks, SetField("ask", "note", "a\nb"), "\r\n") == (
        "tasks:\r\n  ask:\r\n    duration: 3d  # 💡\r\n    note: |-\r\n      a\r\n      b"
    )
    assert edited(tasks, SetField("ask", "note", "a\n")) == (
        'tasks:\n  ask:\n    duration: 3d  # 💡\n    note: "a\\n"'
    )


def test_setting_what_is_there_changes_nothing() -> None:
    assert edited(TASKS, SetField("ask", "duration", "3d")) == TASKS
    assert edited(TASKS, SetField("ask", "kind", None)) == TASKS


def test_a_value_that_aliases_share_is_not_changed() -> None:
    tasks = "tasks:\n  ask: {duration: &long 3d}\n  tell: {duration: *long}\n"
    assert refusal(tasks, SetField("ask", "duration", "4d")) == (
        "The value with the anchor &long is shared by an alias *long: change it in the file."
    )
    assert edited(tasks, SetField("tell", "duration", "4d")) == tasks.replace("*long", "4d")


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (SetField("aks", "title", "x"), "There is no task aks in the plan. Did you mean ask?"),
        (SetField("ask", "titel", "x"), "A task has no field titel. Did you mean title?"),
        (SetField("ask", "tasks", {}), "The tasks of a phase are added, moved and removed one by one."),
        (
            SetField("ask", "duration", "long"),
            "duration: 'long' is not a duration: write an amount and a unit, for example 8d, 2w, 4h or 1emo.",
        ),
        (SetField("ask", "owner", "led"), "owner: there is no role led. Did you mean lead?"),
        (
            SetField("ask", "range", "9d..5d"),
            "range: the range 9d..5d begins above its end. Write 5d..9d.",
        ),
    ],
)
def test_what_the_plan_does_not_allow_is_refused_with_a_sentence(edit: SetField, sentence: str) -> None:
    assert refusal(TASKS, edit) == sentence


def test_a_character_no_file_can_hold_is_refused() -> None:
    assert refusal(TASKS, SetField("ask", "note", "\ud800")) == "A file cannot hold the character '\\ud800'."
