"""Where output goes: data to stdout, talk to stderr."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from transition_planner.cli.terminal import line_width
from transition_planner.cli.wrapping import GAP, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def put(text: str = "") -> None:
    """A line of data."""
    click.echo(text)


def say(text: str) -> None:
    """A line of talk."""
    click.echo(text, err=True)


def put_json(value: Any) -> None:
    """A value as JSON, with letters as they are and one field a line."""
    import json  # noqa: PLC0415  # 3 ms that text output does not need

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def put_table(rows: Iterable[Sequence[str]], *, indent: str = "", numbers: Sequence[int] = ()) -> None:
    """Lines of aligned columns, two spaces apart. Nothing is drawn: a screen reader reads only words.

    In a terminal that is too narrow, long cells go on in further lines; in a pipe each row is one line.

    Args:
        rows: As many texts each; the columns' names may be the first.
        indent: What each line begins with.
        numbers: Indexes of the columns that are aligned at the right.
    """
    lines = list(rows)
    if width := line_width():
        lines = list(wrapped(lines, width - len(indent)))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (
            text.rjust(width) if index in numbers else text.ljust(width)
            for index, (text, width) in enumerate(zip(line, widths, strict=True))
        )
        put(indent + (" " * GAP).join(cells).rstrip())
