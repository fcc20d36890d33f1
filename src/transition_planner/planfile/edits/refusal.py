"""Edits that are not made."""

from __future__ import annotations


class EditRefused(Exception):  # noqa: N818  # a refusal, not an error: the plan is as it was
    """The edit is not made; its message is a sentence for the person who wanted it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
