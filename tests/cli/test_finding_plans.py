from __future__ import annotations

from pathlib import Path

import pytest

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.finding_plans import named_plan, plan_at_hand


def _plan(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "plan.yaml"
    file.touch()
    return file


def _refusal(failure: pytest.ExceptionInfo[Failure]) -> tuple[str, Exit]:
    return str(failure.value), failure.value.code


def test_a_folder_means_the_plan_in_it(tmp_path: Path) -> None:
    file = _plan(tmp_path)
    assert named_plan(tmp_path) == file


def test_a_file_means_itself_whatever_its_name(tmp_path: Path) -> None:
    file = tmp_path / "other.yaml"
    file.touch()
    assert named_plan(file) == file


def test_a_path_that_is_not_there_is_refused() -> None:
    with pytest.raises(Failure) as failure:
        named_plan(Path("no/such"))
    assert _refusal(failure) == (
        "There is no file or folder no/such. Name a plan's folder, or its file.",
        Exit.UNREADABLE,
    )


def test_a_folder_without_a_plan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Failure) as failure:
        named_plan(tmp_path)
    assert _refusal(failure) == (
        f"There is no plan.yaml in {tmp_path}. Name a folder that has one, or the plan's file itself.",
        Exit.UNREADABLE,
    )


def test_a_folder_of_plans_is_refused_with_their_names(tmp_path: Path) -> None:
    _plan(tmp_path / "b")
    _plan(tmp_path / "a")
    with pytest.raises(Failure) as failure:
        named_plan(tmp_path)
    assert _refusal(failure) == (
        f"There is no plan.yaml in {tmp_path}, but below it. Name one of these: {tmp_path}/a, {tmp_path}/b",
        Exit.UNREADABLE,
    )


def test_the_plan_of_the_folder_comes_before_those_below(tmp_path: Path) -> None:
    _plan(tmp_path / "plans" / "a")
    file = _plan(tmp_path)
    assert plan_at_hand(tmp_path) == file


def test_the_only_plan_below_is_meant(tmp_path: Path) -> None:
    file = _plan(tmp_path / "plans" / "a")
    assert plan_at_hand(tmp_path) == file


def test_two_plans_below_are_listed(tmp_path: Path) -> None:
    _plan(tmp_path / "plans" / "b")
    _plan(tmp_path / "plans" / "a")
    with pytest.raises(Failure) as failure:
        plan_at_hand(tmp_path)
    assert _refusal(failure) == (
        "There are 2 plans here. Name one at the end of the command: plans/a, plans/b",
        Exit.USAGE,
    )


def test_without_any_plan_the_way_to_make_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(Failure) as failure:
        plan_at_hand(tmp_path)
    assert _refusal(failure) == (
        (
            "There is no plan here: neither plan.yaml nor a plan under plans/. Name one at the end of the "
            "command, or make one: transition-planner new FOLDER"
        ),
        Exit.USAGE,
    )
