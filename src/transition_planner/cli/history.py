"""Revisions as commands ask for them, with every way this can fail told as a sentence."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.output import say
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from transition_planner.compare.revisions import Revision


@contextmanager
def history_told() -> Iterator[None]:
    """Turn what git cannot tell inside the block into failures.

    Raises:
        Failure: with the sentence.
    """
    from transition_planner.git.repository import HistoryError  # noqa: PLC0415  # 10 ms that help does not need

    try:
        yield
    except HistoryError as error:
        raise Failure(str(error), Exit.OUTSIDE) from error


def tell_shallow(path: Path) -> None:
    """Say where the history of a file is cut off.

    Raises:
        Failure: if there is no repository.
    """
    from transition_planner.git.repository import Repository  # noqa: PLC0415  # as above

    with history_told():
        if Repository.around(path).is_shallow:
            say(
                _(
                    "This is a shallow clone: it holds only the newest commits. Fetch the others with: "
                    "git fetch --unshallow --tags"
                )
            )


def open_revision(path: Path, revision: str) -> Revision:
    """The plan of a file as it was at a revision.

    Raises:
        Failure: if that cannot be read.
    """
    from transition_planner.compare.revisions import plan_at  # noqa: PLC0415  # 200 ms that help does not need

    with history_told():
        return plan_at(path, revision)
