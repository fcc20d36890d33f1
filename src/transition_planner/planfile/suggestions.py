"""Did you mean: the known name nearest to an unknown one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Collection

_LONGEST_SHOWN = 60
_MOST_COMPARED = 30_000
"""Names compared for one file: 10,000 alike take 0.2 s, and a prefix changed everywhere makes thousands unknown."""


def shortened(text: str) -> str:
    """The text as a message quotes it: on one line, and its beginning where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


class Suggestions:
    """Suggestions for one file, as many as can be made quickly."""

    def __init__(self) -> None:
        self._compared = 0

    def hint(self, name: str, known: Collection[str]) -> str:
        """A question with the nearest known name; "" where none is near."""
        self._compared += len(known)
        if self._compared > _MOST_COMPARED or len(name) > _LONGEST_SHOWN:
            return ""
        from difflib import get_close_matches  # noqa: PLC0415  # 2 ms that only wrong names need

        near = get_close_matches(name, known, n=1)
        if not near:
            folded = {each.casefold(): each for each in known}
            near = [folded[name.casefold()]] if name.casefold() in folded else []
        return _("Did you mean {name}?").format(name=near[0]) if near else ""
