"""Texts in iCalendar, byte for byte as they were meant."""

from __future__ import annotations

import unicodedata

from icalendar import vText

_LINE_ENDS = {
    "\r\n": "\n",
    "\r": "\n",
    "\x0b": "\n",
    "\x0c": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}


def clean(text: str) -> str:
    r"""The text as RFC 5545 can carry it: composed (NFC), with \n as its only control character."""
    for end, newline in _LINE_ENDS.items():
        text = text.replace(end, newline)
    # A byte-order mark is no text: readers drop it where they meet it first.
    text = text.replace("\t", " ").replace("\ufeff", "")
    # Cc are control characters, Cs halves of surrogate pairs, which UTF-8 cannot write.
    kept = (sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept))


class PlanText(vText):
    r"""A text property, escaped by RFC 5545, 3.3.11.

    The base class takes the two characters `\N` of `\\server\Notes` for an escaped line end and loses the N.
    """

    def to_ical(self) -> bytes:
        """The escaped text in UTF-8, not folded."""
        text = clean(str(self)).replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,")
        return text.replace("\n", r"\n").encode()
