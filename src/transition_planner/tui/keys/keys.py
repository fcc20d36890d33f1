"""Keys by their names: as files write them, as Textual calls them, as people read them."""

from __future__ import annotations

from textual.binding import Binding
from textual.keys import Keys, format_key

_SHOWN = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "insert": "Ins",
    "space": "Space",
    "tab": "Tab",
    "enter": "Enter",
    "delete": "Del",
    "backspace": "Backspace",
    "escape": "Esc",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}
_MODIFIERS = {"ctrl": "^", "alt": "Alt+", "shift": "⇧"}
_NAMED = frozenset(key.value for key in Keys if not key.value.startswith("<"))


def canonical(key: str) -> str:
    """Textual's name of a key: `/` is `slash`.

    Raises:
        ValueError: if there is no such key.
    """
    *modifiers, base = key.split("+") if len(key) > 1 else (key,)
    if len(base) == 1 and base.isprintable():
        base = "comma" if base == "," else next(iter(Binding.make_bindings([Binding(base, "")]))).key
    known = base.isprintable() and (base in _NAMED or len(format_key(base)) == 1)
    if not known or not _MODIFIERS.keys() >= set(modifiers):
        raise ValueError(key)
    return "+".join((*(each for each in ("alt", "ctrl", "shift") if each in modifiers), base))


def shown(key: str) -> str:
    """A key as people read it: `^s`, `⇧←`, `PgUp`, `/`."""
    *modifiers, base = canonical(key).split("+")
    sign = _SHOWN.get(base) or format_key(base)
    return "".join(_MODIFIERS[each] for each in modifiers) + (
        sign if len(sign) == 1 or base in _SHOWN else base
    )
