from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from transition_planner.planfile.limits import DEEPEST
from transition_planner.planfile.reader import read


def said(text: str) -> list[str]:
    return [f"{finding.place}: {finding.message}" for finding in read(text, "p").findings]


def test_values_are_plain_python() -> None:
    raw = read("a: 1\nb: [x, 'y', {c: ~}]\nd: no\n", "p")
    assert raw.data == {"a": 1, "b": ["x", "y", {"c": None}], "d": "no"}
    assert raw.whole
    assert raw.findings == ()


def test_every_task_at_any_depth_has_a_row() -> None:
    text = "tasks:\n  p:\n    tasks:\n      a: {}\n      q: {tasks: {b: {}}}\n    note: x\n  c: {}\n"
    raw = read(text, "p")
    assert raw.rows == (
        ("p", text.index("p:"), -1),
        ("a", text.index("a: {}"), 0),
        ("q", text.index("q:"), 0),
        ("b", text.index("b:"), 2),
        ("c", text.index("c:"), -1),
    )
    assert raw.offsets()["p", "q", "b"] == text.index("b:")


def test_a_key_tasks_elsewhere_holds_no_tasks() -> None:
    assert read("models: {m: {tasks: {a: {}}}}\nroles: {tasks: {}}\n", "p").rows == ()


def test_an_alias_gives_its_value() -> None:
    raw = read("a: &x [1, 2]\nb: *x\nc: &y z\nd: *y\n", "p")
    assert raw.data == {"a": [1, 2], "b": [1, 2], "c": "z", "d": "z"}


def test_all_faults_that_can_be_passed_over_are_told() -> None:
    text = "a: 1\na: 2\n3: x\nb: *y\nc: !!int 4\nd: {<<: {e: 1}}\n"
    assert said(text) == [
        "p:2:1: the key a stands here a second time, first in line 1",
        "p:3:1: the key 3 is no text",
        "p:4:4: nothing above has the anchor &y",
        "p:5:4: a plan has no YAML tags such as !!int",
        "p:6:5: the merge key << is not supported",
    ]
    assert read(text, "p").data == {"a": 2, "3": "x", "b": None, "c": 4, "d": {}}


def test_the_first_of_two_keys_is_found_past_other_values() -> None:
    text = "x:\n  - {k: k, a: k}\n  - q: [k]\n    k: &k {k: 1}\n    r: *k\n    k: 2\n"
    assert said(text) == ["p:6:5: the key k stands here a second time, first in line 4"]


def test_the_first_of_two_keys_in_one_line_is_in_that_line() -> None:
    assert said("x: {k: 1, b: {k: 2}, k: 3}\n") == [
        "p:1:22: the key k stands here a second time, first in line 1"
    ]


def test_a_text_that_stops_being_yaml_gives_no_data() -> None:
    raw = read("a: 1\na: 2\nb: ]\n", "p")
    assert (raw.data, raw.whole) == (None, False)
    assert len(raw.findings) == 2


def test_nesting_up_to_the_bound_is_read() -> None:
    assert read("[" * DEEPEST + "]" * DEEPEST, "p").findings == ()
    assert said("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == [
        "p:1:101: more than 100 maps and lists stand in each other"
    ]


def test_nesting_that_libyaml_itself_ends_is_told_in_the_same_words() -> None:
    depth = 5000
    (line,) = said("[" * depth + "]" * depth)
    assert line.endswith(": more than 100 maps and lists stand in each other")


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_a_text_without_content_holds_nothing(text: str) -> None:
    raw = read(text, "p")
    assert raw.data is None
    assert raw.whole


def test_a_plain_exclamation_mark_makes_a_text() -> None:
    assert read("a: ! x\n", "p").findings == ()


# A text that begins like a number may be a number by YAML 1.2 that PyYAML, by 1.1, leaves unquoted: 0E0.
CHARACTERS = st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"))
KEYS = st.text("abcäö -_.", min_size=1, max_size=6)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.text(CHARACTERS | st.just("\n"), max_size=12).filter(
        lambda text: text[:1] not in set("0123456789+-.")
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)


@settings(max_examples=150, deadline=1000)
@given(st.dictionaries(KEYS, VALUES, max_size=4), st.booleans())
def test_what_another_library_writes_is_read_back(data: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow)
    raw = read(text, "p")
    assert raw.findings == ()
    assert raw.data == data
