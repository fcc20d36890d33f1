"""Why: the chain that decides when the selected task is, what would bring it earlier, and what it drives."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from transition_planner.locales import _, language
from transition_planner.locales.dates import full_date, long_date
from transition_planner.schedule.why import sentence, why
from transition_planner.tui.board.columns import MARKS
from transition_planner.tui.chart.bars import urgency
from transition_planner.tui.keys.command import Command
from transition_planner.tui.modes.levers import Lever, driven, levers, told
from transition_planner.tui.modes.listing import Entry
from transition_planner.tui.modes.mode import Mode
from transition_planner.tui.painting.ink import Ink
from transition_planner.tui.painting.titles import title_of
from transition_planner.tui.state.breaking import Break, breaks, members

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.locales import Language
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.desk import Desk
    from transition_planner.tui.state.state import State


def entries(state: State, pulls: Sequence[Lever] | None) -> list[Entry]:
    """Everything about why the selected task is when it is; without levers, they are still being looked for."""
    row = state.row
    if row is None:
        return [Entry(((" " + _("no task is selected"), Ink.FAINT),))]
    schedule = state.schedule
    if row in schedule.undated:
        return list(_circle(schedule, row))
    chain = why(schedule, row)
    days = f"{full_date(schedule.first_day(row))} → {full_date(schedule.last_day(row))}"
    return [
        Entry(((f" {title_of(schedule.outline, row)}", Ink.PHASE), (f"   {days}", Ink.FAINT))),
        Entry(()),
        _heading(_("Why then")),
        *(
            Entry((*_mark(schedule, step.row), (step.sentence, Ink.TEXT)), ("chain", step.row))
            for step in chain
        ),
        Entry(()),
        _heading(_("What would bring it earlier")),
        *_levers(pulls),
        Entry(()),
        _heading(_("What it drives")),
        *_driven(state, row),
    ]


class WhyMode(Mode):
    """The chain, the levers, and what is driven."""

    id_: ClassVar[str] = "why"

    def __init__(self, plan: Desk) -> None:
        super().__init__(plan)
        self._about: tuple[Schedule, int | None, Language] | None = None
        """Of which schedule and row the listing tells, in which language."""

    def title_now(self) -> str:
        """The mode's name."""
        return _("Why")

    def commands_now(self) -> tuple[Command[Mode], ...]:
        """Walk along the chain, or pull a lever."""
        return (
            Command(
                "follow",
                ("enter",),
                _("Follow"),
                _(
                    "Ask the same of the selected task; on what would bring it earlier, or break a circle, do that."
                ),
                _follow,
                footer=True,
            ),
            Command(
                "jump", ("e",), _("To the task"), _("To the selected task in the plan."), _jump, footer=True
            ),
        )

    def refill(self) -> None:
        """Show the chain of the task that is selected in the plan, and look for its levers."""
        state = self.plan.state
        about = (state.schedule, state.row, language())
        if about == self._about:
            return
        self._about = about
        self.listing.show(entries(state, None))
        self.run_worker(self._look(state), group="levers", exclusive=True)

    async def _look(self, state: State) -> None:
        """Try levers out; keys come in between."""
        found = []
        if state.row is not None and state.row not in state.schedule.undated:
            for lever in levers(state, state.row, why(state.schedule, state.row)):
                found += [lever] if lever is not None else []
                await asyncio.sleep(0)
        self.listing.show(entries(state, sorted(found, key=lambda lever: -lever.days)))
        self.explain()

    def explain(self) -> None:
        """The whole sentence of the line."""
        match self.listing.key:
            case Break() as cut:
                self.passage.show(((cut.says, Ink.TEXT),))
            case Lever() as lever:
                self.passage.show(((lever.says, Ink.TEXT), (told(lever), Ink.TODAY)))
            case (str(), int(row)):
                schedule = self.plan.state.schedule
                self.passage.show(((sentence(schedule, row), Ink.TEXT),))
            case _:
                self.passage.show(())

    def act(self) -> None:
        """Follow."""
        _follow(self)


def _follow(mode: Mode) -> None:
    screen = mode.plan
    match mode.listing.key:
        case Lever() | Break() as found:
            if screen.read_only:
                screen.refuse_to_edit()
            else:
                screen.edit((found.edit,), found.says)
        case (str(), int(row)):
            screen.show(screen.state.at(screen.state.schedule.outline.ids[row]))
            mode.listing.move_to_end(-1)


def _jump(mode: Mode) -> None:
    match mode.listing.key:
        case (str(), int(row)):
            screen = mode.plan
            screen.close_mode()
            screen.show(screen.state.at(screen.state.schedule.outline.ids[row]), reveal=True)
        case _:
            mode.plan.close_mode()


def _circle(schedule: Schedule, row: int) -> Iterator[Entry]:
    """Why a task has no dates, and what would give it some."""
    yield Entry(((f" {title_of(schedule.outline, row)}", Ink.PHASE), ("   " + _("no dates"), Ink.MISSED)))
    yield Entry(())
    yield _heading(_("Why it has no dates"))
    yield Entry((("   ", Ink.TEXT), (sentence(schedule, row), Ink.TEXT)))
    yield Entry(())
    yield _heading(_("Who waits for whom"))
    for each in members(schedule, row):
        yield Entry((("   ", Ink.TEXT), (title_of(schedule.outline, each), Ink.TEXT)), ("circle", each))
    yield Entry(())
    yield _heading(_("What would break the circle"))
    for cut in breaks(schedule, row):
        yield Entry((("   ", Ink.TEXT), (cut.says, Ink.TEXT)), cut)


def _heading(text: str) -> Entry:
    return Entry(((f" {text}", Ink.KEY),))


def _mark(schedule: Schedule, row: int) -> tuple[tuple[str, Ink], ...]:
    ink = urgency(schedule, row)
    return ((f" {MARKS[ink]} ", ink),)


def _levers(found: Sequence[Lever] | None) -> Iterator[Entry]:
    if not found:
        said = _("looking…") if found is None else _("no single edit of its chain does")
        yield Entry(((f"   {said}", Ink.FAINT),))
        return
    for lever in found:
        days = _("{days} d earlier").format(days=lever.days)
        yield Entry(
            ((f"   {days}: ", Ink.TODAY), (lever.says, Ink.TEXT), (f"   {told(lever)}", Ink.FAINT)), lever
        )


def _driven(state: State, row: int) -> Iterator[Entry]:
    schedule = state.schedule
    rows = driven(state, row)
    if not rows:
        yield Entry((("   " + _("nothing: all that waits for it waits longer for others"), Ink.FAINT),))
    for each in rows:
        day = long_date(schedule.first_day(each))
        yield Entry(
            (*_mark(schedule, each), (title_of(schedule.outline, each), Ink.TEXT), (f"   {day}", Ink.FAINT)),
            ("driven", each),
        )
