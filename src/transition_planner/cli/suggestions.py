"""The words somebody may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MOST = 3


def did_you_mean(word: str, known: Iterable[str], names: Mapping[str, str] | None = None) -> str:
    """The end of an error's sentence, " Did you mean …?" with up to three words; "" where none is near.

    Args:
        word: What was typed.
        known: The words that could have been typed.
        names: What to tell instead of some of them: the id of a title.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # 4 ms, and only mistakes need it

    folded = {each.casefold(): (names or {}).get(each, each) for each in known}
    typed = word.casefold()
    parts = [each for each in folded if typed and typed in each]
    words = [typed] if typed in folded else [*parts, *get_close_matches(typed, folded, n=_MOST)]
    near = dict.fromkeys(folded[each] for each in words)
    if not near:
        return ""
    *others, last = list(near)[:_MOST]
    told = _("{names} or {last}").format(names=", ".join(others), last=last) if others else last
    return " " + _("Did you mean {names}?").format(names=told)
