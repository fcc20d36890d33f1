"""What is wrong with a text that is no YAML, in the words of a person who writes plans."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.finding import Finding
from transition_planner.planfile.limits import too_deep
from transition_planner.planfile.places import NOT_ALLOWED, line_number, line_start, place_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.planfile.events import NotYamlError

MOST_FINDINGS = 100
"""How many findings a file gives: in one that is no plan every line may be wrong, and each is looked up."""
_MOST_CHARACTERS = 20
"""Findings about single characters; a file that is no text at all would give one for every byte."""
_SEPARATOR = re.compile(r":(?=\s)")
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
    last = max(0, len(text.rstrip()) - 1)
    offset = min(error.offset, last)
    # Where something was opened and not closed, the opening is what one has to look at.
    if error.context_offset is not None and error.problem in _SHOWN_AT_OPENING:
        offset = error.context_offset
    if error.problem == "mapping values are not allowed in this context":
        offset, message, hint = _misplaced_colon(text, offset)
    elif error.problem == "found character that cannot start any token":
        message, hint = _unstartable(text[offset])
    elif error.problem == "did not find expected key" and text[offset] == ":":
        message, hint = _("a key is missing before the colon"), _("Write one, or delete the line.")
    else:
        message, hint = _explained(error.problem, line_number(text, min(error.offset, last)))
    return Finding("TP001", message, hint=hint, place=place_at(text, name, offset))


_SHOWN_AT_OPENING = {
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "found unexpected end of stream",
    "found unexpected document indicator",
}


def _explained(problem: str, line: int) -> tuple[str, str]:
    """The sentence and the hint for a message of libyaml; one we do not know is shown as it is."""
    no_key = (
        _("a key is expected here, in the column of the keys above"),
        _("Indent the line as its neighbours; after a value in quotes or brackets the line must end."),
    )
    open_bracket = _("Close it, and put a comma between any two of its entries (line {line}).").format(
        line=line
    )
    open_quote = _("the text in quotes that begins here does not end"), _("Close it with the same quote.")
    tab = _unstartable("\t")
    sentences = {
        "could not find expected ':'": _no_colon(),
        "did not find expected key": no_key,
        "did not find expected <document start>": no_key,
        "did not find expected '-' indicator": (
            _("an item that begins with - is expected here, in the column of the items above"),
            _("Indent the line as its neighbours."),
        ),
        "block sequence entries are not allowed in this context": (
            _("a list with - cannot begin here"),
            _("Begin it on a line of its own, or write it in brackets: [a, b]."),
        ),
        "did not find expected ',' or ']'": (_("the list opened here is not closed with ]"), open_bracket),
        "did not find expected ',' or '}'": (_("the map opened here is not closed with }"), open_bracket),
        "did not find expected node content": (
            _("a value is missing here, or a bracket before it is not closed"),
            _("Write the value, or close the bracket."),
        ),
        "found unexpected end of stream": open_quote,
        "found unexpected document indicator": open_quote,
        "did not find expected comment or line break": (
            _("nothing but a comment can follow | or > on its line"),
            _("Begin the text on the next line, or put it in quotes."),
        ),
        "did not find expected alphabetic or numeric character": (
            _("a value that begins with & or * is an anchor or an alias, and has a name"),
            _("Put a text in quotes."),
        ),
        "found unexpected ':'": (_("a colon stands here where a text goes on"), _("Put the text in quotes.")),
        "found a tab character that violates indentation": tab,
        "found a tab character where an indentation space is expected": tab,
        "mapping keys are not allowed in this context": (
            _("a value cannot begin with ? and a space"),
            _("Put the value in quotes."),
        ),
        # Of brackets in a row libyaml reads on before it gives the first; from 0.2.6 on it ends at the thousandth.
        "exceeded maximum nesting depth": too_deep(),
        "found unknown escape character": (
            _("a backslash in double quotes is followed by a letter that means nothing there"),
            _("Write the text in single quotes, or double the backslash."),
        ),
    }
    unknown = (
        _("this is no YAML: {problem}").format(problem=problem),
        _("Compare the line with its neighbours; a text with unusual characters belongs in quotes."),
    )
    return sentences.get(problem, unknown)


def _no_colon() -> tuple[str, str]:
    return (
        _("this line is neither a key with its value nor part of a text"),
        _("Write key: value, or indent the line deeper than the key whose text it goes on with."),
    )


def _misplaced_colon(text: str, offset: int) -> tuple[int, str, str]:
    """Where to look, and the sentence and the hint, for a colon where no key can be."""
    start = line_start(text, offset)
    if _SEPARATOR.search(text, start, offset):
        return (
            offset,
            _("a second colon makes a key of what should be a text"),
            _("Put the text in quotes."),
        )
    above = text[:start].rstrip()
    begin = line_start(text, len(above))
    if above and not _SEPARATOR.search(text, begin, len(above) + 1):
        indent = len(text[begin:]) - len(text[begin:].lstrip(" "))
        return begin + indent, *_no_colon()
    return (
        offset,
        _("a key cannot stand here: the key above has its value already"),
        _("Indent the line as its neighbours, or delete the value above."),
    )


def _unstartable(character: str) -> tuple[str, str]:
    if character == "\t":
        return _("a tab cannot indent a line"), _("Indent with spaces.")
    return (
        _("a value cannot begin with {character}").format(character=character),
        _("Put the value in quotes."),
    )
