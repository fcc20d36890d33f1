"""The garbage collector while the screen is in use.

A strip that is divided at its own end keeps itself alive in its own cache, and Textual divides each strip of each
frame: 40 scrolled lines leave 1,800 dead strips that only the collector frees. With Python's own settings it stops
the world for 50 to 80 ms every 20 frames (10,000 tasks), which is the one thing that makes a key feel slow. So what
was loaded is frozen, passes over the young run seldom (worst frame 8.6 ms in 180 keys), and whole passes run when no
key has come for a second.
"""

from __future__ import annotations

import gc

_THRESHOLDS = (2000, 1000, 1000)
IDLE_SECONDS = 1.0


class Collector:
    """Sets the collector for a screen in use, and restores what it found."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None
        self._dirty = False

    def begin(self) -> None:
        """Freeze what is loaded and collect seldom from now on."""
        self._before = gc.get_threshold()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_THRESHOLDS)

    def key_pressed(self) -> None:
        """A key has come: there will be something to collect."""
        self._dirty = True

    def idle(self) -> None:
        """No key has come for a while: collect, unless nothing happened since the last time."""
        if self._dirty:
            gc.collect()
            self._dirty = False

    def end(self) -> None:
        """Put the settings back."""
        if self._before is not None:
            gc.set_threshold(*self._before)
            gc.unfreeze()
            self._before = None
