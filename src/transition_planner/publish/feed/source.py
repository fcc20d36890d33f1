"""The feeds of a plan's file as it is now, or as it last was good."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from transition_planner.publish.feed.feeds import Feed

    Build = Callable[[], Mapping[str, Feed]]
    _Stamp = tuple[tuple[int, int, int] | None, ...]

_GLANCE = 1.0
"""Seconds between two looks at the files."""
_SWITCH = 0.0005
"""Seconds for which building may keep the interpreter from requests, where Python's own 5 ms add up: 99 of 100 of them
take 20 ms then, not 350."""
_AGAIN = 10.0
"""Seconds after which what failed is tried again: a commit changes no file that is looked at."""


class Source:
    """Builds the feeds anew when a file has changed; what cannot be built leaves the last good ones in place."""

    def __init__(
        self,
        build: Build,
        files: Sequence[Path],
        failed: Callable[[Exception], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """A source; nothing is built yet.

        Args:
            build: Reads the plan and makes its feeds; raises where they cannot be made.
            files: Those that it reads.
            failed: Is told why feeds could not be built, once for each state of the files.
            clock: Gives seconds.
        """
        self._build = build
        self._files = files
        self._failed = failed
        self._clock = clock
        self._stamp: _Stamp | None = None
        self._tried = float("-inf")
        self._feeds: Mapping[str, Feed] | None = None
        self._stale = False

    @property
    def feeds(self) -> Mapping[str, Feed] | None:
        """The newest good feeds by name; None where there never were any."""
        return self._feeds

    @property
    def stale(self) -> bool:
        """Whether the feeds are those of an earlier state of the plan."""
        return self._stale

    def look(self) -> None:
        """Build the feeds where a file has changed, and try again what failed."""
        now = self._clock()
        stamp = tuple(map(_stamp, self._files))
        changed = stamp != self._stamp
        if not changed and not (self._stale and now - self._tried >= _AGAIN):
            return
        self._stamp, self._tried = stamp, now
        try:
            self._feeds = self._build()
        except Exception as error:  # noqa: BLE001  # whatever is wrong with the plan, subscribers keep their dates
            self._stale = True
            if changed:
                self._failed(error)
        else:
            self._stale = False

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Look every second as long as the block runs, so that no request waits for a feed to be built."""
        ended = Event()

        def watch() -> None:
            while not ended.wait(_GLANCE):
                self.look()

        thread = Thread(target=watch, name="feeds")
        interval = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()
            sys.setswitchinterval(interval)


def _stamp(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
