from __future__ import annotations

import errno
import os
import stat
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest
from tests.planfile.small import HEAD

from transition_planner.planfile.edits import SetField, apply
from transition_planner.planfile.loading import load, parse
from transition_planner.planfile.saving import ChangedOnDisk, SaveFailed, save, save_as

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.planfile.document import Document

TEXT = HEAD + "tasks:\r\n  a: {duration: 1d}  # 💡"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_bytes(TEXT.encode())
    return path


def edited(path: Path) -> Document:
    return apply(load(path), SetField("a", "duration", "2d")).document


def failing(number: int) -> object:
    def fail(*_args: object, **_kwargs: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def test_the_file_holds_exactly_the_text(file: Path) -> None:
    saved = save(edited(file))
    assert file.read_bytes() == TEXT.replace("1d", "2d").encode()
    assert saved == load(file)
    assert [each.name for each in file.parent.iterdir()] == ["plan.yaml"]


def test_a_byte_order_mark_stays(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    save(edited(file))
    assert file.read_bytes() == b"\xef\xbb\xbf" + TEXT.replace("1d", "2d").encode()


def test_a_saved_document_can_be_saved_again(file: Path) -> None:
    saved = save(edited(file))
    save(apply(saved, SetField("a", "duration", "3d")).document)
    assert "3d" in file.read_text(encoding="utf-8")


def test_the_mode_stays(file: Path) -> None:
    file.chmod(0o640)
    save(edited(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_symbolic_link_stays_and_its_file_is_written(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "plan.yaml"
    link.parent.mkdir()
    link.symlink_to(file)
    save(edited(link))
    assert link.is_symlink()
    assert file.read_bytes() == TEXT.replace("1d", "2d").encode()
    assert [each.name for each in link.parent.iterdir()] == ["plan.yaml"]


def test_what_another_program_wrote_is_not_overwritten(file: Path) -> None:
    document = edited(file)
    file.write_text(TEXT + "\n# theirs", encoding="utf-8")
    theirs = file.read_bytes()
    with pytest.raises(
        ChangedOnDisk, match="has been changed by another program since it was read"
    ) as changed:
        save(document)
    assert (changed.value.path, changed.value.gone) == (file, False)
    assert file.read_bytes() == theirs
    assert len(list(file.parent.iterdir())) == 1


def test_a_touched_file_with_the_same_bytes_is_no_change(file: Path) -> None:
    document = edited(file)
    file.write_bytes(file.read_bytes())
    save(document)
    assert b"2d" in file.read_bytes()


def test_a_deleted_file_is_not_written_anew(file: Path) -> None:
    document = edited(file)
    file.unlink()
    with pytest.raises(ChangedOnDisk, match="has been deleted since it was read") as changed:
        save(document)
    assert changed.value.gone
    assert not list(file.parent.iterdir())


def test_both_are_written_when_asked(file: Path) -> None:
    document = edited(file)
    file.write_text("theirs", encoding="utf-8")
    save(document, even_if_changed=True)
    assert file.read_bytes() == document.encoded()
    file.unlink()
    assert save(document, even_if_changed=True) == load(file)


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.open"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_when_the_system_refuses_the_file_is_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    document = edited(file)
    monkeypatch.setattr(step, failing(number))
    with pytest.raises(SaveFailed) as failed:
        save(document)
    monkeypatch.undo()
    assert str(failed.value) == f"{file} could not be written: {os.strerror(number)}."
    assert file.read_bytes() == TEXT.encode()
    assert [each.name for each in file.parent.iterdir()] == ["plan.yaml"]


def test_a_write_protected_file_is_not_replaced(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = edited(file)
    monkeypatch.setattr(os, "access", lambda *_args: False)  # root may write everything
    with pytest.raises(SaveFailed, match=r"could not be written: the file is write-protected\."):
        save(document)
    assert file.read_bytes() == TEXT.encode()


def test_a_folder_that_is_gone(file: Path) -> None:
    document = replace(edited(file), path=file.parent / "gone" / "plan.yaml")
    with pytest.raises(SaveFailed, match="could not be written: No such file or directory"):
        save(document)


def test_a_document_without_a_file_is_not_saved() -> None:
    with pytest.raises(SaveFailed, match="The plan has no file yet: choose one"):
        save(parse(TEXT))


def test_another_file_takes_the_document(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    document = save_as(edited(file), other)
    assert (document.path, document.name) == (other, str(other))
    assert document == load(other)
    assert file.read_bytes() == TEXT.encode()
    umask = os.umask(0o022)
    os.umask(umask)
    assert stat.S_IMODE(other.stat().st_mode) == 0o666 & ~umask
