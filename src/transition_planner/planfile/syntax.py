"""What is wrong with a text that is no YAML, in the words of a person who writes plans."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.finding import Finding
from transition_planner.planfile.places import NOT_ALLOWED, line_number, place_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.planfile.events import NotYamlError

_MOST_CHARACTERS = 20
"""Findings about single characters; a file that is no text at all would give one for every byte."""
_RAW_BYTE = range(0xDC80, 0xDD00)
"""The lone surrogates by which `surrogateescape` keeps bytes that are no UTF-8."""


def forbidden_characters(text: str, name: str) -> Iterator[Finding]:
    """A finding for each of the first characters that YAML does not allow, and bytes that are no UTF-8."""
    for match in islice(NOT_ALLOWED.finditer(text), _MOST_CHARACTERS):
        code = ord(match[0])
        place = place_at(text, name, match.start())
        if code in _RAW_BYTE:
            yield Finding(
                "TP006",
                _("the byte 0x{byte:02X} is no UTF-8").format(byte=code - 0xDC00),
                hint=_("Save the file in the encoding UTF-8."),
                place=place,
            )
        else:
            yield Finding(
                "TP001",
                _("the character U+{code:04X} cannot stand in a plan").format(code=code),
                hint=_("Delete it; it may be invisible in your editor."),
                place=place,
            )


def not_yaml(error: NotYamlError, text: str, name: str) -> Finding:
    """The finding for the place where a text stops being YAML."""
    message, hint = _explained(error, text)
    offset = error.offset
    # Where something was opened and not closed, the opening is what one has to look at.
    if error.context_offset is not None and error.problem in _AT_CONTEXT:
        offset = error.context_offset
    if offset >= len(text.rstrip()):
        offset = max(0, len(text.rstrip()) - 1)
    return Finding("TP001", message, hint=hint, place=place_at(text, name, offset))


_AT_CONTEXT = {
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "found unexpected end of stream",
    "found unexpected document indicator",
}


def _explained(error: NotYamlError, text: str) -> tuple[str, str]:
    """The sentence and the hint. Messages of libyaml that we do not know are shown as they are."""
    problem = error.problem
    match problem:
        case "mapping values are not allowed in this context":
            return (
                _("a colon makes this a second key where no key can be"),
                _(
                    "Indent the key as its neighbours, or put a text that holds a colon and a space in quotes."
                ),
            )
        case "could not find expected ':'":
            return (
                _("this line is neither a key with its value nor part of a text"),
                _("Write key: value, or indent the line deeper than the key whose text it goes on with."),
            )
        case "did not find expected key" | "did not find expected <document start>":
            return (
                _("a key is expected here, in the column of the keys above"),
                _(
                    "Indent the line as its neighbours; after a value in quotes or brackets the line must end."
                ),
            )
        case "did not find expected '-' indicator":
            return (
                _("an item that begins with - is expected here, in the column of the items above"),
                _("Indent the line as its neighbours."),
            )
        case "block sequence entries are not allowed in this context":
            return (
                _("a list with - cannot begin here"),
                _("Begin it on a line of its own, or write it in brackets: [a, b]."),
            )
        case "did not find expected ',' or ']'" | "did not find expected ',' or '}'":
            closing = problem[-2]
            return (
                _("what is opened here is not closed with {bracket}").format(bracket=closing),
                _("Close it, and put a comma between any two of its entries (line {line}).").format(
                    line=line_number(text, min(error.offset, len(text.rstrip())))
                ),
            )
        case "found unexpected end of stream" | "found unexpected document indicator":
            return _("the text in quotes that begins here does not end"), _("Close it with the same quote.")
        case "found unknown escape character":
            return (
                _("a backslash in double quotes is followed by a letter that means nothing there"),
                _("Write the text in single quotes, or double the backslash."),
            )
        case "found character that cannot start any token":
            return _unstartable(text[error.offset : error.offset + 1])
    return (
        _("this is no YAML: {problem}").format(problem=problem),
        _("Compare the line with its neighbours; a text with unusual characters belongs in quotes."),
    )


def _unstartable(character: str) -> tuple[str, str]:
    if character == "\t":
        return _("a tab cannot indent a line"), _("Indent with spaces.")
    return (
        _("a value cannot begin with {character}").format(character=character),
        _("Put the value in quotes."),
    )
