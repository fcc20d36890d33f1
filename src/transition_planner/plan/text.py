"""Texts of a plan: one string, or the same text in several languages."""

from __future__ import annotations

from sys import intern
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

# Interned it is the same object as in links: a link's row is found without comparing texts, twice as fast.
Id = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=80), AfterValidator(intern)
]
"""A short slug, unique in the whole plan and never reused: links, calendar UIDs and history hang on it."""

Text = Annotated[
    str | dict[Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")], str],
    Field(description="A text, or the same text by language: {fi: …, en: …}."),
]


def in_language(text: str | dict[str, str] | None, language: str) -> str:
    """The text in `language`; where it lacks that, in English, else in its first language; "" for none."""
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    return text.get(language) or text.get("en") or next(iter(text.values()), "")
