"""Bring the Finnish catalogue in step with the source: `python -m tests.locales.catalogue`, from the root.

It gathers the sentences of the source, keeps the translations there are, writes the .po with an empty
translation for each sentence that is new and without those that are gone, and compiles the .mo that the
program reads. English needs no catalogue: its sentences stand in the code.
"""

from __future__ import annotations

import ast
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from transition_planner.cli.lazy_group import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

SOURCE = Path(__file__).parents[2] / "src" / "transition_planner"
PO = SOURCE / "locales" / "fi" / "LC_MESSAGES" / "transition_planner.po"
MO = PO.with_suffix(".mo")

KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "ngettext": (1, 2),
    # Its template is translated where the error is shown.
    "refusal": (1,),
}

COMMANDS = (SOURCE / "cli" / "commands", SOURCE / "cli" / "rules")
"""The folders of modules whose docstrings are the help of commands."""

CLICK: tuple[str | tuple[str, str], ...] = (
    "Commands",
    "Error: {message}",
    "Invalid value for {param_hint}: {message}",
    "Invalid value: {message}",
    "Missing argument",
    "Missing command.",
    "Missing option",
    "No such command {name!r}.",
    "No such option {name!r}.",
    "Option {name!r} does not take a value.",
    "Options",
    "Show the version and exit.",
    "Show this message and exit.",
    "Try '{command} {option}' for help.",
    "Usage:",
    "default: {default}",
    "directory",
    "file",
    "path",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is a file.",
    "{name} {filename!r} is not readable.",
    "{name} {filename!r} is not writable.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""What click says to people who use this program: it asks the catalogue as we do."""


def of_source() -> Catalog:
    """The sentences of the source, without translations."""
    catalog = Catalog(locale="fi")
    found = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS, strip_comment_tags=True)
    for file, _line, message, _comments, context in found:
        catalog.add(message, locations=[(Path(file).as_posix(), 0)], context=context)
    for module in sorted(each for folder in COMMANDS for each in folder.glob("[!_]*.py")):
        docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
        for paragraph in paragraphs(docstring):
            if not paragraph.startswith("JSON"):
                catalog.add(paragraph, locations=[(module.relative_to(SOURCE).as_posix(), 0)])
    for message in CLICK:
        catalog.add(message, locations=[("click", 0)])
    return catalog


def finnish() -> Catalog:
    """The catalogue as it is."""
    with PO.open("rb") as file:
        return read_po(file, locale="fi", abort_invalid=True)


def compiled(catalog: Catalog) -> bytes:
    """The bytes of its .mo."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """A sentence's forms: singular and plural, or its one."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def main() -> None:
    """Write both files and say what is still to be translated."""
    catalog = finnish()
    source = of_source()
    source.creation_date = catalog.creation_date
    catalog.update(source, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    with PO.open("wb") as file:
        write_po(file, catalog, width=110, sort_output=True, include_lineno=False)
    MO.write_bytes(compiled(finnish()))
    for message in catalog:
        if message.id and not all(forms(message.string)):
            sys.stdout.write(f"not translated: {message.id}\n")


if __name__ == "__main__":
    main()
