"""Driving the app with keys, without a terminal."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

from tests.tui.plans import SMALL, history
from textual.events import Key
from textual.keys import _character_to_key

from transition_planner.planfile.history import History
from transition_planner.planfile.loading import load
from transition_planner.tui.app import PlanApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from transition_planner.locales import Language
    from transition_planner.tui.keys.keymap import Keymap
    from transition_planner.tui.screen import PlanScreen
    from transition_planner.tui.state.state import State
    from transition_planner.tui.state.timescale import Zoom

TODAY = date(2027, 1, 20)


def driven(scenario: Callable[..., Awaitable[None]]) -> Callable[..., None]:
    """An asynchronous test as one that pytest runs."""

    @wraps(scenario)
    def run(*arguments: Any, **named: Any) -> None:
        async def play() -> None:
            await scenario(*arguments, **named)

        asyncio.run(play())

    return run


class Seat:
    """Where the tester sits: keys, and what is seen."""

    def __init__(self, app: PlanApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> PlanScreen:
        return self.app.plan_screen

    @property
    def state(self) -> State:
        return self.screen.state

    def zoom(self) -> Zoom:
        return self.state.zoom

    @property
    def said(self) -> str:
        return self.app.open_screen.notice.said

    @property
    def text(self) -> str:
        """The plan's text as it stands in memory."""
        return self.state.history.document.text

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before has been dealt with."""
        for key in keys:
            await self.burst(key)

    async def burst(self, *keys: str) -> None:
        """Press keys in one go, without waiting for what they do."""
        for key in keys:
            self._send(key)
        await self.pilot._wait_for_screen()
        await self.app.typeahead.settled()
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        await self.burst(*text)

    def _send(self, key: str) -> None:
        name = _character_to_key(key) if len(key) == 1 else key
        self.app.post_message(Key(name, key if len(key) == 1 else None))

    async def settle(self) -> None:
        """Wait until the findings are counted, and all else that is looked for."""
        for _ in range(100):
            await self.pilot.pause(0.05)
            if self.screen._headline._findings is not None:
                await self.app.workers.wait_for_complete()
                await self.pilot.pause()
                return
        raise AssertionError("the findings were never counted")

    def days(self, id_: str) -> tuple[str, str]:
        """First and last day of a task."""
        schedule = self.state.schedule
        row = schedule.outline.row[id_]
        return str(schedule.first_day(row)), str(schedule.last_day(row))

    def lines(self) -> list[str]:
        """The whole screen as text."""
        width, height = self.app.size
        strips = self.app.screen._compositor.render_strips()
        assert len(strips) == height
        lines = [strip.text for strip in strips]
        assert {strip.cell_length for strip in strips} == {width}
        return lines


@asynccontextmanager
async def seated(
    plan: str | Path | History = SMALL,
    *,
    size: tuple[int, int] = (100, 30),
    language: Language = "en",
    model: str | None = None,
    read_only: bool = False,
    keymap: Keymap | None = None,
    baseline: str | None = None,
    memory: Path | None = None,
) -> AsyncIterator[Seat]:
    """The app on a plan: its text, its file, or a history; with the text of a baseline."""
    if isinstance(plan, str):
        opened = history(plan)
    elif isinstance(plan, History):
        opened = plan
    else:
        opened = History.of(load(plan))
    app = PlanApp(
        opened,
        model,
        language,
        read_only=read_only,
        today=TODAY,
        keymap=keymap,
        baseline=None if baseline is None else history(baseline).document.plan,
        memory=memory,
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Seat(app, pilot)
