from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transition_planner.planfile.events import NotYamlError
from transition_planner.planfile.nodes import compose, compose_entry

if TYPE_CHECKING:
    from transition_planner.planfile.nodes import Node

TEXT = """\
tasks:
  choose:  # the phase
    title: "Päätös 🎻"
    tasks:
      hear:
        duration: 8d   # likely
        note: |
          Kuullaan
            kaikki

      # about the next
      decide: {after: [hear FS+5d,
                       ask], key: true}
      ask:
        owner:
"""


def written(node: Node, text: str = TEXT) -> str:
    return text[node.start : node.end]


def test_a_node_spans_exactly_what_is_written() -> None:
    root = compose(TEXT)
    tasks = ("tasks", "choose", "tasks")
    assert written(root.at("tasks", "choose", "title")) == '"Päätös 🎻"'
    assert written(root.at(*tasks, "hear", "duration")) == "8d"
    assert written(root.at(*tasks, "decide", "after", 1)) == "ask"
    assert (
        written(root.at(*tasks, "decide")) == "{after: [hear FS+5d,\n                       ask], key: true}"
    )
    assert written(root.at(*tasks).entry("hear")[0]) == "hear"


def test_a_block_of_text_ends_with_its_last_character() -> None:
    note = compose(TEXT).at("tasks", "choose", "tasks", "hear", "note")
    assert written(note) == "|\n          Kuullaan\n            kaikki"
    assert note.style == "literal"
    assert note.value == "Kuullaan\n  kaikki\n"


def test_a_block_that_keeps_its_blank_lines_spans_them() -> None:
    text = "note: |+\n  a\n\n\nowner: b\n"
    assert written(compose(text).at("note"), text) == "|+\n  a\n\n\n"


def test_a_value_that_is_not_written_stands_behind_the_colon() -> None:
    owner = compose(TEXT).at("tasks", "choose", "tasks", "ask", "owner")
    assert (owner.start, owner.end) == (len(TEXT) - 1, len(TEXT) - 1)
    assert owner.data() is None


def test_a_value_that_is_not_written_in_a_flow_map_stands_behind_the_colon() -> None:
    text = "{a:   , b: 1}"
    assert compose(text).at("a").start == 3
    assert compose("{a, b: 1}").at("a").start == 2


def test_styles_are_told() -> None:
    text = "a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: >\n  x\nf: [x]\ng: {x: y}\nh:\n- x\ni: *x\n"
    root = compose(text)
    assert [root.at(key).style for key in "abcdefgh"] == [
        "plain",
        "single",
        "double",
        "literal",
        "folded",
        "flow",
        "flow",
        "block",
    ]
    assert (root.at("i").kind, root.at("i").value, written(root.at("i"), text)) == ("alias", "x", "*x")


def test_data_follows_quotes_and_the_core_schema() -> None:
    text = "a: 1\nb: '1'\nc: no\nd: [true, ~]\n"
    assert compose(text).data() == {"a": 1, "b": "1", "c": "no", "d": [True, None]}


def test_data_of_an_alias_is_not_known() -> None:
    with pytest.raises(KeyError, match="short"):
        compose("a: *short\n").data()


def test_an_anchor_belongs_to_the_span() -> None:
    text = "a: &short 1d\n"
    node = compose(text).at("a")
    assert (node.anchor, written(node, text)) == ("short", "&short 1d")


def test_a_way_that_leads_nowhere_is_a_key_error() -> None:
    root = compose(TEXT)
    for way in (("nothing",), ("tasks", 0), ("tasks", "choose", "title", "fi")):
        with pytest.raises(KeyError):
            root.at(*way)
    assert root.get("nothing") is None


def test_a_slice_keeps_its_column_and_the_offsets_of_the_whole_text() -> None:
    start = TEXT.index("hear:")
    end = TEXT.index("      # about")
    node = compose(TEXT, start, end)
    assert node.data() == {"hear": {"duration": "8d", "note": "Kuullaan\n  kaikki\n"}}
    assert written(node.at("hear", "duration")) == "8d"


def test_a_slice_may_hold_several_entries_of_a_map() -> None:
    text = "a:\n    b: 1\n    c: 2\n"
    assert compose(text, text.index("b")).data() == {"b": 1, "c": 2}


def test_a_slice_of_nothing_is_an_empty_scalar() -> None:
    node = compose("a: 1\n  # only this\n", 5)
    assert (node.kind, node.start, node.end, node.data()) == ("scalar", 5, 5, None)


def test_a_slice_that_is_no_yaml_is_refused_at_its_offset() -> None:
    with pytest.raises(NotYamlError) as refused:
        compose("a: 1\nb: [1\n", 5)
    assert refused.value.context_offset == 8


def test_two_documents_are_refused() -> None:
    with pytest.raises(NotYamlError, match="single document"):
        compose("a: 1\n---\nb: 2\n")


def test_an_entry_ends_where_a_shallower_line_begins() -> None:
    text = "p:\n    a:\n      x: 1\n  note: {\n"
    key, value = compose_entry(text, text.index("a:"))
    assert (key.value, value.data()) == ("a", {"x": 1})


def test_an_entry_of_a_flow_map_ends_at_its_comma() -> None:
    text = "{a: b c, d: , e: {f: 1}, g}"
    assert [value.data() for _, value in (compose_entry(text, text.index(key)) for key in "adeg")] == [
        "b c",
        None,
        {"f": 1},
        None,
    ]


def test_an_entry_with_a_question_mark_is_read() -> None:
    key, value = compose_entry("? a\n: 1\n", 2)
    assert (key.value, value.data()) == ("a", 1)


def test_what_is_no_entry_is_refused() -> None:
    with pytest.raises(NotYamlError, match="a key and a value"):
        compose_entry("- a\n", 0)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_gives_the_same_tree(end: str) -> None:
    text = TEXT.replace("\n", end)
    node = compose(text)
    assert node.data() == compose(TEXT).data()
    assert written(node.at("tasks", "choose", "tasks", "hear", "duration"), text) == "8d"
    assert compose_entry(text, text.index("hear:"))[1].at("duration").data() == "8d"


def test_deep_nesting_needs_no_recursion() -> None:
    depth = (
        980  # libyaml takes 1000; with the frames of pytest one for each level would be too many for Python
    )
    assert compose("[" * depth + "]" * depth).kind == "list"


PRINTABLE = st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(PRINTABLE, max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abcäö -", max_size=5), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=1000)
@given(VALUES, st.sampled_from([None, 2]))
def test_data_of_json_is_what_json_says(value: object, indent: int | None) -> None:
    # JSON is YAML but for escaped characters beyond U+FFFF.
    assert compose(json.dumps(value, indent=indent, ensure_ascii=False)).data() == value
