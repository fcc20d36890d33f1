from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition_planner.planfile.splice import Splice, combined, inverse, spliced

TEXTS = st.text("ab💡\n", max_size=12)


@st.composite
def splices_of(draw: st.DrawFn, text: str) -> tuple[Splice, ...]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return tuple(Splice(start, text[start:end], draw(TEXTS)) for start, end in pairs)


def test_splices_replace_spans_of_the_text_as_it_was() -> None:
    assert spliced(
        "one two three", [Splice(0, "one", "1"), Splice(8, "", "and "), Splice(8, "three", "3")]
    ) == ("1 two and 3")


def test_splices_of_another_text_are_refused() -> None:
    with pytest.raises(ValueError, match="removed='two'"):
        spliced("one", [Splice(0, "two", "2")])
    with pytest.raises(ValueError, match="removed='n'"):
        spliced("one", [Splice(0, "on", ""), Splice(1, "n", "")])


@given(TEXTS, st.data())
def test_the_inverse_gives_the_text_back(text: str, data: st.DataObject) -> None:
    splices = data.draw(splices_of(text))
    after = spliced(text, splices)
    assert spliced(after, inverse(splices)) == text
    assert inverse(inverse(splices)) == splices


@given(TEXTS, st.data())
def test_two_steps_are_one(text: str, data: st.DataObject) -> None:
    first = data.draw(splices_of(text))
    between = spliced(text, first)
    then = data.draw(splices_of(between))
    final = spliced(between, then)
    assert spliced(text, combined(text, first, then, final)) == final
