"""What all keys do, made from the commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from transition_planner.locales import _
from transition_planner.tui.board import columns
from transition_planner.tui.chart import bars
from transition_planner.tui.dialogs.dialog import Dialog
from transition_planner.tui.keys.keymap import keymap_file
from transition_planner.tui.painting.ink import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from transition_planner.tui.keys.command import Group


class Help(Dialog[None]):
    """The keys by group, and the legend of the chart."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", show=False),
        Binding("j,down", "scroll('down')", show=False),
        Binding("k,up", "scroll('up')", show=False),
        Binding("space,pagedown", "scroll('page_down')", show=False),
        Binding("pageup", "scroll('page_up')", show=False),
    ]

    def __init__(self, groups: Sequence[Group[Any]]) -> None:
        super().__init__()
        self._groups = groups

    def compose(self) -> ComposeResult:
        """One long page."""
        with Vertical(classes="box"):
            yield Static(Content(_("Keys")), classes="heading")
            with VerticalScroll(can_focus=False):
                yield Static(_keys(self._groups))
                yield Static(_legend())
                file = _from_home(keymap_file())
                yield Static(Content(_("Your own keys: {file}").format(file=file)), classes="note")
            yield Static(Content(_("Escape closes this. ^p finds any command by its name.")), classes="note")

    def action_scroll(self, way: str) -> None:
        """Move the page."""
        page = self.query_one(VerticalScroll)
        {
            "down": page.scroll_down,
            "up": page.scroll_up,
            "page_down": page.scroll_page_down,
            "page_up": page.scroll_page_up,
        }[way](animate=False)


def _from_home(path: Path) -> str:
    """The path as one writes it at home."""
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else str(path)


def _keys(groups: Sequence[Group[Any]]) -> Content:
    lines: list[Content] = []
    for group in groups:
        lines.append(Content.styled(group.name, "bold $text-primary"))
        for command in group.commands:
            keys = "  ".join(command.shown_keys)
            lines.append(Content.assemble("  ", (f"{keys:<12}", "$text-accent"), " ", command.does))
        lines.append(Content(""))
    return Content("\n").join(lines)


def _legend() -> Content:
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
    lines = [Content.styled(_("Signs"), "bold $text-primary")]
    lines += [Content.assemble("  ", (f"{sign:<12}", "$text-accent"), " ", said) for sign, said in marks]
    return Content("\n").join(lines)
