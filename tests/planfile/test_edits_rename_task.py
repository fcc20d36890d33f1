from __future__ import annotations

from textwrap import dedent

import pytest
from tests.planfile.small import HEAD, edited, refusal

from transition_planner.planfile.edits import RenameTask, apply
from transition_planner.planfile.loading import parse

TASKS = dedent("""\
    tasks:
      ask:   # ask
        note: ask them
      ask-all: {after: [ask, 'ask SS', "ask FF+2d"]}   # ask
      tell:
        after:
          -   ask  FS+3d   # ask
          - ask-all
""")


def test_the_key_and_all_links_change_and_nothing_else() -> None:
    assert edited(TASKS, RenameTask("ask", "hear-pupils")) == dedent("""\
        tasks:
          hear-pupils:   # ask
            note: ask them
          ask-all: {after: [hear-pupils, 'hear-pupils SS', "hear-pupils FF+2d"]}   # ask
          tell:
            after:
              -   hear-pupils  FS+3d   # ask
              - ask-all
    """)


@pytest.mark.parametrize(("to", "key"), [("no", "'no'"), ("007", "'007'"), ("1e3", "'1e3'"), ("x.y", "x.y")])
def test_an_id_that_looks_like_something_else_is_quoted(to: str, key: str) -> None:
    tasks = "tasks:\n  a: {}\n  b: {after: [a, a SS]}\n"
    assert edited(tasks, RenameTask("a", to)) == f"tasks:\n  {key}: {{}}\n  b: {{after: [{key}, {to} SS]}}\n"


def test_quotes_around_a_key_stay() -> None:
    assert edited('tasks:\n  "a" : {}\n', RenameTask("a", "b")) == 'tasks:\n  "b" : {}\n'


def test_a_phase_keeps_its_tasks() -> None:
    tasks = "tasks:\n  p:\n    tasks:\n      a: {}\n      b: {after: [a]}\n  c: {after: [p]}\n"
    assert edited(tasks, RenameTask("p", "q")) == tasks.replace(" p:", " q:").replace("[p]", "[q]")


def test_goals_and_overrides_follow() -> None:
    models = dedent("""\
        models:
          merger:
            goal: a   # the end
            overrides:
              # quick
              'a': {duration: 2d}
              b:
                after: [c, a FF]  # both
          separate: {goal: b}
    """)
    head = HEAD.replace("models: {merger: {}, separate: {}}\n", models)
    document = parse(head + "tasks: {a: {}, b: {}, c: {}}\n")
    after = apply(document, RenameTask("a", "z")).document
    expected = head.replace("goal: a ", "goal: z ").replace("'a'", "'z'").replace("a FF", "z FF")
    assert after.text == expected + "tasks: {z: {}, b: {}, c: {}}\n"
    assert parse(after.text).plan == after.plan


def test_the_same_id_changes_nothing() -> None:
    assert edited(TASKS, RenameTask("ask", "ask")) == TASKS


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (RenameTask("ask", "tell"), "There is a task tell already: an id is used once in a plan."),
        (
            RenameTask("ask", "hear pupils"),
            (
                "'hear pupils' is not an id: begin with a letter or digit, go on with letters, digits, - _ or . "
                "without spaces, and stay within 80 characters."
            ),
        ),
        (RenameTask("aks", "x"), "There is no task aks in the plan. Did you mean ask?"),
    ],
)
def test_ids_that_cannot_be_are_refused_with_a_sentence(edit: RenameTask, sentence: str) -> None:
    assert refusal(TASKS, edit) == sentence


def test_links_that_aliases_share_are_not_changed() -> None:
    tasks = "tasks:\n  a: {}\n  b: {after: &l [a]}\n  c: {after: *l}\n"
    assert refusal(tasks, RenameTask("a", "z")) == (
        "The links of c are written as an alias: change them in the file."
    )


@pytest.mark.parametrize("below", ["", "tasks:\n  b: {}\n  a: {}\n"])
def test_the_choice_follows_wherever_it_stands(below: str) -> None:
    tasks = "choice: a  # the model\n" + (below or "tasks: {a: {}}\n")
    assert edited(tasks, RenameTask("a", "choose")) == tasks.replace("a:", "choose:").replace(
        ": a ", ": choose "
    )


def test_choice_and_goal_follow_on_both_sides_of_the_tasks() -> None:
    head = HEAD.replace("models: {merger: {}, separate: {}}\n", "choice: a\n")
    text = head + "tasks:\n  a: {}\n  b: {}\nmodels: {m: {goal: a}}\n"
    assert apply(parse(text), RenameTask("a", "z")).document.text == (
        text.replace("choice: a", "choice: z").replace("  a: {}", "  z: {}").replace("goal: a", "goal: z")
    )
