"""Commands that choose the table's columns and the order of its tasks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.tui.board.columns import column_at
from transition_planner.tui.dialogs.chooser import Chooser, Option
from transition_planner.tui.dialogs.picker import Picker, choice
from transition_planner.tui.keys.command import Command
from transition_planner.tui.state.column import all_columns
from transition_planner.tui.state.order import Order

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk
    from transition_planner.tui.dialogs.picker import Choice

_FILE = "file"
"""Stands for the file's own order."""


def choose_columns(screen: Desk) -> None:
    """Which columns the table has."""
    shown = screen.state.columns or tuple(column.id for column in screen.board.table.columns)
    options = [Option(column.id, column.name, chosen=column.id in shown) for column in all_columns()]

    def take(chosen: tuple[str, ...]) -> None:
        screen.show(screen.state.with_columns(chosen))
        screen.keeper.keep(replace(screen.keeper.memory, columns=chosen))

    screen.ask(Chooser(_("Columns"), options), take)


def sort(screen: Desk) -> None:
    """By what the tasks of each phase are sorted."""

    def take(found: Choice) -> None:
        sort_by(screen, None if found.id == _FILE else found.id)

    offered = [choice(_FILE, _("As in the file")), *(choice(each.id, each.name) for each in all_columns())]
    screen.ask(Picker(_("Sort the tasks of each phase by"), offered), take)


def sort_by(screen: Desk, column: str | None) -> None:
    """By a column; by the one that they are sorted by already the other way round, and then as in the file."""
    before = screen.state.order
    order = None if column is None else Order(column)
    if before is not None and before.column == column:
        order = None if before.descending else Order(before.column, descending=True)
    screen.show(screen.state.ordered(order))
    if order is None:
        screen.say(_("in the order of the file"))
        return
    name = next(each.name for each in all_columns() if each.id == order.column)
    said = _("sorted by: {column}, last first") if order.descending else _("sorted by: {column}")
    screen.say(said.format(column=name))


def sort_at(screen: Desk, x: int) -> None:
    """By the column whose heading has a cell; as in the file where that is the title's."""
    table = screen.board.table
    column = column_at(x, table.size.width, table.columns)
    sort_by(screen, None if column is None else column.id)


def arranging_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command("sort", ("S",), _("Sort"), _("Sort the tasks of each phase by a column."), sort),
        Command("columns", ("T",), _("Columns"), _("Choose the columns of the table."), choose_columns),
    )
