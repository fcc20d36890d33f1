"""The rule packs that commands about the law speak of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.finding_plans import named_plan
from transition_planner.cli.opening import open_plan
from transition_planner.law.shelf import Shelf, shelf_of, shipped, shipped_names

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document


def all_shipped() -> Shelf:
    """The packs that come with the program."""
    return Shelf({name: shipped(name) for name in shipped_names()}, {})


def packs_of(path: str) -> tuple[Document, Shelf]:
    """A plan, and the packs that it names.

    Raises:
        Failure: if the plan cannot be read, or a pack that it names cannot be used.
    """
    document = open_plan(named_plan(Path(path)), None)
    shelf = shelf_of(document)
    if shelf.problems:
        raise Failure("\n".join(shelf.problems.values()), Exit.FINDINGS)
    return document, shelf
