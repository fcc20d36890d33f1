"""Quantities of time as the plan writes them: `8d`, `1.5w`, `90min`, `2ed`, `1emo`, `50%`.

Working units (min h d w) count working time of a calendar, elapsed units (emin eh ed ew) clock time, and emo and ey
go by the calendar's months and years. A percentage is a share of the predecessor's duration and only a lag has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator
from pydantic_core import core_schema

from transition_planner.plan.refusal import refusal

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

WORKING_UNITS = ("min", "h", "d", "w")
ELAPSED_UNITS = ("emin", "eh", "ed", "ew", "emo", "ey")
ELAPSED_MINUTES = {"emin": 1, "eh": 60, "ed": 1440, "ew": 10080}
"""Units of clock time that are always the same length; a month and a year are not."""

_UNITS = "|".join(sorted((*WORKING_UNITS, *ELAPSED_UNITS), key=len, reverse=True))
_QUANTITY = re.compile(rf"([+-]?)\s*([0-9]{{1,7}}(?:\.[0-9]{{1,7}})?)\s*({_UNITS}|%)")
_DURATION_PATTERN = rf"^[0-9]{{1,7}}(\.[0-9]{{1,7}})?\s*({_UNITS})$"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of time in one unit; the amount is negative only in a lead."""

    amount: float
    unit: str

    @classmethod
    @lru_cache(maxsize=8192)
    def parse(cls, text: str) -> Quantity:
        """Read `8d`, `-2ed`, `50%`.

        Raises:
            ValueError: if the text is not an amount followed by a unit.
        """
        match = _QUANTITY.fullmatch(text.strip())
        if match is None:
            raise ValueError(text)
        sign, digits, unit = match.groups()
        return cls(-float(digits) if sign == "-" else float(digits), unit)

    @property
    def elapsed(self) -> bool:
        """Whether it runs round the clock, ignoring working time."""
        return self.unit in ELAPSED_UNITS

    @property
    def by_calendar(self) -> bool:
        """Whether its length depends on the month or year it starts in."""
        return self.unit in ("emo", "ey")

    @property
    def percent(self) -> bool:
        """Whether it is a share of another duration."""
        return self.unit == "%"

    def __str__(self) -> str:
        amount = int(self.amount) if self.amount.is_integer() else self.amount
        return f"{amount}{self.unit}"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _duration, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": _DURATION_PATTERN,
            "description": "Working time in min, h, d, w; clock time in emin, eh, ed, ew, emo, ey.",
            "examples": ["8d", "2w", "90min", "1emo"],
        }


def _duration(value: object) -> Quantity:
    """A duration field: not negative, not a percentage.

    Raises:
        PydanticCustomError: by `refusal`.
    """
    if isinstance(value, Quantity):
        quantity = value
    else:
        try:
            quantity = Quantity.parse(value if isinstance(value, str) else "")
        except ValueError:
            raise refusal(
                "{value} is not a duration: write an amount and a unit, for example 8d, 2w, 4h or 1emo",
                value=repr(value),
            ) from None
    if quantity.amount < 0 or quantity.percent:
        raise refusal("a duration cannot be {value}: it is zero or more of a unit", value=str(quantity))
    return quantity


def _fixed(quantity: Quantity) -> Quantity:
    if quantity.by_calendar:
        raise refusal("a limit cannot be {value}: months and years differ in length", value=str(quantity))
    return quantity


FixedQuantity = Annotated[Quantity, AfterValidator(_fixed)]
"""A duration that is the same number of minutes whenever it starts."""
