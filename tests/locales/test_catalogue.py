from __future__ import annotations

import ast
import gettext
import io
import string
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from babel.messages.extract import extract_from_dir
from tests.locales.catalogue import CLICK, KEYWORDS, MO, SOURCE, compiled, finnish, forms, of_source

from transition_planner.locales import _, language, ngettext, set_language, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with speaking("en"):
        yield


def test_every_sentence_of_the_source_is_translated() -> None:
    catalog = finnish()
    missing = []
    for message in of_source():
        found = catalog.get(message.id) if message.id else None
        if message.id and (found is None or found.fuzzy or not all(forms(found.string))):
            missing.append(message.id)
    assert missing == []


def test_no_sentence_stands_where_it_is_not_gathered() -> None:
    inside = {
        f"{file.relative_to(SOURCE)}:{call.lineno}"
        for file in SOURCE.rglob("*.py")
        for text in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
    }
    assert inside == set()


def test_the_catalogue_holds_no_sentence_that_the_source_has_not() -> None:
    source = of_source()
    assert [message.id for message in finnish() if message.id and source.get(message.id) is None] == []


def test_a_translation_has_the_fields_of_its_sentence() -> None:
    wrong = [message.id for message in _translated() if not _same_fields(message)]
    assert wrong == []


def test_a_translation_begins_and_ends_as_its_sentence_does() -> None:
    wrong = [
        (original, translated)
        for message in _translated()
        for original, translated in zip(forms(message.id), forms(message.string), strict=True)
        if not _ends_alike(original, translated)
    ]
    assert wrong == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    assert _sentences(MO.read_bytes()) == _sentences(compiled(finnish()))


def test_click_says_what_we_translate_for_it() -> None:
    said = {
        message
        for *_where, message, _comments, _context in extract_from_dir(
            Path(click.__file__).parent, [("**.py", "python")], keywords={"_": None, "ngettext": (1, 2)}
        )
    }
    assert set(CLICK) <= said


def test_sentences_are_spoken_in_finnish() -> None:
    with speaking("fi"):
        assert _("Deadline") == "Määräaika"
        assert ngettext("{n} day late", "{n} days late", 1) == "{n} päivän myöhässä"
        assert ngettext("{n} day late", "{n} days late", 2) == "{n} päivää myöhässä"
    assert _("Deadline") == "Deadline"


def test_the_language_before_comes_back_after_an_error() -> None:
    set_language("fi")
    with pytest.raises(KeyError), speaking("en"):
        raise KeyError(language())
    assert language() == "fi"


def _translated() -> list[Message]:
    return [message for message in finnish() if message.id and all(forms(message.string))]


def _same_fields(message: Message) -> bool:
    """Whether each form has the fields of the plural; a singular may leave the number out."""
    wanted = [_fields(form) for form in forms(message.id)]
    found = [_fields(form) for form in forms(message.string)]
    return len(wanted) == len(found) and all(
        is_ == was or (len(wanted) > 1 and was - {"n"} <= is_ <= wanted[-1])
        for is_, was in zip(found, wanted, strict=True)
    )


def _fields(text: str) -> set[str]:
    """The named fields; none in a text that is shown as it is and may hold single braces."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return set()
    return {
        f"{name}!{conversion}:{spec}" if conversion or spec else name
        for _literal, name, spec, conversion in parts
        if name is not None
    }


def _ends_alike(original: str, translated: str) -> bool:
    """Whether both have blanks at the same ends and both or none end as a sentence; a word may be abbreviated."""
    blanks = original[:1].isspace(), original[-1:].isspace()
    sentences = {text.rstrip()[-1:] in ".:?!" for text in (original, translated)}
    return blanks == (translated[:1].isspace(), translated[-1:].isspace()) and (
        len(sentences) == 1 or " " not in original
    )


def _sentences(mo: bytes) -> dict[object, str]:
    """The sentences of a compiled catalogue, without its header, which names the version of the tool."""
    catalog: dict[object, str] = dict(gettext.GNUTranslations(io.BytesIO(mo))._catalog)  # type: ignore[attr-defined]  # the only way to them
    catalog.pop("")
    return catalog
