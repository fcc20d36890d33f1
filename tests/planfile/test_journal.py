from __future__ import annotations

import errno
import json
import os
import platform
import signal
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.planfile.journals import journal_of, left_behind
from tests.planfile.small import HEAD

from transition_planner.planfile import journal
from transition_planner.planfile.edits import MoveTask, RemoveTask, SetField
from transition_planner.planfile.history import History
from transition_planner.planfile.journal import Journal, recover, set_aside
from transition_planner.planfile.loading import load
from transition_planner.planfile.saving import save

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import FileIO
    from pathlib import Path

TEXT = HEAD + "tasks:\r\n  a: {duration: 1d}  # 💡\r\n  b: {after: [a]}\r\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_bytes(TEXT.encode())
    return path


def kept(file: Path) -> tuple[str, bool] | None:
    """The text in the only journal, and whether the file has been changed since."""
    left = left_behind(file)
    return None if left is None else (left.text, left.file_changed)


def its(file: Path) -> Path:
    """The only journal there is."""
    journal = journal_of(file)
    assert journal is not None
    return journal


class Sitting:
    """A history whose steps are noted in a journal, as the editor does it."""

    def __init__(self, file: Path) -> None:
        self.history = History.of(load(file))
        self.journal = Journal(file)

    def go(self, after: History) -> None:
        self.journal.record(self.history.document, after.splices)
        self.history = after


@pytest.fixture
def sit() -> Iterator[Callable[[Path], Sitting]]:
    """Begins sittings, which end with the test."""
    begun: list[Sitting] = []

    def begin(file: Path) -> Sitting:
        begun.append(Sitting(file))
        return begun[-1]

    yield begin
    for each in begun:
        each.journal.let_go()


def test_without_edits_there_is_no_journal(file: Path) -> None:
    Journal(file)
    assert kept(file) is None
    assert [each.name for each in file.parent.iterdir()] == ["plan.yaml"]


def test_edits_undo_and_redo_survive_a_kill(file: Path, sit: Callable[[Path], Sitting]) -> None:
    sitting = sit(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    assert kept(file) == (TEXT.replace("1d", "2d"), False)
    sitting.go(sitting.history.do(MoveTask("b", None, None)))
    moved = sitting.history.document.text
    sitting.go(sitting.history.undo())
    assert kept(file) == (TEXT.replace("1d", "2d"), False)
    sitting.go(sitting.history.redo())
    assert kept(file) == (moved, False)


def test_what_was_undone_to_the_end_is_nothing_to_recover(file: Path, sit: Callable[[Path], Sitting]) -> None:
    sitting = sit(file)
    sitting.go(sitting.history.do(RemoveTask("b")))
    sitting.go(sitting.history.undo())
    assert kept(file) is None


def test_a_saved_or_discarded_plan_has_no_journal(file: Path, sit: Callable[[Path], Sitting]) -> None:
    sitting = sit(file)
    sitting.go(sitting.history.do(RemoveTask("b")))
    sitting.history = sitting.history.with_saved(save(sitting.history.document))
    assert kept(file) is None, "killed between saving and discarding"
    sitting.journal.discard()
    assert journal_of(file) is None
    sitting.go(sitting.history.do(SetField("a", "duration", "3d")))
    assert kept(file) == (sitting.history.document.text, False)


def test_a_file_changed_since_is_told(file: Path, sit: Callable[[Path], Sitting]) -> None:
    sitting = sit(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    file.write_bytes(TEXT.encode() + b"# theirs\r\n")
    assert kept(file) == (TEXT.replace("1d", "2d"), True)
    file.unlink()
    assert kept(file) == (TEXT.replace("1d", "2d"), True)


@pytest.mark.parametrize("cut", [1, 5, 15])
def test_a_torn_last_line_is_ignored(file: Path, sit: Callable[[Path], Sitting], cut: int) -> None:
    sitting = sit(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    sitting.go(sitting.history.do(SetField("a", "duration", "3d")))
    its(file).write_bytes(its(file).read_bytes()[:-cut])
    assert kept(file) == (TEXT.replace("1d", "2d"), False)


@pytest.mark.parametrize("data", [b"", b"\n", b"{", b"[]\n", b'{"text": 1}\n', b"\xff\xfe\n", b"null\n"])
def test_what_is_no_journal_recovers_nothing(file: Path, data: bytes) -> None:
    left = file.with_name(".plan.yaml.0123abcd.journal")
    left.write_bytes(data)
    assert kept(file) is None
    assert left.read_bytes() == data


@pytest.mark.parametrize("line", [b"{}", b"[[0]]", b'[[0, "x", "y"]]', b"\xff", b'[["0", "", ""]]'])
def test_a_damaged_line_ends_what_is_recovered(
    file: Path, sit: Callable[[Path], Sitting], line: bytes
) -> None:
    sitting = sit(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    with its(file).open("ab") as damaged:
        damaged.write(line + b"\n")
    assert kept(file) == (TEXT.replace("1d", "2d"), False)


def test_a_byte_order_mark_makes_no_difference(file: Path, sit: Callable[[Path], Sitting]) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    sitting = sit(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    assert kept(file) == (TEXT.replace("1d", "2d"), False)
    sitting.go(sitting.history.undo())
    assert kept(file) is None


def test_the_journal_is_as_private_as_the_file(file: Path, sit: Callable[[Path], Sitting]) -> None:
    file.chmod(0o600)
    sitting = sit(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    assert stat.S_IMODE(its(file).stat().st_mode) == 0o600


def test_two_sittings_have_journals_of_their_own_that_are_held_until_they_end(
    file: Path, sit: Callable[[Path], Sitting]
) -> None:
    first, second = sit(file), sit(file)
    first.go(first.history.do(SetField("a", "duration", "2d")))
    second.go(second.history.do(SetField("a", "duration", "3d")))
    first.go(first.history.do(RemoveTask("b")))
    for sitting, seconds in ((first, 2000), (second, 1000)):  # the system's own times may be the same
        assert sitting.journal.path is not None
        os.utime(sitting.journal.path, (seconds, seconds))
    assert [(each.text, each.held) for each in recover(file)] == [
        (second.history.document.text, True),
        (first.history.document.text, True),
    ]
    first.journal.let_go()
    assert [each.held for each in recover(file)] == [True, False]
    second.journal.discard()
    assert kept(file) == (first.history.document.text, False)


def test_it_is_told_who_writes_a_journal(file: Path, sit: Callable[[Path], Sitting]) -> None:
    sitting = sit(file)
    sitting.go(sitting.history.do(RemoveTask("b")))
    left = left_behind(file)
    assert left is not None
    assert (left.process, left.host) == (os.getpid(), platform.node())
    assert left.base == TEXT


_KILLED = """
import os, pathlib, signal, sys
from transition_planner.planfile.edits import RemoveTask
from transition_planner.planfile.history import History
from transition_planner.planfile.journal import Journal
from transition_planner.planfile.loading import load
file = pathlib.Path(sys.argv[1])
before = History.of(load(file))
journal = Journal(file)
journal.record(before.document, before.do(RemoveTask("b")).splices)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_program_holds_nothing(file: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(file)], check=False)
    assert killed.returncode == -signal.SIGKILL
    left = left_behind(file)
    assert left is not None
    assert not left.held
    assert "b:" not in left.text


def test_where_there_are_no_locks_nothing_seems_to_be_held(
    file: Path, sit: Callable[[Path], Sitting], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_arguments: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("transition_planner.planfile.holding.fcntl.flock", no_locks)
    sitting = sit(file)
    sitting.go(sitting.history.do(RemoveTask("b")))
    left = left_behind(file)
    assert left is not None
    assert not left.held


def test_a_journal_that_was_taken_away_is_begun_anew(file: Path, sit: Callable[[Path], Sitting]) -> None:
    sitting = sit(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    its(file).unlink()
    sitting.go(sitting.history.do(RemoveTask("b")))
    assert kept(file) == (sitting.history.document.text, False)


def test_after_a_line_that_the_disk_took_half_the_journal_is_begun_anew(
    file: Path, sit: Callable[[Path], Sitting], monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = sit(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    with monkeypatch.context() as full:
        full.setattr(journal, "_write", half_written)
        with pytest.raises(OSError, match="No space left"):
            sitting.go(sitting.history.do(SetField("a", "duration", "3d")))
        assert kept(file) == (TEXT.replace("1d", "2d"), False)
        with pytest.raises(OSError, match="No space left"):
            sitting.go(sitting.history.do(SetField("a", "duration", "4d")))
        assert kept(file) == (TEXT.replace("1d", "2d"), False)
    sitting.go(sitting.history.do(RemoveTask("b")))
    assert kept(file) == (sitting.history.document.text, False)


def half_written(file: FileIO, data: bytes) -> None:
    file.write(data[: len(data) // 2])
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_journal_of_an_earlier_version_is_read(file: Path) -> None:
    old = file.with_name(".plan.yaml.journal")
    old.write_text(json.dumps({"journal": 1, "file": "", "text": "old"}) + "\n", encoding="utf-8")
    left = left_behind(file)
    assert left is not None
    assert (left.text, left.process, left.host, left.held) == ("old", 0, "", False)


def test_those_of_other_files_are_not_read(file: Path) -> None:
    for name in (".plan.yml.0123abcd.journal", ".plan.yaml.later.journal", ".plan.yaml.0123abcd.journal.1"):
        file.with_name(name).write_text(json.dumps({"file": "", "text": "x"}) + "\n", encoding="utf-8")
    assert recover(file) == []


def test_an_edit_is_one_short_line(file: Path, sit: Callable[[Path], Sitting]) -> None:
    sitting = sit(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    last = its(file).read_text(encoding="utf-8").splitlines()[-1]
    assert json.loads(last) == [[TEXT.index("1d"), "1d", "2d"]]


def test_what_is_set_aside_replaces_nothing(file: Path) -> None:
    left = file.with_name(".plan.yaml.0123abcd.journal")
    for number in (1, 2):
        left.write_text(f"sitting {number}")
        assert set_aside(left).name == f".plan.yaml.0123abcd.journal.{number}"
    assert file.with_name(".plan.yaml.0123abcd.journal.1").read_text() == "sitting 1"
    assert kept(file) is None
