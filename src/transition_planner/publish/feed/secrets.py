"""The secret words of the feeds' addresses: who knows one can read its feed, for subscribers cannot log in.

They lie in a file beside the plan that only its owner may read, and do not belong into version control.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from hmac import compare_digest
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from transition_planner.export.writing import write_whole
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

NAME = "feed.secrets.json"
SUFFIX = ".ics"
_BYTES = 24
"""Of chance in a word: 192 bits."""
_WORD = re.compile(r"[A-Za-z0-9_-]{20,100}")
"""Nobody is to write in an easy one, nor one that leads to another folder."""


class SecretsFileError(Exception):
    """The file is none of secrets; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """The words by the name of the feed."""

    words: Mapping[str, str]
    revoked: tuple[str, ...] = ()
    """Those of old addresses: a folder of feeds has no file of such a name."""

    def name_of(self, word: str) -> str | None:
        """The feed whose word this is; it takes the same time for a wrong word, however much of it is right."""
        found = None
        for name, known in self.words.items():
            if compare_digest(known.encode(), word.encode(errors="surrogateescape")):
                found = name
        return found

    def covering(self, names: Iterable[str]) -> Secrets:
        """With a new word for each name that has none."""
        new = {name: token_urlsafe(_BYTES) for name in names if name not in self.words}
        return replace(self, words={**self.words, **new})

    def renewed(self, name: str) -> Secrets:
        """With another word for a name: its old address is none any more."""
        old = (self.words[name],) if name in self.words else ()
        return Secrets({**self.words, name: token_urlsafe(_BYTES)}, (*self.revoked, *old))


def secrets_path(plan: Path) -> Path:
    """The file of the words, beside the plan's."""
    return plan.with_name(NAME)


def read_secrets(path: Path) -> Secrets:
    """The words of a file; none where there is no file.

    Raises:
        SecretsFileError: if it cannot be read as one.
    """
    try:
        data = json.loads(path.read_bytes())
        words = {str(name): str(word) for name, word in data["feeds"].items()}
        revoked = tuple(map(str, data["revoked"]))
    except FileNotFoundError:
        return Secrets({})
    except (ValueError, KeyError, TypeError, AttributeError):
        words, revoked = {"": ""}, ()
    if not all(map(_WORD.fullmatch, (*words.values(), *revoked))):
        # No cause is chained: it would show the file's text.
        raise SecretsFileError(
            _(
                "{file} cannot be read as the secret addresses of feeds: restore it, or delete it and give all "
                "subscribers their new addresses."
            ).format(file=path)
        ) from None
    return Secrets(words, revoked)


def write_secrets(path: Path, secrets: Secrets) -> None:
    """Write the words to a file that only its owner may read.

    Raises:
        OSError: if the system refuses.
    """
    if not path.exists():
        path.touch(mode=0o600)
    data = {"feeds": dict(secrets.words), "revoked": list(secrets.revoked)}
    write_whole(path, f"{json.dumps(data, indent=2)}\n".encode())


class SecretsFile:
    """The words of a file that is read again when it has changed; one that cannot be read changes nothing."""

    def __init__(self, path: Path, secrets: Secrets) -> None:
        """With the words that it holds now."""
        self._path = path
        self._secrets = secrets
        self._stamp: tuple[int, int] | None = None

    def read(self) -> Secrets:
        """The words that are right now."""
        try:
            found = self._path.stat()
            stamp = (found.st_mtime_ns, found.st_ino)
            if stamp != self._stamp:
                self._secrets, self._stamp = read_secrets(self._path), stamp
        except (OSError, SecretsFileError):
            pass
        return self._secrets
