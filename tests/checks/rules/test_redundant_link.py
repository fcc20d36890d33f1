from __future__ import annotations

import pytest
from tests.checks.small import messages

TEXT = """
    tasks:
      draft: {duration: 10d}
      print: {duration: 5d, after: [%s]}
      work: {tasks: {bind: {duration: 5d, after: [%s]}}}
      post: {duration: 1d, after: [%s]}
    """


def test_a_direct_link_beside_a_longer_way_through_two_tasks_is_found() -> None:
    assert messages(TEXT % ("draft", "print", "draft, bind"), "TP308") == [
        "post waits for draft also through bind"
    ]


def test_a_way_through_a_phase_counts() -> None:
    assert messages(TEXT % ("draft", "print", "draft, work"), "TP308") == [
        "post waits for draft also through work"
    ]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("draft", "print SS", "draft, bind"),
        ("draft FS-2d", "print", "draft, bind"),
        ("draft", "print", "draft FS+2d, bind"),
        ("draft", "print", "draft SS, bind"),
        ("draft", "draft", "print, bind"),
    ],
    ids=["not by an SS", "not by a lead", "with a lag", "another type", "no longer way"],
)
def test_a_link_that_says_more_than_the_longer_way_is_not_redundant(
    first: str, second: str, third: str
) -> None:
    assert messages(TEXT % (first, second, third), "TP308") == []
