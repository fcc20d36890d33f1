"""Where output goes: data to stdout, talk to stderr."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from transition_planner.cli.tables import table_lines
from transition_planner.cli.terminal import terminal_width

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
    """Lines of aligned columns, folded to the terminal that they are printed on.

    Args:
        rows: As many texts each; the columns' names may be the first.
        indent: What each line begins with.
        numbers: Indexes of the columns that are aligned at the right.
    """
    width = terminal_width()
    room = None if width is None else width - len(indent)
    for line in table_lines(list(rows), room, numbers):
        put(indent + line)
