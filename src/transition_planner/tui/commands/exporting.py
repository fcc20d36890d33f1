"""The command that writes the dates for calendar programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from transition_planner.locales import _, language
from transition_planner.tui.keys.command import Command
from transition_planner.tui.state.breaking import circle_told

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk

_FORMAT = "ics"


def export(screen: Desk) -> None:
    """Ask for a file and write the dates of the model shown into it; none while some tasks have no dates."""
    from transition_planner.tui.dialogs.completing import paths, written_path  # noqa: PLC0415  # as below
    from transition_planner.tui.dialogs.prompt import Prompt, Question  # noqa: PLC0415  # 2 ms of each start

    circle = circle_told(screen.state.schedule, screen.key_of("why"))
    if circle:
        screen.warn(circle)
        return
    own = screen.state.history.document.path

    def take(typed: tuple[str, ...]) -> str:
        return _write(screen, written_path(typed[0].strip()))

    usual = Path("plan") if own is None else own
    question = Question(_("File"), str(usual.with_suffix(f".{_FORMAT}")), paths)
    screen.ask(Prompt(_("Write the dates for calendar programs"), [question], take), lambda _written: None)


def _write(screen: Desk, file: Path) -> str:
    """Write the file and say so; why that cannot be is given back, else ""."""
    from transition_planner.export.registry import find  # noqa: PLC0415  # 60 ms that only an export may cost
    from transition_planner.export.writing import write_whole  # noqa: PLC0415  # as above

    if file.suffix.lower() != f".{_FORMAT}":
        return _("{file}: a calendar file ends in .ics").format(file=file)
    state = screen.state
    data = find(_FORMAT).write(state.schedule, state.history.document, language())
    try:
        write_whole(file, data)
    except OSError as error:
        return _("{file} could not be written: {reason}.").format(file=file, reason=error.strerror)
    screen.say(_("Wrote {file}.").format(file=file))
    return ""


def exporting_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command(
            "export",
            ("W",),
            _("Export a calendar"),
            _("Write the dates into a file that calendar programs read."),
            export,
            edits=True,  # it writes where the program runs, which a plan opened to be read only must not
        ),
    )
