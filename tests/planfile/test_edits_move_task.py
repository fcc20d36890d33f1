from __future__ import annotations

from textwrap import dedent

import pytest
from tests.planfile.small import edited, refusal

from transition_planner.planfile.edits import MoveTask

TASKS = dedent("""\
    tasks:
      start:
        tasks:
          # asks
          ask:
            note: |
              first
                deeper

              last
         # to the left
            title: "long
              text"   # folded
            after: [
             tell
            ]
              # its own

          tell: {duration: 1d}   # soon
      end:
          tasks:
                close: {}
""")


def test_an_entry_moves_with_its_comments_and_lines() -> None:
    assert edited(TASKS, MoveTask("ask", None, "start")) == dedent("""\
        tasks:
          start:
            tasks:
              tell: {duration: 1d}   # soon
          # asks
          ask:
            note: |
              first
                deeper

              last
         # to the left
            title: "long
              text"   # folded
            after: [
             tell
            ]
              # its own
          end:
              tasks:
                    close: {}
    """)


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (
            MoveTask("b", None, None),
            "tasks:\n  b:\n    duration: 1d\n  a: {}\n  p:\n    tasks:\n      c: {duration: 2d}\n      d: {}\n",
        ),
        (
            MoveTask("b", "p", "c"),
            (
                "tasks:\n  a: {}\n  p:\n    tasks:\n      c: {duration: 2d}\n      b:\n        duration: 1d\n"
                "      d: {}\n"
            ),
        ),
        (
            MoveTask("c", "a", None),
            (
                "tasks:\n  a:\n    tasks:\n      c: {duration: 2d}\n  b:\n    duration: 1d\n  p:\n    tasks:\n"
                "      d: {}\n"
            ),
        ),
        (
            MoveTask("p", "a", None),
            (
                "tasks:\n  a:\n    tasks:\n      p:\n        tasks:\n          c: {duration: 2d}\n          d: {}\n"
                "  b:\n    duration: 1d\n"
            ),
        ),
        (
            MoveTask("d", "p", None),
            "tasks:\n  a: {}\n  b:\n    duration: 1d\n  p:\n    tasks:\n      d: {}\n      c: {duration: 2d}\n",
        ),
    ],
)
def test_moves_in_out_up_and_down(edit: MoveTask, after: str) -> None:
    tasks = (
        "tasks:\n  a: {}\n  b:\n    duration: 1d\n  p:\n    tasks:\n      c: {duration: 2d}\n      d: {}\n"
    )
    assert edited(tasks, edit) == after


def test_a_phase_that_loses_its_last_task_is_a_task() -> None:
    assert edited(TASKS, MoveTask("close", None, "end")).endswith("  end: {}\n  close: {}\n")


def test_moving_to_where_it_stands_changes_nothing() -> None:
    assert edited(TASKS, MoveTask("tell", "start", "ask")) == TASKS
    assert edited(TASKS, MoveTask("ask", "start", None)) == TASKS
    assert edited(TASKS, MoveTask("tell", "start", "tell")) == TASKS


def test_into_braces_and_out_of_them() -> None:
    tasks = "tasks:\n  p: {tasks: {x: {duration: 1d}, y: {}}}\n  q:\n    duration: 2d\n    title: 'a, b'\n"
    assert edited(tasks, MoveTask("x", None, "p")) == (
        "tasks:\n  p: {tasks: {y: {}}}\n  x: {duration: 1d}\n  q:\n    duration: 2d\n    title: 'a, b'\n"
    )
    assert edited(tasks, MoveTask("q", "p", "x")) == (
        "tasks:\n  p: {tasks: {x: {duration: 1d}, q: {duration: 2d, title: 'a, b'}, y: {}}}\n"
    )
    commented = tasks.replace("2d\n", "2d  # about\n")
    assert refusal(commented, MoveTask("q", "p", "x")) == (
        "q has comments, and there is no room for them inside braces: move it in the file."
    )


def test_line_ends_and_a_missing_last_one_stay() -> None:
    tasks = "tasks:\n  p:\n    tasks:\n      x: {}\n      y: {}\n  q:\n    note: |\n      a\n\n      b\n    key: true"
    assert edited(tasks, MoveTask("q", "p", "x"), "\r\n") == (
        "tasks:\n  p:\n    tasks:\n      x: {}\n      q:\n        note: |\n          a\n\n          b\n"
        "        key: true\n      y: {}\n"
    ).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (MoveTask("start", "ask", None), "start cannot be moved into itself."),
        (MoveTask("ask", "tell", None), "ask cannot stand in tell, because ask follows tell."),
        (MoveTask("ask", "end", "tell"), "tell does not stand in end."),
        (MoveTask("ask", "edn", None), "There is no task edn in the plan. Did you mean end?"),
        (
            MoveTask("close", "tell", None),
            "duration: a phase cannot have duration: its dates come from its tasks. Move it to a task of the phase.",
        ),
    ],
)
def test_moves_that_cannot_be_are_refused_with_a_sentence(edit: MoveTask, sentence: str) -> None:
    assert refusal(TASKS, edit) == sentence


def test_anchors_and_aliases_stay_in_order() -> None:
    tasks = "tasks:\n  a: {duration: &long 3d}\n  b: {duration: *long}\n  c: {}\n"
    assert refusal(tasks, MoveTask("a", None, "b")) == (
        "The value with the anchor &long is shared by an alias *long: change it in the file."
    )
    assert refusal(tasks, MoveTask("b", None, None)) == (
        "b holds an alias, which must stay below its anchor: move it in the file."
    )


def test_a_task_that_waits_for_its_own_phase_can_be_moved_within_it_and_out_of_it() -> None:
    tasks = "tasks:\n  p:\n    tasks:\n      a: {after: [p]}\n      b: {}\n  q: {}\n"
    assert edited(tasks, MoveTask("a", "p", "b")) == (
        "tasks:\n  p:\n    tasks:\n      b: {}\n      a: {after: [p]}\n  q: {}\n"
    )
    assert edited(tasks, MoveTask("a", None, "q")) == (
        "tasks:\n  p:\n    tasks:\n      b: {}\n  q: {}\n  a: {after: [p]}\n"
    )
