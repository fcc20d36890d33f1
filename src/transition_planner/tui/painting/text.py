"""Text at an exact width in cells, also where characters are two cells wide."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

_MORE = "…"


def fit(text: str, cells: int) -> str:
    """The text at exactly that many cells; what is cut off shows as `…`."""
    if text.isascii() and len(text) <= cells:
        return text.ljust(cells)
    if cell_len(text) <= cells:
        return set_cell_size(text, cells)
    return set_cell_size(set_cell_size(text, cells - 1) + _MORE, cells) if cells > 0 else ""


def right(text: str, cells: int) -> str:
    """The text at the right end of that many cells."""
    if text.isascii() and len(text) <= cells:
        return text.rjust(cells)
    return " " * max(cells - cell_len(text), 0) + fit(text, min(cell_len(text), cells))


def wrapped(text: str, cells: int) -> list[str]:
    """The text as lines of at most that many cells, broken between words; a word that is longer is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= cells:
            line = longer
        else:
            lines += [line] if line else []
            line = word if cell_len(word) <= cells else fit(word, cells)
    return [*lines, line] if line else lines


def cells_of(text: str) -> list[str]:
    """What stands in each cell: a character, or nothing behind one that is two cells wide."""
    return [part for sign in text for part in (sign, "")[: cell_len(sign)]]


def pasted(text: str) -> str:
    """A text for a line to type in: its lines one behind the other, without what no line can show.

    Textual would take the first line and let the others go without a word.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    line = text.expandtabs(1) if len(lines) == 1 else " ".join(filter(None, lines))
    return "".join(sign for sign in line if sign.isprintable())
