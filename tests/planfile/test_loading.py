from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from transition_planner.planfile import loading
from transition_planner.planfile.limits import LARGEST
from transition_planner.planfile.loading import PlanFileError, load, parse

TEXT = "format: 1\nid: 6f1c0e1a-93c5-4d0e-8d0b-2f1f6a7b8c9d\ntitle: x\nstart: 2027-01-11\ntasks:\n  a: {}\n"


def refused(path: Path) -> list[str]:
    with pytest.raises(PlanFileError) as error:
        load(path)
    return [finding.message for finding in error.value.findings]


def write(folder: Path, text: str = TEXT, name: str = "plan.yaml") -> Path:
    file = folder / name
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return file


def test_a_plan_is_loaded_by_its_folder_or_its_file(tmp_path: Path) -> None:
    file = write(tmp_path)
    assert load(tmp_path) == load(file)
    assert load(file).path == file
    assert load(file).name == str(file)


def test_a_file_may_have_any_name(tmp_path: Path) -> None:
    assert load(write(tmp_path, name="merger.yml")).plan.title == "x"


@pytest.mark.parametrize(
    "text", [TEXT.replace("\n", "\r\n"), TEXT.rstrip("\n"), "\ufeff" + TEXT, TEXT + "\n\n# ä 🎻"]
)
def test_the_bytes_survive(tmp_path: Path, text: str) -> None:
    file = write(tmp_path, text)
    assert load(file).encoded() == file.read_bytes()


def test_the_register_beside_the_plan_is_read(tmp_path: Path) -> None:
    write(tmp_path, "\ufeffthreats: {U1: {title: y}}\n", "register.yaml")
    document = load(write(tmp_path, TEXT + "register: register.yaml\n"))
    assert document.register is not None
    assert document.register.threats["U1"].title == "y"
    assert document.register_text == "threats: {U1: {title: y}}\n"
    assert document.register_name == str(tmp_path / "register.yaml")


def test_a_missing_plan_is_told_with_its_path(tmp_path: Path) -> None:
    assert refused(tmp_path) == [f"{tmp_path / 'plan.yaml'}: there is no such file"]


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").mkdir()
    (message,) = refused(tmp_path)
    assert message.startswith(f"{tmp_path / 'plan.yaml'}: cannot be read (")


def test_a_file_in_utf_16_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_bytes(TEXT.encode("utf-16"))
    assert refused(file) == [f"{file}: the file is in UTF-16"]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = write(tmp_path)
    os.truncate(file, LARGEST + 1)
    assert refused(file) == ["the file is larger than 32 MB"]
    with pytest.raises(PlanFileError, match="larger than 32 MB"):
        parse(" " * (LARGEST + 1))


@pytest.mark.parametrize("register", ["../register.yaml", "/etc/passwd", '"\\0"', "link.yaml"])
def test_the_register_stays_in_the_plans_folder(tmp_path: Path, register: str) -> None:
    outside = write(tmp_path, "threats: {}\n", "register.yaml")
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "link.yaml").symlink_to(outside)
    assert refused(write(folder, f"{TEXT}register: {register}\n")) == [
        "the register lies outside the plan's folder"
    ]


def test_all_errors_of_both_files_are_told_at_once_in_their_order(tmp_path: Path) -> None:
    write(tmp_path, "objectives:\n  T1: {titel: x}\n", "register.yaml")
    text = """\
format: 1
title: x
start: 2027-02-30
register: register.yaml
tasks:
  a:
    duraton: 8d
    owner: board
  b:
    duration: 8
    range: 1d..2d
    after: [aa, a]
  a:
    serves: [T1, T2]
"""
    with pytest.raises(PlanFileError) as error:
        load(write(tmp_path, text))
    assert [
        f"{Path(str(finding.place)).name} {finding.code} {finding.message}"
        for finding in error.value.findings
    ] == [
        "plan.yaml:1:1 TP003 id is missing",
        "plan.yaml:3:8 TP003 there is no 2027-02-30 in the calendar",
        "plan.yaml:10:15 TP003 8 is not a duration: write an amount and a unit, for example 8d, 2w, 4h or 1emo",
        "plan.yaml:12:13 TP005 there is no task aa",
        "plan.yaml:13:3 TP004 the key a stands here a second time, first in line 6",
        "plan.yaml:14:18 TP005 the register has no objective T2",
        "register.yaml:2:3 TP003 title is missing",
        "register.yaml:2:8 TP002 titel is no key of an item of the register",
    ]


def test_the_collector_runs_again_after_reading() -> None:
    parse(TEXT)
    assert gc.isenabled()
    with pytest.raises(PlanFileError):
        parse("")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        parse(TEXT)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_plan_file_has_its_name() -> None:
    assert loading.PLAN_FILE == "plan.yaml"
