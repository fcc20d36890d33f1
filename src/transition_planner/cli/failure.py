"""Failures a person can do something about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.cli.exits import Exit


class Failure(Exception):  # noqa: N818  # it is no fault of the program
    """Ends the command with a sentence that says what to do, and an exit code."""

    def __init__(self, message: str, code: Exit) -> None:
        super().__init__(message)
        self.code = code
