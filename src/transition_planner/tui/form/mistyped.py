"""What was typed and cannot be taken."""

from __future__ import annotations


class Mistyped(Exception):  # noqa: N818  # a mistake of the person, answered in the form
    """What was typed in a field is nothing that the plan can take."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message
