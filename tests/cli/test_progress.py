from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import plan_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan

TEXT = plan_text(
    """
    draft:  # the first
      title: Draft
      duration: 5d
    decide: {title: Decide, duration: 1d, after: [draft]}
    open: {after: [decide]}
    """
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_each_thing_reported_is_one_line(tplan: Tplan, plan: Path) -> None:
    ended = tplan("progress", "draft", "--started", "2027-01-12", "--done", "40%", "--remaining", "4d", plan)
    assert ended.out.splitlines() == [
        "+    started: 2027-01-12",
        "+    done: 40%",
        "+    remaining: 4d",
    ]
    assert ended.err == "Draft (draft): Tue 12 Jan 2027 to Mon 18 Jan 2027\n"
    assert len(plan.read_text(encoding="utf-8").splitlines()) == len(TEXT.splitlines()) + 3


def test_a_value_that_is_there_is_replaced(tplan: Tplan, plan: Path) -> None:
    tplan("progress", "draft", "--started", "2027-01-12", "--done", "40%", plan)
    data = json.loads(tplan("progress", "draft", "--done", "60%", "--json", plan).out)
    assert data["changed"] == ["-    done: 40%", "+    done: 60%"]
    assert (data["start"], data["finish"], data["out_of_sequence"]) == ("2027-01-12", "2027-01-18", [])


def test_progress_out_of_sequence_is_written_and_told(tplan: Tplan, plan: Path) -> None:
    ended = tplan("progress", "decide", "--started", "2027-01-11", plan)
    assert ended.code == 0
    assert ended.err.splitlines()[1:] == [
        "Out of sequence: decide went ahead although draft was not done (draft)."
    ]
    assert "started: 2027-01-11" in plan.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("draft",), "Say what is new: --started, --finished, --done or --remaining."),
        (("draft", "--done", "much"), "done: 'much' is not a share: write 0% to 100%."),
        (
            ("draft", "--started", "2027-01-12", "--done", "101%"),
            "done: '101%' is not a share: write 0% to 100%.",
        ),
        (
            ("open", "--remaining", "2d"),
            "remaining: a milestone cannot have remaining: it takes no time. Give the",
        ),
        (("drft", "--done", "3%"), "There is no task drft. Did you mean draft?"),
        (
            ("draft", "--started", "2027-01-12", "--finished", "2027-01-11"),
            "It cannot have finished on 2027-01-11, before it started on 2027-01-12.",
        ),
    ],
)
def test_what_is_refused_leaves_the_file_alone(
    tplan: Tplan, plan: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    ended = tplan("progress", *arguments, plan)
    assert ended.code == 2
    assert ended.err.startswith(f"Error: {sentence}")
    assert plan.read_text(encoding="utf-8") == TEXT
