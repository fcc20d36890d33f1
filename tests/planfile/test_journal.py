from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest
from tests.planfile.small import HEAD

from transition_planner.planfile.edits import MoveTask, RemoveTask, SetField
from transition_planner.planfile.history import History
from transition_planner.planfile.journal import Journal, Recovered, recover, set_aside
from transition_planner.planfile.loading import load
from transition_planner.planfile.saving import save

if TYPE_CHECKING:
    from pathlib import Path

TEXT = HEAD + "tasks:\r\n  a: {duration: 1d}  # 💡\r\n  b: {after: [a]}\r\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_bytes(TEXT.encode())
    return path


def journal_of(file: Path) -> Path:
    return file.with_name(".plan.yaml.journal")


class Sitting:
    """A history whose steps are noted in a journal, as the editor does it."""

    def __init__(self, file: Path) -> None:
        self.history = History.of(load(file))
        self.journal = Journal(file)

    def go(self, after: History) -> None:
        self.journal.record(self.history.document, after.splices)
        self.history = after


def test_without_edits_there_is_no_journal(file: Path) -> None:
    Journal(file)
    assert recover(file) is None
    assert [each.name for each in file.parent.iterdir()] == ["plan.yaml"]


def test_edits_undo_and_redo_survive_a_kill(file: Path) -> None:
    sitting = Sitting(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    assert recover(file) == Recovered(TEXT.replace("1d", "2d"), file_changed=False)
    sitting.go(sitting.history.do(MoveTask("b", None, None)))
    moved = sitting.history.document.text
    sitting.go(sitting.history.undo())
    assert recover(file) == Recovered(TEXT.replace("1d", "2d"), file_changed=False)
    sitting.go(sitting.history.redo())
    assert recover(file) == Recovered(moved, file_changed=False)


def test_what_was_undone_to_the_end_is_nothing_to_recover(file: Path) -> None:
    sitting = Sitting(file)
    sitting.go(sitting.history.do(RemoveTask("b")))
    sitting.go(sitting.history.undo())
    assert recover(file) is None


def test_a_saved_or_discarded_plan_has_no_journal(file: Path) -> None:
    sitting = Sitting(file)
    sitting.go(sitting.history.do(RemoveTask("b")))
    sitting.history = sitting.history.with_saved(save(sitting.history.document))
    assert recover(file) is None, "killed between saving and discarding"
    sitting.journal.discard()
    assert not journal_of(file).exists()
    sitting.go(sitting.history.do(SetField("a", "duration", "3d")))
    assert recover(file) == Recovered(sitting.history.document.text, file_changed=False)


def test_a_file_changed_since_is_told(file: Path) -> None:
    sitting = Sitting(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    file.write_bytes(TEXT.encode() + b"# theirs\r\n")
    assert recover(file) == Recovered(TEXT.replace("1d", "2d"), file_changed=True)
    file.unlink()
    assert recover(file) == Recovered(TEXT.replace("1d", "2d"), file_changed=True)


@pytest.mark.parametrize("cut", [1, 5, 15])
def test_a_torn_last_line_is_ignored(file: Path, cut: int) -> None:
    sitting = Sitting(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    sitting.go(sitting.history.do(SetField("a", "duration", "3d")))
    journal_of(file).write_bytes(journal_of(file).read_bytes()[:-cut])
    assert recover(file) == Recovered(TEXT.replace("1d", "2d"), file_changed=False)


@pytest.mark.parametrize("data", [b"", b"\n", b"{", b"[]\n", b'{"text": 1}\n', b"\xff\xfe\n", b"null\n"])
def test_what_is_no_journal_recovers_nothing(file: Path, data: bytes) -> None:
    journal_of(file).write_bytes(data)
    assert recover(file) is None


@pytest.mark.parametrize("line", [b"{}", b"[[0]]", b'[[0, "x", "y"]]', b"\xff", b'[["0", "", ""]]'])
def test_a_damaged_line_ends_what_is_recovered(file: Path, line: bytes) -> None:
    sitting = Sitting(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    with journal_of(file).open("ab") as journal:
        journal.write(line + b"\n")
    assert recover(file) == Recovered(TEXT.replace("1d", "2d"), file_changed=False)


def test_a_byte_order_mark_makes_no_difference(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    sitting = Sitting(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    assert recover(file) == Recovered(TEXT.replace("1d", "2d"), file_changed=False)
    sitting.go(sitting.history.undo())
    assert recover(file) is None


def test_the_journal_is_as_private_as_the_file(file: Path) -> None:
    file.chmod(0o600)
    sitting = Sitting(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    assert stat.S_IMODE(journal_of(file).stat().st_mode) == 0o600


def test_an_old_journal_is_begun_anew_and_no_link_is_followed(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine", encoding="utf-8")
    journal_of(file).symlink_to(other)
    sitting = Sitting(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    assert other.read_text(encoding="utf-8") == "mine"
    assert len(journal_of(file).read_text(encoding="utf-8").splitlines()) == 2


def test_an_edit_is_one_short_line(file: Path) -> None:
    sitting = Sitting(file)
    sitting.go(sitting.history.do(SetField("a", "duration", "2d")))
    last = journal_of(file).read_text(encoding="utf-8").splitlines()[-1]
    assert json.loads(last) == [[TEXT.index("1d"), "1d", "2d"]]


def test_what_is_set_aside_replaces_nothing(file: Path) -> None:
    for number in (1, 2):
        journal_of(file).write_text(f"sitting {number}")
        assert set_aside(file).name == f".plan.yaml.journal.{number}"
    assert file.with_name(".plan.yaml.journal.1").read_text() == "sitting 1"
    assert recover(file) is None
