"""The program's own sentences in the reader's language.

Sentences stand in the code in English and are looked up in compiled gettext catalogues beside this module.
The language is the one thing in the program that is global: it belongs to the person at the screen, not to a
plan.
"""

from __future__ import annotations

import gettext
import locale
import os
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator

Language = Literal["fi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_DOMAIN = "transition_planner"
_FOLDER = Path(__file__).parent


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    return gettext.translation(_DOMAIN, _FOLDER, [language], fallback=True)


class _Speaker:
    """The language spoken now."""

    language: Language = "en"


def set_language(language: Language) -> None:
    """Speak this language from now on."""
    _Speaker.language = language


@contextmanager
def libraries_speaking(language: Language) -> Iterator[None]:
    """Have libraries that ask gettext, as click does, speak this language from our catalogue inside the block."""
    variable = "LANGUAGE"
    before = os.environ.get(variable)
    gettext.bindtextdomain(_DOMAIN, _FOLDER)
    gettext.textdomain(_DOMAIN)
    os.environ[variable] = language
    try:
        yield
    finally:
        os.environ.pop(variable)
        if before is not None:
            os.environ[variable] = before


def language() -> Language:
    """The language spoken now."""
    return _Speaker.language


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak this language inside the block: for a file whose readers are others than the person at the screen."""
    before = _Speaker.language
    set_language(language)
    try:
        yield
    finally:
        set_language(before)


def preferred_language() -> Language:
    """The person's language by LANGUAGE, LC_ALL, LC_MESSAGES or LANG; English where they name none of ours."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(variable, "").partition(":")[0]
        code = (locale.normalize(code) if code else "")[:2].lower()
        if code in LANGUAGES:
            return code
    return "en"


def _(message: str) -> str:
    """The message in the language spoken now."""
    return _catalogue(_Speaker.language).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The message in the form that goes with `number`."""
    return _catalogue(_Speaker.language).ngettext(singular, plural, number)
