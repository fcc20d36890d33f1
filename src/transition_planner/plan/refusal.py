"""The one kind of error the plan's validators raise, so that its sentence can be shown in the reader's language."""

from __future__ import annotations

from typing import LiteralString

from pydantic_core import PydanticCustomError

REFUSAL = "refusal"
"""The type of these errors among pydantic's own."""


def refusal(template: LiteralString, **fields: str | int) -> PydanticCustomError:
    """The error for a value that is not what its field wants.

    `template` is English with named fields; whoever shows the error translates and fills it from the error's
    context, which holds the fields and the template itself.
    """
    return PydanticCustomError(REFUSAL, template, {**fields, "template": template})
