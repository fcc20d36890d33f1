"""Python's garbage collector, which walks growing data again and again, kept still while much is made at once."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collector_paused(*, set_aside: bool = False) -> Iterator[None]:
    """Pause the collector; what is made meanwhile must have no cycles.

    Reading 10,000 tasks takes 1 s less, scheduling them 0.1 s. With `set_aside` later collections do not walk what
    was made (0.2 s each).
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            if set_aside:
                gc.freeze()
            gc.enable()
