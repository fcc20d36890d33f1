from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from transition_planner.export.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_only_where_it_is_another(tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    assert write_whole(file, b"one")
    before = file.stat()
    assert not write_whole(file, b"one")
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    file.chmod(0o640)
    assert write_whole(file, b"two")
    assert file.read_bytes() == b"two"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_written_is_told_by_its_own_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as raised:
        write_whole(tmp_path / "none" / "a.ics", b"one")
    assert raised.value.filename == str(tmp_path / "none" / "a.ics")
