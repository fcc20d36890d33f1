"""Somebody who presses keys, moves the mouse and changes the file at random, and what must hold all the while.

    python -m tests.tui.monkey PLAN SEED STEPS

plays longer than the tests do, on a copy of a plan's folder, and ends in silence where all is well.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.tui.driving import seated
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp, Paste, Resize
from textual.geometry import Size

from transition_planner.planfile.journal import recover
from transition_planner.planfile.loading import parse
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tui.driving import Seat
    from textual.events import MouseEvent

    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.journal import Recovered

_MOVES = (
    "up",
    "down",
    "down",
    "down",
    "pageup",
    "pagedown",
    "g",
    "G",
    "left",
    "right",
    "space",
    "o",
    "m",
    "t",
    "c",
)
_EDITS = (
    "+",
    "+",
    "-",
    ">",
    "<",
    "J",
    "K",
    "[",
    "]",
    "d",
    "a",
    "A",
    "y",
    "p",
    "l",
    "L",
    "x",
    "b",
    "%",
    "R",
    "i",
    "D",
)
_PAST = ("u", "u", "u", "ctrl+r", "U")
_MODES = ("f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9")
_OTHERS = (
    "v",
    "V",
    "ctrl+a",
    "/",
    "n",
    "N",
    "z",
    "Z",
    "1",
    "3",
    "6",
    "0",
    "f12",
    "ctrl+t",
    "?",
    ":",
    "s",
    "P",
    "X",
)
_DIALOGS = (
    "e",
    "tab",
    "shift+tab",
    "enter",
    "enter",
    "enter",
    "escape",
    "escape",
    "escape",
    "backspace",
    "ctrl+u",
)
KEYS = (*_MOVES * 2, *_EDITS * 2, *_PAST * 3, *_MODES, *_OTHERS, *_DIALOGS * 2, *"aeo 13dFw:-")
"""All but those that leave, start an editor or open the palette, which does that too."""
TEXTS = (
    "8d",
    "2027-05-03",
    "choose-model FS+2d",
    "rehtori",
    "owner:",
    "threat:U3 critical",
    "🎻 ä ö",
    "\n\n- x: [",
    "'\"",
)
SIZES = ((80, 24), (160, 48), (240, 67), (100, 30), (20, 5), (44, 12))


class Monkey:
    """Acts at random on a plan's file that is open."""

    def __init__(self, seat: Seat, path: Path, seed: int) -> None:
        self.seat = seat
        self.path = path
        self.first = seat.text
        self.rng = random.Random(seed)  # noqa: S311  # keys, not secrets
        self.told: list[str] = []
        """What was done, for whoever plays it again."""
        self._acts: tuple[tuple[int, Callable[[], str]], ...] = (
            (400, self._key),
            (20, self._type),
            (20, self._click),
            (8, self._drag),
            (8, self._wheel),
            (4, self._resize),
            (4, self._paste),
            (2, self._write),
        )

    async def act(self) -> None:
        """Do one thing, and see that the app still runs."""
        weights = [weight for weight, _act in self._acts]
        act = self.rng.choices([act for _weight, act in self._acts], weights)[0]
        self.told.append(act())
        await self.seat.pilot._wait_for_screen()
        if self.seat.app._exception is not None:
            raise self.seat.app._exception
        assert self.seat.app.is_running or self.left, "the app has ended"

    @property
    def left(self) -> bool:
        """Whether it has quit, as a click in the footer does."""
        return self.seat.app._exit

    async def check(self) -> None:
        """Hold dates, history, journal and file against what they are to be."""
        await self.seat.pilot.pause()
        if self.left:  # keys that were still under way may have left without saving, and the journal is gone
            return
        state = self.seat.state
        register = state.history.document.register_text
        check_dates(self.seat, parse(self.seat.text, register_text=register).plan)
        if state.history.changed:
            kept = self._journal()
            assert kept is not None
            assert kept.text == self.seat.text
        elif self.path.read_text("utf-8") == state.history.saved:  # else another program has written since
            assert self._journal() is None
        back = state
        while back.history.can_undo:
            back = back.undone()
        assert back.history.document.text == self.first
        while back.history.can_redo and len(back.history.done) < len(state.history.done):
            back = back.redone()
        assert back.history.document.text == self.seat.text

    def _journal(self) -> Recovered | None:
        own = self.seat.screen.journal
        return next((each for each in recover(self.path) if each.journal == own), None)

    def _key(self) -> str:
        key: str = self.rng.choice(KEYS)
        self.seat._send(key)
        return key

    def _type(self) -> str:
        text = self.rng.choice(TEXTS)
        for letter in text:
            if letter.isprintable():
                self.seat._send(letter)
        return f"type {text!r}"

    def _paste(self) -> str:
        text = self.rng.choice((*TEXTS, "long " * 2000))
        self.seat.app.post_message(Paste(text))
        return f"paste {text[:20]!r}"

    def _at(self) -> tuple[int, int]:
        width, height = self.seat.app.size
        return self.rng.randrange(width), self.rng.randrange(height)

    def _mouse(self, kind: type[MouseEvent], at: tuple[int, int]) -> None:
        event = kind(
            widget=None,
            x=at[0],
            y=at[1],
            delta_x=0,
            delta_y=0,
            button=1,
            shift=False,
            meta=False,
            ctrl=False,
            screen_x=at[0],
            screen_y=at[1],
        )
        self.seat.app.post_message(event)

    def _click(self) -> str:
        at = self._at()
        for _each in range(self.rng.choice((1, 1, 2))):
            for kind in (MouseDown, MouseUp):  # of which Textual makes the click
                self._mouse(kind, at)
        return f"click {at}"

    def _drag(self) -> str:
        at, to = self._at(), self._at()
        self._mouse(MouseDown, at)
        self._mouse(MouseMove, to)
        self._mouse(MouseUp, to)
        return f"drag {at} {to}"

    def _wheel(self) -> str:
        at = self._at()
        self._mouse(self.rng.choice((MouseScrollDown, MouseScrollUp)), at)
        return f"wheel {at}"

    def _resize(self) -> str:
        size = Size(*self.rng.choice(SIZES))
        driver = self.seat.app._driver
        assert driver is not None
        driver._size = (size.width, size.height)
        self.seat.app.post_message(Resize(size, size))
        return f"resize {size}"

    def _write(self) -> str:
        """Let another program change a duration in the file, or add a line to it."""
        text = self.path.read_text("utf-8")
        if "duration: 5d" in text and self.rng.randrange(2):
            text = text.replace("duration: 5d", f"duration: {self.rng.randint(2, 9)}d", 1)
        else:
            text += f"# {self.rng.randrange(100)}\n"
        self.path.write_text(text, "utf-8")
        self.seat.screen.follower.look()
        return "write"


def check_dates(seat: Seat, plan: Plan) -> None:
    """Hold the dates on show against those of the plan scheduled anew."""
    found = seat.state.schedule
    fresh = schedule(plan, seat.state.model, partly=True)
    assert fresh.outline.ids == found.outline.ids
    assert fresh.finish == found.finish
    assert fresh.critical_rows == found.critical_rows
    assert fresh.undated.keys() == found.undated.keys()
    for row in set(range(len(fresh.outline))) - fresh.undated.keys():
        for ask in ("early_start", "early_finish", "late_start", "late_finish", "total_float", "free_float"):
            assert getattr(fresh, ask)(row) == getattr(found, ask)(row), (ask, fresh.outline.ids[row])


async def play(plan: Path, folder: Path, seed: int, steps: int, every: int = 50) -> None:
    """Let it act on a copy of a plan's folder, and check now and then; where it quits, open the plan again."""
    shutil.copytree(plan, folder / "plan")
    path = folder / "plan" / "plan.yaml"
    step = 0
    while step < steps:
        async with seated(path) as seat:
            monkey = Monkey(seat, path, seed + step)
            while step < steps and not monkey.left:
                step += 1
                try:
                    await monkey.act()
                    if step % every == 0 and not monkey.left:
                        await monkey.check()
                except BaseException as error:
                    error.add_note(f"seed {seed}, step {step}, after: {' '.join(monkey.told[-12:])}")
                    raise


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as there:
        asyncio.run(play(Path(sys.argv[1]), Path(there), int(sys.argv[2]), int(sys.argv[3])))
