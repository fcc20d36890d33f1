from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from transition_planner.export.writing import write_whole


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


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.ics").write_bytes(b"one")
    link = tmp_path / "a.ics"
    link.symlink_to(tmp_path / "there" / "a.ics")
    assert write_whole(link, b"two")
    assert link.is_symlink()
    assert (tmp_path / "there" / "a.ics").read_bytes() == b"two"


def test_a_device_is_written_to_and_stays_one() -> None:
    assert write_whole(Path(os.devnull), b"two")
    assert not Path(os.devnull).is_file()
