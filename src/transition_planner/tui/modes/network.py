"""Network: the tasks before and behind the selected one as a graph, to walk along its links and change them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from transition_planner.locales import _, ngettext
from transition_planner.tui.detail import Detail
from transition_planner.tui.gestures import no_task
from transition_planner.tui.graph.view import NetworkView
from transition_planner.tui.graph.walking import across, along
from transition_planner.tui.keys.command import Command, Group
from transition_planner.tui.modes.borrowing import borrowed
from transition_planner.tui.modes.mode import Mode, back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from transition_planner.tui.desk import Desk

_BORROWED = ("go-to", "edit", "longer", "shorter", "link", "unlink")
_MOST_LEVELS = 9


class NetworkMode(Mode):
    """The neighbourhood of one task. Walking moves the plan's cursor, so that edits are of the selected task."""

    id_: ClassVar[str] = "network"

    def __init__(self, plan: Desk) -> None:
        self.view = NetworkView()
        self._detail = Detail(plan.state, plan.key_of)
        self._middle: str | None = None
        self._levels: int | None = 2
        super().__init__(plan)

    def title_now(self) -> str:
        """The mode's name."""
        return _("Network")

    def body(self) -> Iterable[Widget]:
        """The picture."""
        yield self.view

    def below(self) -> Widget:
        """All about the selected task."""
        return self._detail

    def own_groups(self) -> tuple[Group[Any], ...]:
        """Walking, looking, and what is edited from here."""
        own: tuple[Command[Any], ...] = (*self.commands_now(), back())
        taken = {key for command in own for key in command.keys}
        return (
            Group(self.title_now(), own),
            Group(_("Editing"), borrowed(_BORROWED, taken=taken, footer=("link",))),
        )

    def commands_now(self) -> tuple[Command[NetworkMode], ...]:
        """Walk along links, and choose how much is on show."""
        return (
            Command(
                "successor",
                ("right",),
                _("Successor"),
                _("Along a link to a successor."),
                lambda mode: mode.walk(1),
            ),
            Command(
                "predecessor",
                ("left",),
                _("Predecessor"),
                _("Along a link to a predecessor."),
                lambda mode: mode.walk(-1),
            ),
            Command(
                "above",
                ("up", "k"),
                _("Above"),
                _("To the task above in its layer."),
                lambda mode: mode.step(-1),
            ),
            Command(
                "below",
                ("down", "j"),
                _("Below"),
                _("To the task below in its layer."),
                lambda mode: mode.step(1),
            ),
            Command(
                "centre",
                ("enter", "c"),
                _("Centre"),
                _("Show what is around the selected task."),
                lambda mode: mode.centre(),
                footer=True,
            ),
            Command(
                "more",
                ("Z",),
                _("More"),
                _("Show one level more before and behind."),
                lambda mode: mode.widen(1),
                footer=True,
            ),
            Command(
                "less",
                ("z",),
                _("Less"),
                _("Show one level less before and behind."),
                lambda mode: mode.widen(-1),
            ),
            Command(
                "everything",
                ("0",),
                _("Everything"),
                _("Show all that leads to the task and from it."),
                lambda mode: mode.reach(None),
            ),
        )

    def refill(self) -> None:
        """Show the selected task where it is in the picture, else the picture around it."""
        state = self.plan.state
        row = state.row
        middle = state.schedule.outline.row.get(self._middle or "")
        if middle is None:
            middle, self._middle = row, state.cursor
        self.view.show(state.schedule, middle, row, self._levels)
        if row is not None and not self.view.has(row):
            self._middle = state.cursor
            self.view.show(state.schedule, row, row, self._levels)
        self._detail.show(state)

    def point_at(self, id_: str) -> None:  # noqa: ARG002  # it begins where the plan's cursor is
        """The picture around the plan's selected task."""
        self.centre()

    def centre(self) -> None:
        """The picture around the selected task."""
        self._middle = self.plan.state.cursor
        self.refill()

    def walk(self, direction: int) -> None:
        """Along a link; where the picture ends, on to a picture around the task that is selected then."""
        row, picture = self.plan.state.row, self.view.picture
        if row is None or picture is None:
            self.plan.warn(no_task())
            return
        found = across(picture, row, direction)
        if found is None and self.view.goes_on(row, direction):
            self.centre()
            found = across(self.view.picture or picture, row, direction)
        if found is None:
            self.plan.say(_("nothing waits for it") if direction > 0 else _("it waits for nothing"))
        else:
            self._select(found)

    def step(self, lines: int) -> None:
        """To a task in its layer."""
        row, picture = self.plan.state.row, self.view.picture
        if row is not None and picture is not None:
            self._select(along(picture, row, lines))

    def widen(self, by: int) -> None:
        """So many levels more."""
        levels = min(max((self._levels or _MOST_LEVELS) + by, 1), _MOST_LEVELS)
        self.reach(levels)
        self.plan.say(
            ngettext("{count} level before and behind", "{count} levels before and behind", levels).format(
                count=levels
            )
        )

    def reach(self, levels: int | None) -> None:
        """So many levels around the selected task; None for all."""
        self._levels = levels
        self.centre()

    def on_network_view_clicked(self, message: NetworkView.Clicked) -> None:
        """Select what is clicked; a second click shows what is around it."""
        self._select(message.row)
        if message.double:
            self.centre()

    def _select(self, row: int) -> None:
        state = self.plan.state
        self.plan.show(state.at(state.schedule.outline.ids[row]), reveal=True)
