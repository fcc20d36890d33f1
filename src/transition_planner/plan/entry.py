"""What every entry of a plan has in common: kebab-case keys, unknown ones refused, never changed in place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

if TYPE_CHECKING:
    from pydantic import ModelWrapValidatorHandler, ValidationInfo


def kebab(name: str) -> str:
    """The key in the file of a field in the code: `start_no_earlier_than` is `start-no-earlier-than`."""
    return name.rstrip("_").replace("_", "-")


Made: TypeAlias = dict[tuple[int, type[Any]], tuple[Any, Any]]
"""Maps, each with what was made of it, by its number and the kind of that: by an alias a map may be of two kinds."""


@dataclass(slots=True)
class ErrorBudget:
    """How many more errors validation is to find: each takes 2 kB, and a wrong file may hold a million.

    As the context of a validation. Once it is spent further entries are taken as they are; since there are errors,
    nobody gets them.
    """

    left: int
    made: Made = field(default_factory=dict)
    """Each entry that is right, for a second validation without the wrong."""
    known: Made = field(default_factory=dict)
    """Those of a first validation: of 100,000 tasks to validate again takes a second."""


_Entry = TypeVar("_Entry", bound=BaseModel)

_field_sets: dict[frozenset[str], set[str]] = {}
"""The sets of fields that entries were written with. Never changed: a copy of an entry gets a set of its own."""


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
            return _sharing(handler(data))
        left = budget.left
        if left <= 0:
            return cls.__new__(cls)
        known = budget.known.get((id(data), cls))
        if known is not None:
            made: Self = known[1]
            return made
        try:
            made = _sharing(handler(data))
        except ValidationError as error:
            budget.left = left - error.error_count()  # those of the entries inside are among them
            raise
        budget.made[id(data), cls] = data, made
        return made


def _sharing(entry: _Entry) -> _Entry:
    """The entry with one set of its written fields for all that have the same: 700 bytes a task less."""
    written = entry.__pydantic_fields_set__
    shared = _field_sets.setdefault(frozenset(written), written)
    object.__setattr__(entry, "__pydantic_fields_set__", shared)
    return entry
