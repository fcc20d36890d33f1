"""What every entry of a plan has in common: kebab-case keys, unknown ones refused, never changed in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

if TYPE_CHECKING:
    from pydantic import ModelWrapValidatorHandler, ValidationInfo


def kebab(name: str) -> str:
    """The key in the file of a field in the code: `start_no_earlier_than` is `start-no-earlier-than`."""
    return name.rstrip("_").replace("_", "-")


@dataclass(slots=True)
class ErrorBudget:
    """How many more errors validation is to find: each takes 2 kB, and a wrong file may hold a million.

    As the context of a validation. Once it is spent further entries are taken as they are; since there are errors,
    nobody gets them.
    """

    left: int


class Entry(BaseModel):
    """An immutable map of the plan file."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=kebab,
        populate_by_name=True,
        # Only what came from the file is validated; the editor re-validates through the same door.
        revalidate_instances="never",
        # Each schema is built when it is first used, most only as a part of the plan's: 12 ms less at the start.
        defer_build=True,
    )

    @model_validator(mode="wrap")
    @classmethod
    def _within_budget(
        cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        budget = info.context
        if budget is None:
            return handler(data)
        left = budget.left
        if left <= 0:
            return cls.__new__(cls)
        try:
            return handler(data)
        except ValidationError as error:
            budget.left = left - error.error_count()  # those of the entries inside are among them
            raise
