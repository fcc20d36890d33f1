from __future__ import annotations

from textwrap import dedent

import pytest
from tests.planfile.small import HEAD, edited, refusal

from transition_planner.planfile.edits import RemoveTask, apply
from transition_planner.planfile.loading import parse

TASKS = dedent("""\
    tasks:
      # --- the beginning ---

      # asks the pupils
      ask:
        duration: 3d   # about
        note: |
          # long
          text
          # deeper

      # tells them
      tell: {duration: 1d, after: [ask, think]}

      think:
        after:
          - ask FS+2d  # wait
      phase:
        title: Last
        tasks:   # one
          only: {after: [think]}
      braces: {tasks: {x: {}, y: {after: [x]}, z: {}}}
""")


@pytest.mark.parametrize(
    ("task", "changes"),
    [
        (
            "tell",
            [("  # tells them\n  tell: {duration: 1d, after: [ask, think]}\n\n", "")],
        ),
        ("only", [("    tasks:   # one\n      only: {after: [think]}\n", "")]),
        ("phase", [("  phase:\n    title: Last\n    tasks:   # one\n      only: {after: [think]}\n", "")]),
        ("x", [("x: {}, y: {after: [x]}", "y: {}")]),
        ("z", [(", z: {}", "")]),
        (
            "think",
            [
                ("  think:\n    after:\n      - ask FS+2d  # wait\n", ""),
                ("[ask, think]", "[ask]"),
                ("{after: [think]}", "{}"),
            ],
        ),
    ],
)
def test_an_entry_goes_with_the_links_that_name_it(task: str, changes: list[tuple[str, str]]) -> None:
    expected = TASKS
    for old, new in changes:
        assert old in expected
        expected = expected.replace(old, new)
    assert edited(TASKS, RemoveTask(task)) == expected


def test_comments_directly_above_go_too_and_one_of_two_blank_lines() -> None:
    assert edited(TASKS, RemoveTask("ask")) == dedent("""\
        tasks:
          # --- the beginning ---

          # tells them
          tell: {duration: 1d, after: [think]}

          think: {}
          phase:
            title: Last
            tasks:   # one
              only: {after: [think]}
          braces: {tasks: {x: {}, y: {after: [x]}, z: {}}}
    """)


def test_the_last_task_leaves_an_empty_map() -> None:
    assert edited("tasks:  # all\n  ask: {}", RemoveTask("ask")) == "tasks: {}  # all"


def test_overrides_go_and_a_goal_does_not() -> None:
    models = dedent("""\
        models:
          merger:
            goal: b
            overrides:
              a: {duration: 2d}   # quick
              b: {after: [a FS+1d]}
          separate: {overrides: {a: {duration: 4d}}}
    """)
    head = HEAD.replace("models: {merger: {}, separate: {}}\n", models)
    document = parse(head + "tasks:\n  a: {duration: 3d}\n  b: {after: [a]}\n")
    assert apply(document, RemoveTask("a")).document.text == (
        head.replace("      a: {duration: 2d}   # quick\n", "")
        .replace("[a FS+1d]", "[]")
        .replace("{overrides: {a: {duration: 4d}}}", "{}")
        + "tasks:\n  b: {}\n"
    )
    goal = "models: {merger: {goal: b}, separate: {}}"
    tasks = "tasks:\n  phase: {tasks: {b: {}}}\n  c: {}\n"
    with_goal = parse(HEAD.replace("models: {merger: {}, separate: {}}", goal) + tasks)
    for task in ("b", "phase"):
        with pytest.raises(
            Exception, match="b is the goal of the model merger: give the model another goal first"
        ):
            apply(with_goal, RemoveTask(task))


def test_an_anchor_that_is_used_elsewhere_stays() -> None:
    tasks = "tasks:\n  a: {duration: &long 3d}\n  b: {duration: *long}\n"
    assert refusal(tasks, RemoveTask("a")) == (
        "The value with the anchor &long is shared by an alias *long: change it in the file."
    )
    assert edited(tasks, RemoveTask("b")) == "tasks:\n  a: {duration: &long 3d}\n"


def test_what_is_not_there_is_not_removed() -> None:
    assert refusal(TASKS, RemoveTask("thnk")) == "There is no task thnk in the plan. Did you mean think?"


def test_the_choice_is_not_removed() -> None:
    assert refusal("choice: a\ntasks: {a: {}, b: {}}\n", RemoveTask("a")) == (
        "a is the choice of the plan: give the plan another choice first."
    )
