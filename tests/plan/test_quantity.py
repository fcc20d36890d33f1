from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from transition_planner.plan.quantity import Quantity

DURATION = TypeAdapter(Quantity)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("8d", 8, "d"),
        ("1.5w", 1.5, "w"),
        ("90min", 90, "min"),
        ("4 h", 4, "h"),
        ("2ed", 2, "ed"),
        ("30emin", 30, "emin"),
        ("1emo", 1, "emo"),
        ("+5d", 5, "d"),
        ("-2d", -2, "d"),
        ("50%", 50, "%"),
    ],
)
def test_an_amount_and_a_unit_are_read(text: str, amount: float, unit: str) -> None:
    assert Quantity.parse(text) == Quantity(amount, unit)


@pytest.mark.parametrize("text", ["", "d", "8", "8 days", "8D", "1,5d", "8d 2h", "d8", "--2d", "1e3d"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        Quantity.parse(text)


@pytest.mark.parametrize("text", ["8d", "1.5w", "-2ed", "50%", "0d"])
def test_a_quantity_is_written_as_it_was_read(text: str) -> None:
    assert str(Quantity.parse(text)) == text


@pytest.mark.parametrize("value", ["-1d", "50%", "soon", 8, None, 1.5, ["8d"]])
def test_a_duration_is_neither_negative_nor_a_share_nor_anything_else(value: object) -> None:
    with pytest.raises(ValidationError, match="duration"):
        DURATION.validate_python(value)


@pytest.mark.parametrize(
    ("text", "elapsed", "by_calendar"), [("1d", False, False), ("1ed", True, False), ("1ey", True, True)]
)
def test_elapsed_units_run_by_the_clock_and_months_by_the_calendar(
    text: str, elapsed: bool, by_calendar: bool
) -> None:
    quantity = Quantity.parse(text)
    assert (quantity.elapsed, quantity.by_calendar) == (elapsed, by_calendar)
