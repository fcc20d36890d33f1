"""History: the edits of this sitting with what each did to the plan, and the way back to any of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from transition_planner.locales import _, language
from transition_planner.tui.keys.command import Command
from transition_planner.tui.modes.listing import Entry
from transition_planner.tui.modes.mode import Mode
from transition_planner.tui.modes.past import effects, points, travelled
from transition_planner.tui.painting.ink import Ink

if TYPE_CHECKING:
    from transition_planner.locales import Language
    from transition_planner.plan.plan import Plan
    from transition_planner.tui.desk import Desk
    from transition_planner.tui.modes.past import Point
    from transition_planner.tui.state.state import State

HERE = "▸"
"""Where the plan stands."""

_About = tuple["Plan", "str | None", "Language"]


class HistoryMode(Mode):
    """The list of points, the first the plan as it was opened."""

    id_: ClassVar[str] = "history"

    def __init__(self, plan: Desk) -> None:
        super().__init__(plan)
        self._number = 0
        """How many edits had led to where the plan stood when the list was made."""
        self._points: list[Point] = []
        self._effects: dict[int, str] = {}
        """What each step did to the plan, by the number of its point."""
        self._about: _About | None = None

    def title_now(self) -> str:
        """The mode's name."""
        return _("History")

    def commands_now(self) -> tuple[Command[HistoryMode], ...]:
        """Go to a point."""
        return (
            Command(
                "travel",
                ("enter",),
                _("Go there"),
                _("Take back, or do again, all edits up to the selected one."),
                lambda mode: mode.travel(),
                edits=True,
                footer=True,
            ),
        )

    def refill(self) -> None:
        """Show the edits, and find out what each of them did."""
        state = self.plan.state
        about = (state.history.document.plan, state.model, language())
        if self._about is not None and all(new is old for new, old in zip(about, self._about, strict=True)):
            return
        follow = not self._points or self.listing.key == self._number
        self._about = about
        self._points, self._effects = points(state), {}
        self._fill()
        if follow:
            self.listing.select(len(state.history.done))
        self._number = len(state.history.done)
        self.run_worker(self._look(state), group="effects", exclusive=True)

    async def _look(self, state: State) -> None:
        """Find out what each step did; keys come in between."""
        for number, effect in effects(state, self._points):
            self._effects[number] = effect
            await asyncio.sleep(0)
        self._fill()
        self.explain()

    def _fill(self) -> None:
        here = len(self.plan.state.history.done)
        self.listing.show(
            [_entry(point, here, self._effects.get(point.number, "")) for point in self._points]
        )

    def explain(self) -> None:
        """What the edit did to the plan, and what it took out of the text and put in."""
        number = self.listing.key
        point = next((each for each in self._points if each.number == number), None)
        if point is None:
            return
        said = [(point.label, Ink.PHASE), (self._effects.get(point.number, ""), Ink.TEXT)]
        for splice in point.splices:
            said += [(f"- {text}", Ink.NEAR) for text in (splice.removed.strip(),) if text]
            said += [(f"+ {text}", Ink.TODAY) for text in (splice.inserted.strip(),) if text]
        self.passage.show(said)

    def act(self) -> None:
        """Go there."""
        self.action_run("travel")

    def travel(self) -> None:
        """The plan as it was, or would be again, after the selected edit."""
        number, screen = self.listing.key, self.plan
        here = len(screen.state.history.done)
        if not isinstance(number, int) or number == here:
            screen.say(_("the plan is there already"))
            return
        point = next(each for each in self._points if each.number == number)
        said = _("back at: {edit}") if number < here else _("on at: {edit}")
        screen.change(travelled(screen.state, number), said.format(edit=point.label))


def _entry(point: Point, here: int, effect: str) -> Entry:
    ahead = point.number > here
    sign = HERE if point.number == here else " "
    label = point.label
    if ahead:
        label = _("taken back: {edit}").format(edit=label)
    ink = Ink.FAINT if ahead else Ink.TEXT
    return Entry(((f" {sign} ", Ink.TODAY), (label, ink), (f"   {effect}", Ink.FAINT)), point.number)
