"""Small plans for the tests of edits."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from transition_planner.planfile.edits import EditRefused, apply
from transition_planner.planfile.loading import parse

if TYPE_CHECKING:
    from transition_planner.planfile.edits import Edit

HEAD = """\
format: 1
id: 6f1c0e1a-0000-4000-8000-000000000000
title: A plan
start: 2027-01-11
roles: {lead: {}, board: {}}
models: {merger: {}, separate: {}}
"""


def edited(tasks: str, edit: Edit, newline: str = "\n") -> str:
    """The tasks' text after an edit; what the edit made must be what the text says when it is read again."""
    before = parse((HEAD + dedent(tasks)).replace("\n", newline))
    after = apply(before, edit).document
    reread = parse(after.text)
    assert (reread.plan, reread.starts) == (after.plan, after.starts)
    head = HEAD.replace("\n", newline)
    assert after.text.startswith(head)
    return after.text.removeprefix(head)


def refusal(tasks: str, edit: Edit) -> str:
    """The sentence with which an edit is refused."""
    document = parse(HEAD + dedent(tasks))
    with pytest.raises(EditRefused) as refused:
        apply(document, edit)
    return refused.value.message
