from __future__ import annotations

from textwrap import dedent

import pytest
from tests.planfile.small import edited, refusal

from transition_planner.planfile.edits import AddTask, EditRefused, apply
from transition_planner.planfile.loading import parse

TASKS = dedent("""\
    tasks:
       start:
          tasks:
            # the pupils
            ask: {duration: 3d}   # soon
              # deeper

            tell:
                duration: 1d
       braces: {tasks: {x: {duration: 1d}, y: {}}}
       leaf:
          owner: lead""")
NEW = "        new:\n           title: 'New: one'\n           after: [ask]\n"


@pytest.mark.parametrize(
    ("phase", "behind", "old", "new"),
    [
        ("start", "ask", "deeper\n\n", f"deeper\n\n{NEW}\n"),
        ("start", "tell", "1d\n   braces", f"1d\n\n{NEW}   braces"),
        ("start", None, "        # the pupils", f"{NEW}        # the pupils"),
        ("braces", "x", "1d}, y", "1d}, new: {title: 'New: one', after: [ask]}, y"),
        ("braces", "y", "y: {}", "y: {}, new: {title: 'New: one', after: [ask]}"),
        ("braces", None, "{x", "{new: {title: 'New: one', after: [ask]}, x"),
        (
            None,
            "leaf",
            "owner: lead",
            "owner: lead\n   new:\n      title: 'New: one'\n      after: [ask]",
        ),
        (
            "leaf",
            None,
            "owner: lead",
            "owner: lead\n      tasks:\n         new:\n            title: 'New: one'\n            after: [ask]",
        ),
        ("y", None, "y: {}", "y: {tasks: {new: {title: 'New: one', after: [ask]}}}"),
    ],
)
def test_a_task_is_written_as_its_neighbours_are(
    phase: str | None, behind: str | None, old: str, new: str
) -> None:
    edit = AddTask("new", {"title": "New: one", "after": ["ask"]}, phase, behind)
    assert TASKS.count(old) == 1
    assert edited(TASKS, edit) == TASKS.replace(old, new)


def test_a_comment_with_commas_and_brackets_makes_no_braces() -> None:
    tasks = "tasks:\n  p:\n    tasks:\n      a: {}\n\n  # one, [two], {three}\n  b: {}\n"
    assert edited(tasks, AddTask("new", {}, "p", "a")) == tasks.replace("a: {}\n", "a: {}\n      new: {}\n")


def test_the_first_task_of_a_plan() -> None:
    assert edited("tasks: {}  # none yet\n", AddTask("ask", {}, None, None)) == (
        "tasks:  # none yet\n  ask: {}\n"
    )


def test_a_plan_in_braces_stays_in_braces() -> None:
    text = (
        '{"format": 1, "id": "6f1c0e1a-0000-4000-8000-000000000000", "title": "T", "start": "2027-01-11",\n'
        ' "tasks": {"a": {"duration": "3d"}}}\n'
    )
    after = apply(parse(text), AddTask("b", {"after": ["a"]}, None, "a")).document
    assert after.text == text.replace('"3d"}', '"3d"}, b: {after: [a]}')
    assert parse(after.text).plan == after.plan


@pytest.mark.parametrize("header", ["|", "|+", "|-", ">", ">+"])
def test_a_task_is_added_below_a_text_that_ends_with_the_file(header: str) -> None:
    tasks = f"tasks:\n  a:\n    note: {header}\n      first\n      second"
    assert edited(tasks, AddTask("b", {"after": ["a"]}, None, "a")) == f"{tasks}\n  b:\n    after: [a]"
    assert edited(tasks, AddTask("b", {}, "a", None)) == f"{tasks}\n    tasks:\n      b: {{}}"


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (
            AddTask("ask", {}, None, None),
            "There is a task ask already: an id is used once in a plan.",
        ),
        (
            AddTask("my task", {}, None, None),
            (
                "'my task' is not an id: begin with a letter or digit, go on with letters, digits, - _ or . without "
                "spaces, and stay within 80 characters."
            ),
        ),
        (AddTask("new", {}, "strat", None), "There is no task strat in the plan. Did you mean start?"),
        (AddTask("new", {}, "start", "x"), "x does not stand in start."),
        (AddTask("new", {}, None, "ask"), "ask does not stand at the top of the plan."),
        (AddTask("new", {"lenght": "3d"}, None, None), "A task has no field lenght."),
        (
            AddTask("new", {"done": "200%"}, None, None),
            "done: '200%' is not a share: write 0% to 100%.",
        ),
        (
            AddTask("new", {}, "tell", None),
            "duration: a phase cannot have duration: its dates come from its tasks. Move it to a task of the phase.",
        ),
    ],
)
def test_tasks_that_cannot_be_added_are_refused_with_a_sentence(edit: AddTask, sentence: str) -> None:
    assert refusal(TASKS, edit) == sentence


def test_a_refused_edit_leaves_the_document_alone() -> None:
    document = parse(
        "format: 1\nid: 6f1c0e1a-0000-4000-8000-000000000000\ntitle: T\nstart: 2027-01-11\ntasks: {}"
    )
    before = document.text
    with pytest.raises(EditRefused):
        apply(document, AddTask("-", {}, None, None))
    assert document.text == before
