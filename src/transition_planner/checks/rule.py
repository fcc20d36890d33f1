"""What a rule is: a code, a name, how bad it is, a text for people, and a function that looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from inspect import cleandoc
from typing import TYPE_CHECKING

from transition_planner.plan.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from transition_planner.checks.context import Context
    from transition_planner.plan.finding import KeyPath, Severity
    from transition_planner.planfile.edits import Edit


class Family(StrEnum):
    """What a rule is about."""

    STRUCTURE = "structure"
    DATES = "dates"
    LOGIC = "logic"
    COVERAGE = "coverage"
    QUALITY = "quality"
    LAW = "law"
    PROGRESS = "progress"
    BASELINE = "baseline"
    PATH = "critical path"
    CALENDARS = "calendars out"


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that ends an offence, moves no date, and takes nothing away that anybody may still mean."""

    edit: Edit
    ends: tuple[str, ...] = ()
    """Tasks: the edit is good only where each model that has them all has the offence; none: in any case."""


@dataclass(frozen=True, slots=True)
class Offence:
    """One thing that a rule has found."""

    message: str
    """What is wrong: ids, dates, the measured value and the limit."""
    at: KeyPath
    """Where the plan says it."""
    hint: str
    """What to do about it."""
    register: bool = False
    """Whether `at` is a way into the register instead of the plan."""
    fix: Fix | None = None
    """What `check --fix` does about it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that looks at one model of a plan."""

    code: str
    """TP201: its first digit, from 1 to A, is its family's."""
    slug: str
    """Its name for people: deadline-missed."""
    family: Family
    severity: Severity
    text: str
    """A line that says what is wrong, then What it checks, Why it matters, examples, Remedy and Source."""
    look: Callable[[Context], Iterator[Offence]]
    asked_only: bool = False
    """Whether it looks only where it is asked for by name: what it finds is a question of taste or of the plan's
    size."""

    @property
    def summary(self) -> str:
        """The line that says what is wrong."""
        return self.text.partition("\n")[0]

    def found(self, context: Context) -> Iterator[tuple[Finding, Fix | None]]:
        """What it finds in the model, without places, each with its fix.

        Raises:
            UnscheduledError: if it looks at dates and the model has none.
        """
        for offence in self.look(context):
            finding = Finding(
                code=self.code,
                message=offence.message,
                severity=self.severity,
                at=offence.at,
                hint=offence.hint,
                register=offence.register,
            )
            yield finding, offence.fix


def rule(
    code: str, family: Family, severity: Severity, *, asked_only: bool = False
) -> Callable[[Callable[[Context], Iterator[Offence]]], Rule]:
    """Make a rule of a function: its name is the slug, its docstring the text for people."""

    def made(look: Callable[[Context], Iterator[Offence]]) -> Rule:
        slug = look.__name__.replace("_", "-")
        return Rule(code, slug, family, severity, cleandoc(look.__doc__ or ""), look, asked_only)

    return made
