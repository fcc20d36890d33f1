from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from transition_planner.plan.link import Link, LinkType
from transition_planner.plan.quantity import Quantity


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("hear-pupils", Link("hear-pupils")),
        ("hear-pupils FF", Link("hear-pupils", LinkType.FF)),
        ("hear-pupils FS+5d", Link("hear-pupils", LinkType.FS, Quantity(5, "d"))),
        ("hear-pupils SS-50%", Link("hear-pupils", LinkType.SS, Quantity(-50, "%"))),
        ("t.1 SF + 2ew", Link("t.1", LinkType.SF, Quantity(2, "ew"))),
    ],
)
def test_a_link_names_its_predecessor_type_and_lag(text: str, link: Link) -> None:
    assert Link.parse(text) == link


@pytest.mark.parametrize("text", ["", "a b", "a XX", "a FS+", "a +5d", "a FS 5d", "-a", "a FS+5", "å"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # it carries the text refused and is told by the field
        Link.parse(text)
    with pytest.raises(ValidationError, match="is not a link"):
        TypeAdapter(Link).validate_python(text)


@pytest.mark.parametrize("text", ["a", "a FF", "a FS+5d", "a SS-50%", "a SF+1.5h"])
def test_a_link_is_written_as_it_was_read(text: str) -> None:
    assert str(Link.parse(text)) == text


def test_the_usual_type_is_left_out() -> None:
    assert str(Link.parse("a FS")) == "a"
