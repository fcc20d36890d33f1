"""How a value is written as YAML.

Plain where every reader takes it for the same string, YAML 1.1 readers included, which see a truth in `no` and a
number in `1:30`; quoted elsewhere. Dates stay plain: all readers see the date that is meant.
"""

from __future__ import annotations

import re
from typing import Any

# As texts, which `re` compiles when the first value is written and keeps: here they would cost each start 9 ms.
_OTHER_TYPE = r"""(?xi)
      ~ | = | << | null | y | n | yes | no | on | off | true | false
    | [-+]? (?: 0b[01_]+ | 0o[0-7_]+ | 0x[0-9a-f_]+ )
    | [-+]? [0-9][0-9_]* (?: : [0-5]?[0-9] )* (?: \. [0-9_]* )? (?: e [-+]? [0-9]+ )?
    | [-+]? \. [0-9_]+ (?: e [-+]? [0-9]+ )?
    | [-+]? \. inf | \. nan
    """
"""What some schema of YAML resolves to something else than a string."""

_PLAIN = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|[-?:](?=[^\s,\[\]{}]))(?:[^:#]|:(?=\S)|(?<=\S)#)*"
"""What may stand without quotes in a block; the first character is the hard one."""

_FLOW_INDICATOR = r"^[-?:]|[,\[\]{}?]"

_UNPRINTABLE = "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""What only a double-quoted scalar can hold, as an escape; line breaks are among them."""

_BEYOND_FOUR_DIGITS = 0x10000
_TO_ESCAPE = rf'["\\]|{_UNPRINTABLE}'
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\\0", "\x1b": "\\e", '"': '\\"', "\\": "\\\\"}


def written(value: Any, *, flow: bool, like: str = "") -> str:
    """A string, number, truth, list or map of these on one line; lists and maps in flow style.

    Args:
        value: what to write.
        flow: whether it stands inside a flow list or map, where a comma ends a plain scalar.
        like: the source of the value it replaces: its kind of quotes is kept.

    Raises:
        ValueError: if no file can hold it (a lone surrogate).
    """
    if isinstance(value, dict):
        pairs = (f"{written(key, flow=True)}: {written(each, flow=True)}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(written(each, flow=True) for each in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _string(value, flow=flow, like=like) if isinstance(value, str) else str(value)


def block_literal(text: str, indent: int) -> str | None:
    """A text of several lines as a literal block `|`, its lines indented; None where only quotes can hold it."""
    lines = text.split("\n")
    if (
        len(lines) == 1
        or text.startswith((" ", "\t", "\n"))
        or any(re.search(_UNPRINTABLE, line) for line in lines)
    ):
        return None
    if text.endswith("\n\n") or any(line.isspace() for line in lines):
        return None
    chomp = "" if lines[-1] == "" else "-"
    margin = " " * indent
    return "\n".join([f"|{chomp}", *(f"{margin}{line}" if line else "" for line in lines)]).removesuffix("\n")


def _string(text: str, *, flow: bool, like: str) -> str:
    text.encode()  # a lone surrogate is a UnicodeEncodeError, which is a ValueError
    unprintable = re.search(_UNPRINTABLE, text) is not None
    if like[:1] in ("'", '"'):
        return _single(text) if like[0] == "'" and not unprintable else _double(text)
    if unprintable:
        return _double(text)
    if _is_plain(text, flow=flow):
        return text
    return _double(text) if "'" in text and "\\" not in text and '"' not in text else _single(text)


def _is_plain(text: str, *, flow: bool) -> bool:
    return (
        re.fullmatch(_PLAIN, text) is not None
        and not text.endswith((" ", ":"))
        and not text.startswith(("---", "..."))
        and not (flow and re.search(_FLOW_INDICATOR, text))
        and re.fullmatch(_OTHER_TYPE, text) is None
    )


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    return f"\\u{code:04x}" if code < _BEYOND_FOUR_DIGITS else f"\\U{code:08x}"


def _double(text: str) -> str:
    return '"' + re.sub(_TO_ESCAPE, _escape, text) + '"'
