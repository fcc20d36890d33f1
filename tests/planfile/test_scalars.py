from __future__ import annotations

import math

import pytest

from transition_planner.planfile.scalars import resolve


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_null_is_written_so(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize("text", ["true", "True", "TRUE"])
def test_true_is_written_so(text: str) -> None:
    assert resolve(text) is True


@pytest.mark.parametrize("text", ["false", "False", "FALSE"])
def test_false_is_written_so(text: str) -> None:
    assert resolve(text) is False


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-0", 0),
        ("12", 12),
        ("+12", 12),
        ("-7", -7),
        ("0x1F", 31),
        ("0o17", 15),
        ("9" * 30, 10**30 - 1),
    ],
)
def test_whole_numbers(text: str, value: int) -> None:
    resolved = resolve(text)
    assert resolved == value
    assert type(resolved) is int


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.5", 1.5), (".5", 0.5), ("1.", 1.0), ("-1e3", -1000.0), ("0.0", 0.0), ("1E-2", 0.01)],
)
def test_numbers_with_a_fraction_or_an_exponent(text: str, value: float) -> None:
    resolved = resolve(text)
    assert resolved == value
    assert type(resolved) is float


def test_infinity_and_not_a_number() -> None:
    assert resolve(".inf") == math.inf
    assert resolve("-.INF") == -math.inf
    nan = resolve(".NaN")
    assert isinstance(nan, float)
    assert math.isnan(nan)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "off",
        "y",
        "2027-01-11",
        "1:30",
        "007",
        "-007",
        "08",
        "0x",
        "0b11",
        "1_000",
        "nULL",
        "tRUE",
        "8d",
        "1.2.3",
        "-",
        "+",
        ".",
        "..",
        "1e",
        "e5",
        "inf",
        "nan",
        "9" * 50,
        "٣",
        "1 2",
        "=",
        "<<",
    ],
)
def test_everything_else_is_text_as_written(text: str) -> None:
    assert resolve(text) == text
    assert type(resolve(text)) is str
