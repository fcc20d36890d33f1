"""The register: what the study wants (objectives), hopes (opportunities) and fears (threats)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from transition_planner.plan.entry import Entry
from transition_planner.plan.moment import Moment
from transition_planner.plan.text import Id, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Item(Entry):
    """One objective, opportunity or threat."""

    title: Text
    """What the study says."""
    theme: Id | None = None
    """What it is about."""
    applies: tuple[Id, ...] | None = None
    """The models it concerns; absent: all."""
    measure: Text | None = None
    """How one sees that it has come true."""
    sign: Text | None = None
    """How one sees a threat coming."""
    before: Moment | None = None
    """The moment after which a measure comes too late."""
    likelihood: Annotated[int, Field(ge=1, le=5, strict=True)] | None = None
    """How probable, from 1 (hardly) to 5 (almost certainly)."""
    impact: Annotated[int, Field(ge=1, le=5, strict=True)] | None = None
    """How much it would change, from 1 (little) to 5 (everything)."""

    def concerns(self, model: str | None) -> bool:
        """Whether it applies to a model; without models all apply."""
        return model is None or self.applies is None or model in self.applies


class Register(Entry):
    """Objectives, opportunities and threats by id."""

    title: Text | None = None
    """Its name for readers."""
    source: Text | None = None
    """Where the items come from."""
    objectives: dict[Id, Item] = Field(default_factory=dict)
    """What a task `serves`."""
    opportunities: dict[Id, Item] = Field(default_factory=dict)
    """What a task `realises`."""
    threats: dict[Id, Item] = Field(default_factory=dict)
    """What a task `mitigates`."""

    def sections(self) -> Iterator[tuple[str, str, Mapping[str, Item]]]:
        """The name of each section, the task field that points at it, and its items."""
        yield "objectives", "serves", self.objectives
        yield "opportunities", "realises", self.opportunities
        yield "threats", "mitigates", self.threats
