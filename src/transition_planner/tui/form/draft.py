"""What the form is about: its lines, and the plan that what is typed in them would make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from transition_planner.tui.dialogs.picker import Choice
    from transition_planner.tui.form.fields import FormField, Section
    from transition_planner.tui.state.attempt import Refused
    from transition_planner.tui.state.state import State


class Draft(Protocol):
    """A form being filled in, above a state that it does not change."""

    @property
    def heading(self) -> str:
        """What the form is about."""

    @property
    def sections(self) -> Sequence[Section]:
        """All lines."""

    @property
    def hidden(self) -> frozenset[str]:
        """The lines that make no sense here."""

    @property
    def first(self) -> str:
        """The line to begin with."""

    @property
    def shown(self) -> Mapping[str, str | None]:
        """What the lines say at first; None where several things are edited that say different ones."""

    def offered(self, field: FormField) -> list[Choice]:
        """What may stand in a line, as far as that can be known."""

    def made(self, typed: Mapping[str, str]) -> State | Refused | None:
        """The plan with what was typed; None where that is as before.

        Raises:
            Mistyped: at the first line that the plan cannot take.
        """

    def preview(self, made: State) -> str:
        """What the plan would be, and what that does to it."""

    def done(self, made: State) -> str:
        """What was done, once the plan is that; "" where its dates tell enough."""
