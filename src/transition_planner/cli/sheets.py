"""Sheets printed: as text, Markdown, HTML or nothing but words in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.output import put, put_table
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.compare.sheet import Sheet

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "markdown", "html")),
    default="text",
    help=_(
        "How it is written: as text, as Markdown for a merge request, or as one HTML page. [default: text]"
    ),
)
"""The forms in which sheets are printed."""


def put_sheets(title: str, sheets: Sequence[Sheet], form: str = "text") -> None:
    """Print sheets under a title in one of the forms."""
    from transition_planner.compare.sheet import html, markdown  # noqa: PLC0415  # help does not need it

    if form != "text":
        click.echo((markdown if form == "markdown" else html)(title, sheets), nl=False)
        return
    put(title)
    for sheet in sheets:
        put()
        put(f"{sheet.title}:")
        head = [sheet.columns] if sheet.columns else []
        put_table([*head, *sheet.rows], indent="  ", numbers=sheet.numbers)


def put_csv(sheets: Sequence[Sheet]) -> None:
    """Print sheets as one table with commas: the sheet's title, then its cells."""
    import csv  # noqa: PLC0415  # 5 ms that only this needs
    import sys  # noqa: PLC0415  # as above

    writer = csv.writer(sys.stdout, lineterminator="\n")
    for sheet in sheets:
        if sheet.columns:
            writer.writerow(("", *sheet.columns))
        writer.writerows((sheet.title, *map(_harmless, row)) for row in sheet.rows)


def _harmless(cell: str) -> str:
    """The cell as a spreadsheet shows it: one that begins as a formula would be computed."""
    risky = cell[:1] in "=@\t" or (
        cell[:1] in "+-" and not cell[1:].replace(".", "").isdecimal() and cell != "-"
    )
    return f"'{cell}" if cell and risky else cell
