"""What a plain scalar means: the core schema of YAML 1.2, by which `no`, `on` and `1:30` are strings."""

from __future__ import annotations

import re
from functools import lru_cache

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
# A leading zero makes no number: the core schema would read 007 as 7 and lose what was written.
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_OCTAL_OR_HEX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_LONGEST_NUMBER = 40
"""Characters of the longest number: a longer run of digits stays text, as int() refuses thousands of them."""


@lru_cache(maxsize=65536)
def resolve(text: str) -> Scalar:
    """The value of a plain (unquoted) scalar; whatever is no null, boolean or number is a string."""
    if text in _WORDS:
        return _WORDS[text]
    # Most scalars are words: one look at the first character spares them five patterns.
    if text[0] not in "0123456789+-." or len(text) > _LONGEST_NUMBER:
        return text
    if _DECIMAL.fullmatch(text):
        return int(text)
    if _OCTAL_OR_HEX.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    return float(text.replace(".", "", 1)) if _SPECIAL.fullmatch(text) else text
