from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from transition_planner.publish.feed.secrets import (
    Secrets,
    SecretsFile,
    SecretsFileError,
    read_secrets,
    write_secrets,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_each_name_gets_a_word_of_its_own_once() -> None:
    secrets = Secrets({}).covering(("a", "b"))
    assert secrets.words.keys() == {"a", "b"}
    assert all(len(word) == 32 for word in secrets.words.values())
    assert secrets.words["a"] != secrets.words["b"]
    assert secrets.covering(("b", "a")) == secrets
    assert secrets.name_of(secrets.words["b"]) == "b"
    assert secrets.name_of("") is None
    assert secrets.name_of("\udcff") is None


def test_a_revoked_word_is_none_any_more() -> None:
    secrets = Secrets({}).covering(("a", "b"))
    renewed = secrets.renewed("a")
    assert renewed.words["b"] == secrets.words["b"]
    assert renewed.name_of(secrets.words["a"]) is None
    assert renewed.revoked == (secrets.words["a"],)


def test_only_the_owner_may_read_the_words(tmp_path: Path) -> None:
    file = tmp_path / "feed.secrets.json"
    assert read_secrets(file) == Secrets({})
    secrets = Secrets({}).covering(("a", "b")).renewed("a")
    write_secrets(file, secrets)
    assert read_secrets(file) == secrets
    write_secrets(file, secrets.renewed("b"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"feeds": {"a": "easy"}, "revoked": []}',
        '{"feeds": {}, "revoked": ["../../../../../../../etc"]}',
    ],
)
def test_what_is_no_file_of_words_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "feed.secrets.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SecretsFileError, match="cannot be read as the secret addresses") as raised:
        read_secrets(file)
    assert "easy" not in str(raised.value)


def test_a_word_can_be_revoked_while_the_server_runs(tmp_path: Path) -> None:
    file = tmp_path / "feed.secrets.json"
    secrets = Secrets({}).covering(("a",))
    write_secrets(file, secrets)
    living = SecretsFile(file, secrets)
    assert living.read() == secrets
    write_secrets(file, secrets.renewed("a"))
    assert living.read().name_of(secrets.words["a"]) is None
    file.unlink()
    assert living.read().words.keys() == {"a"}
