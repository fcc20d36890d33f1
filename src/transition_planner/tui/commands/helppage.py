"""The page of the help, made from the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content

from transition_planner.locales import _
from transition_planner.tui.board import columns
from transition_planner.tui.chart import bars
from transition_planner.tui.painting.ink import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.tui.keys.command import Command, Group


def help_page(groups: Sequence[Group[Any]], typed: str) -> Content:
    """The keys by group and the legend of the chart, as far as they have all words typed; "" has everything.

    A word is a key, or a part of a command's name, of its group's, or of what is said of it.
    """
    words = typed.split()
    sections = [
        (group.name, [_command_line(each, words) for each in group.commands if _meant(group, each, words)])
        for group in groups
    ]
    signs = [_line(sign, said) for sign, said in _signs() if _among(said, words)]
    shown = [
        Content("\n").join((Content.styled(name, "bold $title"), *lines))
        for name, lines in (*sections, (_("Signs"), signs))
        if lines
    ]
    return Content("\n\n").join(shown) if shown else Content(_("nothing has that: a key, a name or a word"))


def _meant(group: Group[Any], command: Command[Any], words: Sequence[str]) -> bool:
    keys = {*command.keys, *command.shown_keys}
    told = f"{group.name} {command.name} {command.does}".casefold()
    return all(word in keys or _among(told, (word,)) for word in words)


def _among(told: str, words: Sequence[str]) -> bool:
    """Whether a text has all of some words; a single character is in nearly all, and means a key."""
    return all(len(word) > 1 and word.casefold() in told.casefold() for word in words)


def _command_line(command: Command[Any], words: Sequence[str]) -> Content:
    """What a command does; where one looks for something, its name too."""
    said = f"{command.name}: {command.does}" if words else command.does
    return _line("  ".join(command.shown_keys), said)


def _line(sign: str, said: str) -> Content:
    return Content.assemble("  ", (f"{sign:<12}", "$sign"), " ", said)


def _signs() -> list[tuple[str, str]]:
    marks = [
        (f"{bars.BAR[ink]}{bars.BAR[ink]} {bars.MILESTONE[ink]} {columns.MARKS[ink]}", said)
        for ink, said in (
            (Ink.CRITICAL, _("critical: if it slips, the plan ends later")),
            (Ink.NEAR, _("nearly critical: little float")),
            (Ink.NORMAL, _("other tasks; a lozenge is a milestone")),
        )
    ]
    marks += [
        (bars.FLOAT * 4, _("float: how far it may slip")),
        (bars.DEADLINE, _("deadline met")),
        (bars.MISSED, _("deadline missed")),
        (bars.TODAY, _("today")),
        (bars.STATUS, _("the status date: up to here it is known how the work stands")),
        (bars.WINDOW * 3, _("days of the window that the task runs on")),
        (f"{bars.BASELINE * 3} {bars.BASELINE_END}", _("where it lay in the baseline, and its end there")),
        (
            f"{columns.Relation.PREDECESSOR.value} {columns.Relation.SUCCESSOR.value}",
            _("the selected task waits for it, is waited for by it"),
        ),
        (columns.FINISHED, _("finished")),
        (columns.IMPOSSIBLE, _("its calendar has no time for it")),
    ]
    return marks
