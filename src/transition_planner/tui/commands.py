"""The commands, declared once: bindings, footer, palette and help all come from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from transition_planner.locales import _
from transition_planner.tui import editing, filing, filtering, moving, viewing
from transition_planner.tui.command import Command, Group
from transition_planner.tui.switching import mode_commands

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from transition_planner.tui.command import On
    from transition_planner.tui.screen import PlanScreen

_EVERYWHERE = frozenset({"undo", "redo", "model", "help", "save", "quit"})


def groups() -> tuple[Group[PlanScreen], ...]:
    """All commands, in the language spoken now."""
    return (
        Group(_("Moving"), _moving()),
        Group(_("Editing"), _editing()),
        Group(_("Looking"), _looking()),
        Group(_("Modes"), mode_commands()),
        Group(_("File"), _filing()),
    )


def commands() -> tuple[Command[PlanScreen], ...]:
    """All commands of the plan screen in the order of the help."""
    return tuple(command for group in groups() for command in group.commands)


def shared_groups() -> tuple[Group[PlanScreen], ...]:
    """The commands that all modes have."""
    everywhere = tuple(command for command in commands() if command.id in _EVERYWHERE)
    return (Group(_("Modes"), mode_commands()), Group(_("Everywhere"), everywhere))


def bindings(
    own: Iterable[Command[On]], shared: Iterable[Command[PlanScreen]] = (), taken: Container[str] = ()
) -> list[Binding]:
    """The keys of commands, each binding's id the command's; shared commands without keys that are taken."""
    pairs: list[tuple[Command[Any], tuple[str, ...]]] = [(command, command.keys) for command in own]
    pairs += [(command, tuple(key for key in command.keys if key not in taken)) for command in shared]
    return [
        Binding(",".join(keys), f"run('{command.id}')", command.name, show=False, id=command.id)
        for command, keys in pairs
        if keys
    ]


def _moving() -> tuple[Command[PlanScreen], ...]:
    return (
        Command("up", ("up", "k"), _("Up"), _("To the task above."), moving.up),
        Command("down", ("down", "j"), _("Down"), _("To the task below."), moving.down),
        Command("page-up", ("pageup", "ctrl+b"), _("Page up"), _("A screenful up."), moving.page_up),
        Command(
            "page-down", ("pagedown", "ctrl+f"), _("Page down"), _("A screenful down."), moving.page_down
        ),
        Command("first", ("g", "home"), _("First task"), _("To the first task."), moving.first),
        Command("last", ("G", "end"), _("Last task"), _("To the last task."), moving.last),
        Command(
            "go-to",
            (":",),
            _("Go to…"),
            _("To a task by its id or a part of its title."),
            moving.go_to,
        ),
        Command(
            "filter",
            ("slash",),
            _("Filter"),
            _("Show only tasks with these words; or owner:x, threat:U3, critical, late."),
            filtering.filter_,
        ),
        Command(
            "next", ("n",), _("Next found"), _("To the next task that the filter means."), filtering.next_
        ),
        Command(
            "previous",
            ("N",),
            _("Previous found"),
            _("To the task before that the filter means."),
            filtering.previous,
        ),
        Command("all", ("escape",), _("Show all"), _("End the filter."), filtering.clear),
        Command("fold", ("space",), _("Fold"), _("Hide or show the tasks of this phase."), moving.fold),
        Command(
            "fold-all", ("o",), _("Fold all"), _("Hide or show the tasks of all phases."), moving.fold_all
        ),
    )


def _editing() -> tuple[Command[PlanScreen], ...]:
    return (
        Command(
            "edit",
            ("e", "enter"),
            _("Edit"),
            _("Edit the task in a form."),
            editing.edit,
            edits=True,
            footer=True,
        ),
        Command(
            "longer",
            ("+", "="),
            _("Longer"),
            _("Duration one unit longer."),
            editing.longer,
            edits=True,
            footer=True,
        ),
        Command(
            "shorter", ("-",), _("Shorter"), _("Duration one unit shorter."), editing.shorter, edits=True
        ),
        Command(
            "much-longer",
            (">",),
            _("Much longer"),
            _("Duration five units longer."),
            editing.much_longer,
            edits=True,
        ),
        Command(
            "much-shorter",
            ("<",),
            _("Much shorter"),
            _("Duration five units shorter."),
            editing.much_shorter,
            edits=True,
        ),
        Command(
            "add",
            ("a",),
            _("Add"),
            _("Add a task below this one; on a phase, as its first."),
            editing.add,
            edits=True,
            footer=True,
        ),
        Command(
            "add-phase",
            ("A",),
            _("Add phase"),
            _("Add a phase below this one, with a first task in it."),
            editing.add_phase,
            edits=True,
        ),
        Command(
            "delete",
            ("d", "delete"),
            _("Delete"),
            _("Delete the task or phase, and the links to it."),
            editing.delete,
            edits=True,
        ),
        Command(
            "link",
            ("l",),
            _("Link"),
            _("Let the task wait for another one."),
            editing.link,
            edits=True,
            footer=True,
        ),
        Command(
            "unlink",
            ("L",),
            _("Unlink"),
            _("Let the task no longer wait for another one."),
            editing.unlink,
            edits=True,
        ),
        Command(
            "move-up",
            ("K",),
            _("Move up"),
            _("Move the task or phase one place up."),
            editing.move_up,
            edits=True,
        ),
        Command(
            "move-down",
            ("J",),
            _("Move down"),
            _("Move the task or phase one place down."),
            editing.move_down,
            edits=True,
        ),
        Command(
            "indent", ("]",), _("Indent"), _("Move it into the phase above it."), editing.indent, edits=True
        ),
        Command("outdent", ("[",), _("Outdent"), _("Move it out of its phase."), editing.outdent, edits=True),
        Command(
            "undo",
            ("u", "ctrl+z"),
            _("Undo"),
            _("Take the last edit back."),
            editing.undo,
            edits=True,
            footer=True,
        ),
        Command(
            "redo",
            ("ctrl+r", "ctrl+y"),
            _("Redo"),
            _("Do again what was taken back."),
            editing.redo,
            edits=True,
        ),
    )


def _looking() -> tuple[Command[PlanScreen], ...]:
    return (
        Command("left", ("left",), _("Earlier"), _("Move the chart to earlier days."), viewing.left),
        Command("right", ("right",), _("Later"), _("Move the chart to later days."), viewing.right),
        Command(
            "far-left",
            ("shift+left", "("),
            _("Much earlier"),
            _("Move the chart by half its width."),
            viewing.far_left,
        ),
        Command(
            "far-right",
            ("shift+right", ")"),
            _("Much later"),
            _("Move the chart by half its width."),
            viewing.far_right,
        ),
        Command(
            "reveal", ("c",), _("Show bar"), _("Move the chart to the bar of this task."), viewing.reveal
        ),
        Command("today", ("t",), _("Today"), _("Move the chart to today."), viewing.today),
        Command("nearer", ("z",), _("Zoom in"), _("Look at shorter times more closely."), viewing.nearer),
        Command("farther", ("Z",), _("Zoom out"), _("Look at longer times."), viewing.farther),
        Command("whole", ("0",), _("Whole plan"), _("As near as the whole plan is on show."), viewing.whole),
        Command("days", ("1",), _("Days"), _("Three columns for a day."), viewing.days),
        Command("weeks", ("2",), _("Weeks"), _("A column for a day."), viewing.weeks),
        Command("months", ("3",), _("Months"), _("Four columns for a week."), viewing.months),
        Command("quarters", ("4",), _("Quarters"), _("Two columns for a week."), viewing.quarters),
        Command("year", ("5",), _("Year"), _("A column for a week."), viewing.year),
        Command("years", ("6",), _("Years"), _("A column for two weeks."), viewing.years),
        Command("model", ("m",), _("Next model"), _("Show the plan's next model."), viewing.next_model),
        Command("help", ("?", "f1"), _("Help"), _("Show what all keys do."), viewing.show_help, footer=True),
    )


def _filing() -> tuple[Command[PlanScreen], ...]:
    return (
        Command(
            "save",
            ("s", "ctrl+s"),
            _("Save"),
            _("Write the plan to its file."),
            filing.save,
            edits=True,
            footer=True,
        ),
        Command(
            "quit",
            ("q", "ctrl+q"),
            _("Quit"),
            _("Leave; asks only when something is not saved."),
            filing.quit_,
            footer=True,
        ),
    )
