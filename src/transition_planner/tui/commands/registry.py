"""All commands: bindings, footer, palette, help and the reference of keys come from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from transition_planner.locales import _
from transition_planner.tui.commands.arranging import arranging_commands
from transition_planner.tui.commands.clipboard import clipboard_commands
from transition_planner.tui.commands.editing import editing_commands
from transition_planner.tui.commands.entries import entry_commands
from transition_planner.tui.commands.exporting import exporting_commands
from transition_planner.tui.commands.filing import filing_commands
from transition_planner.tui.commands.filtering import filtering_commands
from transition_planner.tui.commands.marking import marking_commands
from transition_planner.tui.commands.moving import moving_commands
from transition_planner.tui.commands.outside import outside_commands
from transition_planner.tui.commands.progress import progress_commands
from transition_planner.tui.commands.speaking import speaking_commands
from transition_planner.tui.commands.switching import mode_commands
from transition_planner.tui.commands.viewing import viewing_commands
from transition_planner.tui.keys.command import Group
from transition_planner.tui.keys.keymap import keymap
from transition_planner.tui.keys.keys import canonical

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from transition_planner.tui.desk import Desk
    from transition_planner.tui.keys.command import Command, On

_EVERYWHERE = frozenset({"undo", "redo", "model", "help", "save", "quit", "language", "theme"})


def declared_groups() -> tuple[Group[Desk], ...]:
    """All commands of the plan's screen as they are declared, in the language spoken now."""
    return (
        Group(_("Moving"), moving_commands()),
        Group(_("Finding and marking"), (*filtering_commands(), *marking_commands())),
        Group(
            _("Editing"), (*editing_commands(), *clipboard_commands(), *entry_commands(), *outside_commands())
        ),
        Group(_("Progress and dates"), progress_commands()),
        Group(_("Looking"), (*viewing_commands(), *arranging_commands())),
        Group(_("Modes"), mode_commands()),
        Group(_("File"), (*filing_commands(), *exporting_commands())),
        Group(_("Interface"), speaking_commands()),
    )


def groups() -> tuple[Group[Desk], ...]:
    """All commands of the plan's screen with the keys in force."""
    return keymap().applied(declared_groups())


def commands() -> tuple[Command[Desk], ...]:
    """All commands of the plan's screen in the order of the help."""
    return tuple(command for group in groups() for command in group.commands)


def shared_groups() -> tuple[Group[Desk], ...]:
    """The commands that all modes have."""
    everywhere = tuple(command for command in commands() if command.id in _EVERYWHERE)
    modes = tuple(command for command in commands() if command.id in {each.id for each in mode_commands()})
    return (Group(_("Modes"), modes), Group(_("Everywhere"), everywhere))


def bindings(
    own: Iterable[Command[On]], shared: Iterable[Command[Desk]] = (), taken: Container[str] = ()
) -> list[Binding]:
    """The keys of commands, each binding's id the command's; shared commands without keys that are taken."""
    pairs: list[tuple[Command[Any], list[str]]] = [
        (command, [*map(canonical, command.keys)]) for command in own
    ]
    pairs += [
        (command, [key for key in map(canonical, command.keys) if key not in taken]) for command in shared
    ]
    return [
        Binding(",".join(keys), f"run('{command.id}')", command.name, show=False, id=command.id)
        for command, keys in pairs
        if keys
    ]
