from __future__ import annotations

from textwrap import dedent

import pytest
from tests.planfile.small import edited, refusal

from transition_planner.planfile.edits import AddLink, RemoveLink

TASKS = dedent("""\
    tasks:
      a: {}
      b: {}
      flow:
        after: [a, 'b FF']  # two
      lines:
        after: [
          a,   # first
          b,   # second
        ]
      items:
        after:   # these
          - a FS+2d   # when asked
          # - c
          - "b"
        owner: lead
      none:
        title: None yet
        deadline: 2027-06-18
      shared:
        after: &both [a, b]
      alias: {after: *both}
      twice: {after: [a, b, a FS+1d]}
      phase:
        tasks:
          inner: {}
""")


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (AddLink("flow", "none FS+5d"), "[a, 'b FF']", "[a, 'b FF', none FS+5d]"),
        (AddLink("flow", "b FF+1d"), "'b FF'", "'b FF+1d'"),
        (AddLink("flow", "b SS"), "'b FF']", "'b FF', b SS]"),
        (AddLink("lines", "none"), "b,   # second", "b, none,   # second"),
        (AddLink("items", "none"), '- "b"\n', '- "b"\n      - none\n'),
        (AddLink("items", "a FS+3d"), "a FS+2d ", "a FS+3d "),
        (AddLink("none", "a"), "    title: None yet\n", "    title: None yet\n    after: [a]\n"),
        (AddLink("a", "none"), "a: {}", "a:\n    after: [none]"),
        (AddLink("alias", "none"), "{after: *both}", "{after: [a, b, none]}"),
        (RemoveLink("flow", "a"), "[a, 'b FF']", "['b FF']"),
        (RemoveLink("flow", "b"), "[a, 'b FF']", "[a]"),
        (RemoveLink("lines", "b"), "      b,   # second\n", "         # second\n"),
        (RemoveLink("items", "a"), "      - a FS+2d   # when asked\n      # - c\n", "      # - c\n"),
        (RemoveLink("items", "b"), '      - "b"\n', ""),
        (RemoveLink("twice", "a", 2), "[a, b, a FS+1d]", "[a, b]"),
        (RemoveLink("twice", "a", 0), "[a, b, a FS+1d]", "[b, a FS+1d]"),
        (RemoveLink("alias", "a"), "{after: *both}", "{after: [b]}"),
    ],
)
def test_only_the_link_itself_changes(edit: AddLink | RemoveLink, old: str, new: str) -> None:
    assert TASKS.count(old) == 1
    assert edited(TASKS, edit) == TASKS.replace(old, new)


def test_the_last_link_takes_the_field_with_it() -> None:
    tasks = "tasks:\n  a: {}\n  b:\n    after: [a SS]  # start\n    owner: lead\n"
    assert edited(tasks, RemoveLink("b", "a")) == "tasks:\n  a: {}\n  b:\n    owner: lead\n"


def test_a_link_that_is_there_is_not_added_again() -> None:
    assert edited(TASKS, AddLink("flow", "a")) == TASKS


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (AddLink("flow", "itms"), "after: there is no task itms. Did you mean items?"),
        (
            AddLink("flow", "a after b"),
            (
                "after: 'a after b' is not a link: write the predecessor's id, then FS, SS, FF or SF and a lag where "
                "you need them, for example hear-pupils FS+5d."
            ),
        ),
        (RemoveLink("flow", "none"), "flow does not follow none."),
        (
            AddLink("shared", "none"),
            "The value with the anchor &both is shared by an alias *both: change it in the file.",
        ),
    ],
)
def test_links_that_cannot_be_are_refused_with_a_sentence(edit: AddLink | RemoveLink, sentence: str) -> None:
    assert refusal(TASKS, edit) == sentence
