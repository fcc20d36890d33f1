from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from transition_planner.cli.commands.new import _coming_monday
from transition_planner.planfile.loading import load

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan


@pytest.mark.parametrize("template", ["cooperation", "empty", "merger", "separate"])
def test_a_new_plan_can_be_read_and_checked(template: str, tplan: Tplan, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "our-merger"
    ended = tplan("new", folder, "--template", template, "--start", "2027-01-11")
    assert (ended.code, ended.out) == (0, f"{folder}/plan.yaml\n")
    assert ended.err == (
        f"Next: `transition-planner {folder}` opens it, `transition-planner check {folder}` proves it.\n"
    )
    plan = load(folder / "plan.yaml").plan
    assert plan.title == "Our merger"
    assert plan.start == date(2027, 1, 11)
    assert tplan("check", folder).code == 0


def test_each_plan_has_an_id_of_its_own(tplan: Tplan, tmp_path: Path) -> None:
    ids = set()
    for name in ("one", "two"):
        made = json.loads(tplan("new", tmp_path / name, "--json").out)
        assert made == {"file": str(tmp_path / name / "plan.yaml"), "id": made["id"]}
        assert UUID(made["id"]).version == 4
        assert load(tmp_path / name / "plan.yaml").plan.id == UUID(made["id"])
        ids.add(made["id"])
    assert len(ids) == 2


@pytest.mark.parametrize(
    "title", ["Plain", "no", "3", "a: b # c", "{x}", "It's “ours”", 'say "no"', "ääkköset 🎻"]
)
def test_a_title_is_kept_whatever_it_holds(title: str, tplan: Tplan, tmp_path: Path) -> None:
    assert tplan("new", tmp_path / "plan", "--title", title).code == 0
    assert load(tmp_path / "plan" / "plan.yaml").plan.title == title


def test_nothing_is_overwritten(tplan: Tplan, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("mine")
    ended = tplan("new", tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"Error: {file} exists and stays as it is. Name another folder.\n"
    assert file.read_text() == "mine"


def test_a_folder_with_other_files_may_be_used(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    assert tplan("new", tmp_path).code == 0


def test_a_file_in_the_way_is_the_worlds_fault(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = tplan("new", tmp_path / "file")
    assert (ended.code, ended.out) == (4, "")
    assert ended.err == f"Error: {tmp_path}/file: File exists\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Error: Missing argument 'FOLDER'."),
        (("x", "--template", "marger"), "'marger' is not one of"),
        (("x", "--start", "11.1.2027"), "11.1.2027 is not a day: write one as in 2027-06-18."),
        (("x", "--start", "0900-01-01"), "lies outside the years 1970 to 2199"),
        (("x", "--title", ""), "Error: A plan needs a title."),
    ],
)
def test_what_is_typed_wrongly_is_told_and_nothing_is_made(
    arguments: tuple[str, ...],
    told: str,
    tplan: Tplan,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = tplan("new", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert list(tmp_path.iterdir()) == []


def test_the_coming_monday_is_never_today() -> None:
    assert _coming_monday(date(2027, 1, 10)) == date(2027, 1, 11)
    assert _coming_monday(date(2027, 1, 11)) == date(2027, 1, 18)
