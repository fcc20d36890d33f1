"""Sheets: titled tables of words, the one form in which comparisons are told, and their Markdown and HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from transition_planner.locales import language

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    """As many texts each."""
    columns: tuple[str, ...] = ()
    """The columns' names; none where they explain themselves."""
    numbers: tuple[int, ...] = ()
    """Indexes of the columns that are aligned at the right."""


_STYLE = (
    "body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1b1b1b}"
    "table{border-collapse:collapse;margin:.5rem 0 1.5rem}"
    "th,td{border-bottom:1px solid #ccc;padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}"
    ".n{text-align:right}h1{font-size:1.4rem}h2{font-size:1.1rem}"
)
_RIGHT = ' class="n"'


def markdown(title: str, sheets: Sequence[Sheet]) -> str:
    """The sheets as Markdown, for a comment on a merge request."""
    parts = [f"## {_inline(title)}"]
    for sheet in sheets:
        width = len(sheet.columns or sheet.rows[0])
        head = sheet.columns or ("",) * width
        rule = ["--:" if index in sheet.numbers else "---" for index in range(width)]
        lines = [_line(head), f"| {' | '.join(rule)} |", *map(_line, sheet.rows)]
        parts.append(f"### {_inline(sheet.title)}\n\n" + "\n".join(lines))
    return "\n\n".join(parts) + "\n"


def html(title: str, sheets: Sequence[Sheet]) -> str:
    """The sheets as one page without scripts and without anything from elsewhere."""
    body = "".join(_table(sheet) for sheet in sheets)
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n{body}</body>\n</html>\n"
    )


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(_inline(cell) for cell in cells)} |"


def _inline(text: str) -> str:
    r"""The text as it stands in one cell: characters that Markdown or HTML would obey are escaped."""
    for sign in "\\`*_[]|#~":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.replace("<", "&lt;").split())


def _table(sheet: Sheet) -> str:
    lines = []
    if sheet.columns:
        lines.append(_row(sheet.columns, sheet.numbers, "th"))
    lines += [_row(cells, sheet.numbers, "td") for cells in sheet.rows]
    return f"<h2>{escape(sheet.title)}</h2>\n<table>\n{''.join(lines)}</table>\n"


def _row(cells: Sequence[str], numbers: Sequence[int], tag: str) -> str:
    inside = "".join(
        f"<{tag}{_RIGHT if index in numbers else ''}>{escape(cell)}</{tag}>"
        for index, cell in enumerate(cells)
    )
    return f"<tr>{inside}</tr>\n"
