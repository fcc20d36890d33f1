"""Commands that change the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.edits import AddLink, EditRefused, RemoveLink, RemoveTask
from transition_planner.tui import gestures
from transition_planner.tui.dialogs.picker import Picker, choices
from transition_planner.tui.keys.command import Command
from transition_planner.tui.painting.titles import title_of_all

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from transition_planner.planfile.edits import Edit
    from transition_planner.tui.desk import Desk
    from transition_planner.tui.dialogs.picker import Choice
    from transition_planner.tui.state.state import State


def longer(screen: Desk) -> None:
    """Duration one unit longer."""
    _do_all(screen, lambda state: gestures.lengthen(state, 1))


def shorter(screen: Desk) -> None:
    """Duration one unit shorter."""
    _do_all(screen, lambda state: gestures.lengthen(state, -1))


def much_longer(screen: Desk) -> None:
    """Duration five units longer."""
    _do_all(screen, lambda state: gestures.lengthen(state, 5))


def much_shorter(screen: Desk) -> None:
    """Duration five units shorter."""
    _do_all(screen, lambda state: gestures.lengthen(state, -5))


def move_up(screen: Desk) -> None:
    """One place up."""
    _do(screen, gestures.move_up)


def move_down(screen: Desk) -> None:
    """One place down."""
    _do(screen, gestures.move_down)


def indent(screen: Desk) -> None:
    """Into the phase above."""
    _do(screen, gestures.indent)


def outdent(screen: Desk) -> None:
    """Out of its phase."""
    _do(screen, gestures.outdent)


def delete(screen: Desk) -> None:
    """Delete the selected tasks or phases."""
    _do_all(
        screen,
        lambda state: [RemoveTask(id_) for id_ in gestures.tops(state)],
        _("deleted ({key} brings it back)").format(key=screen.key_of("undo")),
    )


def undo(screen: Desk) -> None:
    """Take the last edit back."""
    if screen.state.history.can_undo:
        screen.change(screen.state.undone(), _("undone: {edit}").format(edit=screen.state.label))
    else:
        screen.say(_("nothing to undo"))


def redo(screen: Desk) -> None:
    """Do again what was taken back."""
    if screen.state.history.can_redo:
        label = screen.state.history.redo_label
        screen.change(screen.state.redone(), _("done again: {edit}").format(edit=label))
    else:
        screen.say(_("nothing to redo"))


def edit(screen: Desk) -> None:
    """Edit the task in a form."""
    from transition_planner.tui.commands import filling  # noqa: PLC0415  # the form: 5 ms of each start

    filling.edit(screen)


def add(screen: Desk) -> None:
    """Add a task below."""
    from transition_planner.tui.commands import filling  # noqa: PLC0415  # as above

    filling.add(screen)


def add_phase(screen: Desk) -> None:
    """Add a phase below, and go on to its first task."""
    from transition_planner.tui.commands import filling  # noqa: PLC0415  # as above

    filling.add_phase(screen)


def link(screen: Desk) -> None:
    """Let the selected tasks wait for another."""
    outline, ids = screen.state.schedule.outline, screen.state.selected
    if not ids:
        screen.warn(gestures.no_task())
        return

    def take(found: Choice) -> None:
        _do_all(screen, lambda _state: [AddLink(id_, " ".join((found.id, *found.suffix))) for id_ in ids])

    screen.ask(
        Picker(
            _("“{task}” waits for").format(task=title_of_all(outline, ids)),
            [choice for choice in choices(outline) if choice.id not in ids],
            _("Behind the name you may write FS, SS, FF or SF and a lag: FS+5d"),
            suffix=True,
        ),
        take,
    )


def unlink(screen: Desk) -> None:
    """Let the selected tasks no longer wait for another: the only one at once, else one that is picked."""
    outline, ids = screen.state.schedule.outline, screen.state.selected
    if not ids:
        screen.warn(gestures.no_task())
        return
    links = {id_: {each.task for each in outline.tasks[outline.row[id_]].after} for id_ in ids}
    waits_for = set().union(*links.values())

    def take(predecessor: str) -> None:
        _do_all(
            screen,
            lambda _state: [RemoveLink(id_, predecessor) for id_ in ids if predecessor in links[id_]],
        )

    if not waits_for:
        screen.say(_("it waits for nothing"))
    elif len(waits_for) == 1:
        take(next(iter(waits_for)))
    else:
        offered = [choice for choice in choices(outline) if choice.id in waits_for]
        heading = _("“{task}” no longer waits for").format(task=title_of_all(outline, ids))
        screen.ask(Picker(heading, offered), lambda found: take(found.id))


def _do(screen: Desk, gesture: Callable[[State], Edit]) -> None:
    """Do one edit and say what that did, or why it cannot be done."""
    _do_all(screen, lambda state: [gesture(state)])


def _do_all(screen: Desk, gesture: Callable[[State], Sequence[Edit]], done: str = "") -> None:
    """Do edits as one step and say what is done, or why it cannot be done."""
    try:
        edits = gesture(screen.state)
    except EditRefused as refusal:
        screen.warn(refusal.message)
        return
    screen.edit(edits, done)


def editing_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command(
            "edit",
            ("e", "enter"),
            _("Edit"),
            _("Edit the task in a form."),
            edit,
            edits=True,
            footer=True,
        ),
        Command(
            "longer",
            ("+", "="),
            _("Longer"),
            _("Duration one unit longer."),
            longer,
            edits=True,
            footer=True,
        ),
        Command("shorter", ("-",), _("Shorter"), _("Duration one unit shorter."), shorter, edits=True),
        Command(
            "much-longer",
            (">",),
            _("Much longer"),
            _("Duration five units longer."),
            much_longer,
            edits=True,
        ),
        Command(
            "much-shorter",
            ("<",),
            _("Much shorter"),
            _("Duration five units shorter."),
            much_shorter,
            edits=True,
        ),
        Command(
            "add",
            ("a",),
            _("Add"),
            _("Add a task below this one; on a phase, as its first."),
            add,
            edits=True,
            footer=True,
        ),
        Command(
            "add-phase",
            ("A",),
            _("Add phase"),
            _("Add a phase beside this one, or beside this task, with a first task in it."),
            add_phase,
            edits=True,
        ),
        Command(
            "delete",
            ("d", "delete"),
            _("Delete"),
            _("Delete the task or phase, and the links to it."),
            delete,
            edits=True,
        ),
        Command(
            "link",
            ("l",),
            _("Link"),
            _("Let the task wait for another one."),
            link,
            edits=True,
            footer=True,
        ),
        Command(
            "unlink",
            ("L",),
            _("Unlink"),
            _("Let the task no longer wait for another one."),
            unlink,
            edits=True,
        ),
        Command(
            "move-up",
            ("K",),
            _("Move up"),
            _("Move the task or phase one place up."),
            move_up,
            edits=True,
        ),
        Command(
            "move-down",
            ("J",),
            _("Move down"),
            _("Move the task or phase one place down."),
            move_down,
            edits=True,
        ),
        Command("indent", ("]",), _("Indent"), _("Move it into the phase above it."), indent, edits=True),
        Command("outdent", ("[",), _("Outdent"), _("Move it out of its phase."), outdent, edits=True),
        Command(
            "undo",
            ("u", "ctrl+z"),
            _("Undo"),
            _("Take the last edit back."),
            undo,
            edits=True,
            footer=True,
        ),
        Command(
            "redo",
            ("ctrl+r", "ctrl+y"),
            _("Redo"),
            _("Do again what was taken back."),
            redo,
            edits=True,
        ),
    )
