"""Commands that write down how far tasks are, and what holds them: one key and one line to fill in for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.tui.keys.command import Command

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.tui.desk import Desk


def progress_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command(
            "started", ("b",), _("Began"), _("Write down when work began."), _asking("started"), edits=True
        ),
        Command(
            "finished",
            ("x",),
            _("Finished"),
            _("Write down when work ended."),
            _asking("finished"),
            edits=True,
        ),
        Command(
            "done", ("%",), _("Done"), _("Write down the share that is done."), _asking("done"), edits=True
        ),
        Command(
            "remaining",
            ("R",),
            _("Remaining"),
            _("Write down the work that is still ahead."),
            _asking("remaining"),
            edits=True,
        ),
        Command(
            "range",
            ("I",),
            _("Range"),
            _("Set the shortest and the longest duration."),
            _asking("range"),
            edits=True,
        ),
        Command(
            "deadline",
            ("D",),
            _("Deadline"),
            _("Set the date that is watched, and why."),
            _asking("deadline"),
            edits=True,
        ),
        Command(
            "constraint",
            ("F",),
            _("Fixed date"),
            _("Hold the start or the finish to a date, and say why."),
            _pick_constraint,
            edits=True,
        ),
    )


def _asking(field: str) -> Callable[[Desk], None]:
    """What asks for the value of a field."""

    def run(screen: Desk) -> None:
        from transition_planner.tui.commands.reporting import ask  # noqa: PLC0415  # 5 ms of each start

        ask(screen, field)

    return run


def _pick_constraint(screen: Desk) -> None:
    """Ask which date holds the task."""
    from transition_planner.tui.commands.reporting import pick_constraint  # noqa: PLC0415  # as above

    pick_constraint(screen)
