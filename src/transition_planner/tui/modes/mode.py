"""A mode: another way to look at the plan and to edit it, on a screen of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingsMap
from textual.screen import Screen

from transition_planner.locales import _
from transition_planner.tui.commands.registry import bindings, shared_groups
from transition_planner.tui.footer import Footer
from transition_planner.tui.headline import Headline
from transition_planner.tui.keys.command import Command, Group
from transition_planner.tui.keys.keymap import keymap
from transition_planner.tui.keys.keys import canonical
from transition_planner.tui.modes.listing import Listing
from transition_planner.tui.modes.passage import Passage
from transition_planner.tui.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from transition_planner.tui.desk import Desk


class Mode(Screen[None]):
    """Shows the plan screen's state. It is made when it is first opened and kept, with its cursor, from then on.

    What it changes goes through the plan screen, which tells it to show what has become of that.
    """

    # The widgets cover it: its own lines would be drawn for nothing, a tenth of a frame.
    BLANK = True

    id_: ClassVar[str]
    """The mode's name in code: also its command's id."""

    def __init__(self, plan: Desk) -> None:
        super().__init__()
        self.plan = plan
        self.listing = Listing(self.explain)
        self.passage = Passage()
        self.notice = Notice()
        self.headline = Headline(plan.state, read_only=plan.read_only, mode=self.title_now())
        own = [command for group in self.groups_in_force() for command in group.commands]
        self._own = {command.id: command for command in own}
        taken = {canonical(key) for command in own for key in command.keys}
        shared = [command for group in shared_groups() for command in group.commands]
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(bindings(own, shared, taken))])

    def title_now(self) -> str:
        """The mode's name in the language spoken now."""
        raise NotImplementedError

    def commands_now(self) -> tuple[Command[Any], ...]:
        """What can be done in this mode only, in the language spoken now."""
        return ()

    def refill(self) -> None:
        """Show what the plan says now."""
        raise NotImplementedError

    def explain(self) -> None:
        """Tell more of what is selected."""

    def act(self) -> None:
        """Do what enter means for what is selected."""

    def point_at(self, id_: str) -> None:
        """Select what has this id, if anything of the mode has it."""

    def body(self) -> Iterable[Widget]:
        """The widgets between headline and notice."""
        yield self.listing

    def below(self) -> Widget:
        """The widget with more about what is selected."""
        return self.passage

    def own_groups(self) -> tuple[Group[Any], ...]:
        """The mode's own commands and the moves in its list."""
        return (Group(self.title_now(), self.commands_now()), Group(_("Moving"), _moving()))

    def groups_in_force(self) -> tuple[Group[Mode], ...]:
        """They with the keys in force."""
        return keymap().applied(self.own_groups(), self.id_)

    def key_of(self, command_id: str) -> str:
        """The key in force of one of the mode's own commands, as people read it; "" where it has none."""
        return self._own[command_id].shown_key

    @property
    def groups(self) -> tuple[Group[Any], ...]:
        """All commands by group, in the language spoken now."""
        return (*self.groups_in_force(), *shared_groups())

    def compose(self) -> ComposeResult:
        """The plan's line, the body, what was done last, what is selected, the keys."""
        yield self.headline
        yield from self.body()
        yield self.notice
        yield self.below()
        yield Footer([command for group in self.groups for command in group.commands if command.footer])

    def action_run(self, command_id: str) -> None:
        """Run a command: one of this mode, or one that the plan screen has."""
        command = self._own.get(command_id)
        if command is None:
            self.plan.action_run(command_id)
        elif command.edits and self.plan.read_only:
            self.plan.refuse_to_edit()
        else:
            command.run(self)

    def show_plan(self) -> None:
        """Show what the plan says and how many findings it has."""
        self.headline.show(self.plan.state)
        if self.plan.found is not None:
            self.headline.show_findings(len(self.plan.found.findings))
        self.refill()
        self.explain()

    def on_listing_chosen(self) -> None:
        """Do what enter means."""
        self.act()


def back() -> Command[Mode]:
    """The command that leads out of every mode."""
    return Command(
        "back",
        ("escape",),
        _("Back"),
        _("Back to tasks and chart."),
        lambda mode: mode.plan.close_mode(),
        footer=True,
    )


def _moving() -> tuple[Command[Mode], ...]:
    return (
        Command("list-up", ("up", "k"), _("Up"), _("To the line above."), lambda mode: mode.listing.move(-1)),
        Command(
            "list-down", ("down", "j"), _("Down"), _("To the line below."), lambda mode: mode.listing.move(1)
        ),
        Command(
            "list-page-up",
            ("pageup", "ctrl+b"),
            _("Page up"),
            _("A screenful up."),
            lambda mode: mode.listing.move_page(-1),
        ),
        Command(
            "list-page-down",
            ("pagedown", "ctrl+f"),
            _("Page down"),
            _("A screenful down."),
            lambda mode: mode.listing.move_page(1),
        ),
        Command(
            "list-first",
            ("g", "home"),
            _("First line"),
            _("To the first line."),
            lambda mode: mode.listing.move_to_end(-1),
        ),
        Command(
            "list-last",
            ("G", "end"),
            _("Last line"),
            _("To the last line."),
            lambda mode: mode.listing.move_to_end(1),
        ),
        back(),
    )
