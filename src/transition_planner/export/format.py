"""What a format of `export` is: a name, a sentence, choices, and a pure function from a schedule to bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from transition_planner.export.ledger.ledger import Ledger
    from transition_planner.locales import Language
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule

    Writer = Callable[[Schedule, Document, Language, Mapping[str, tuple[str, ...]]], bytes]
    """Takes the schedule, its document, the language of the texts, and the chosen values by choice."""
    RevisedWriter = Callable[
        [Schedule, Document, Language, Mapping[str, tuple[str, ...]], Ledger | None], bytes
    ]
    """Takes the ledger, advanced to the schedule, too."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person may choose about one format: some of several values, or words of the plan."""

    name: str
    """The option's name without dashes: kinds."""
    values: tuple[str, ...]
    """All values; none where the plan's words are the values, which the writer looks up."""
    summary: Callable[[], str]
    """What it chooses, as help shows it in the language spoken now."""
    default: tuple[str, ...] | None = None
    """What is chosen where the person chooses nothing; absent: all values."""
    metavar: str = "NAME,…"
    """What help shows in the place of the values."""


class WrongChoice(ValueError):  # noqa: N818  # a person's mistake, not the program's
    """A word that was chosen is none of the plan's; the message says which there are."""

    def __init__(self, choice: str, message: str) -> None:
        super().__init__(message)
        self.choice = choice
        """The name of the choice."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format of `export`."""

    name: str
    """What the person types: ics."""
    suffix: str
    """The ending of its files, with the dot."""
    summary: Callable[[], str]
    """What it is good for, as help shows it in the language spoken now."""
    writer: Writer
    """Pure: the same schedule, document and choices give the same bytes."""
    choices: tuple[Choice, ...] = ()
    revised_writer: RevisedWriter | None = None
    """Pure too, with the ledger: for a format whose readers look for what has changed."""
    hint: Callable[[], str] | None = None
    """What somebody should know who has written a file, in the language spoken now."""

    def write(
        self,
        schedule: Schedule,
        document: Document,
        language: Language,
        chosen: Mapping[str, tuple[str, ...]] | None = None,
        ledger: Ledger | None = None,
    ) -> bytes:
        """The file's bytes; `chosen` has the values by the name of the choice, and of one it lacks the default.

        Raises:
            WrongChoice: if a word of the plan is chosen that it has not.
        """
        values = {
            choice.name: (chosen or {}).get(choice.name)
            or (choice.values if choice.default is None else choice.default)
            for choice in self.choices
        }
        if ledger is not None and self.revised_writer is not None:
            return self.revised_writer(schedule, document, language, values, ledger)
        return self.writer(schedule, document, language, values)
