from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from transition_planner.planfile.nodes import compose
from transition_planner.planfile.quoting import block_literal, written

HARD = " \t\n'\"#:-?,[]{}&*!|>%@`~=<.+_0123456789eExobnNya\u00e4\U0001f4a1\x85\u2028\ufeff\\"
TEXTS = st.text(st.one_of(st.sampled_from(HARD), st.characters(exclude_categories=["Cs"])), max_size=12)


@pytest.mark.parametrize(
    ("value", "block", "flow"),
    [
        ("8d", "8d", "8d"),
        ("hear-pupils FS+5d", "hear-pupils FS+5d", "hear-pupils FS+5d"),
        ("2027-06-18", "2027-06-18", "2027-06-18"),
        ("50%", "50%", "50%"),
        ("it's", "it's", "it's"),
        ("a, b", "a, b", "'a, b'"),
        ("Why?", "Why?", "'Why?'"),
        ("-5d", "-5d", "'-5d'"),
        ("no", "'no'", "'no'"),
        ("Off", "'Off'", "'Off'"),
        ("007", "'007'", "'007'"),
        ("08:00", "'08:00'", "'08:00'"),
        ("1e3", "'1e3'", "'1e3'"),
        ("", "''", "''"),
        ("a: b", "'a: b'", "'a: b'"),
        ("x #y", "'x #y'", "'x #y'"),
        ("it's: so", '"it\'s: so"', '"it\'s: so"'),
        ('\'tis "so"', "'''tis \"so\"'", "'''tis \"so\"'"),
        ("a\nb", '"a\\nb"', '"a\\nb"'),
        ("a\x07\U0001f4a1", '"a\\u0007\U0001f4a1"', '"a\\u0007\U0001f4a1"'),
        (40, "40", "40"),
        (True, "true", "true"),
        (["a", "b FF"], "[a, b FF]", "[a, b FF]"),
        ({"fi": "Yksi", "en": "One: 1"}, "{fi: Yksi, en: 'One: 1'}", "{fi: Yksi, en: 'One: 1'}"),
        ({}, "{}", "{}"),
    ],
)
def test_values_are_plain_where_they_can_be(value: Any, block: str, flow: str) -> None:
    assert written(value, flow=False) == block
    assert written(value, flow=True) == flow


@pytest.mark.parametrize(
    ("text", "like", "expected"),
    [
        ("new", '"old"', '"new"'),
        ("new", "'old'", "'new'"),
        ("it's", "'old'", "'it''s'"),
        ('say "x" \\', '"old"', '"say \\"x\\" \\\\"'),
        ("two\nlines", "'old'", '"two\\nlines"'),
        ("new", "old", "new"),
    ],
)
def test_quotes_are_kept(text: str, like: str, expected: str) -> None:
    assert written(text, flow=False, like=like) == expected


@given(TEXTS, st.sampled_from(["", "'x'", '"x"']))
@example("a: b", "")
@example("---", "")
@example(":0", "")
def test_all_readers_see_the_same_text(text: str, like: str) -> None:
    block = f"a: {written(text, flow=False, like=like)}  # c\nb: 1\n"
    flow = f"{{a: {written(text, flow=True, like=like)}, {written(text, flow=True)}: [{written(text, flow=True)}]}}"
    assert compose(block).data() == {"a": text, "b": 1}
    assert compose(flow).at("a").value == text
    read_by_yaml_1_1 = yaml.safe_load(block)["a"]
    assert read_by_yaml_1_1 == text or isinstance(read_by_yaml_1_1, date)


@given(st.text(" \t\n'#:-ab|>\u00e4\U0001f4a1\x85", max_size=15))
@example("a\n\nb\n")
@example("a\n b")
def test_a_literal_block_holds_its_text_or_is_none(text: str) -> None:
    block = block_literal(text, 4)
    if block is None:
        return
    assert yaml.safe_load(f"p:\n  a: {block}\n  b: 1\n") == {"p": {"a": text, "b": 1}}


def test_a_literal_block() -> None:
    assert block_literal("one\n\n  two\n", 4) == "|\n    one\n\n      two"
    assert block_literal("one\ntwo", 2) == "|-\n  one\n  two"
    assert block_literal("one", 2) is None


def test_what_no_file_can_hold_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        written("\ud800", flow=False)
