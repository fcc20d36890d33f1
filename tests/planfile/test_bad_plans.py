"""Each plan in `bad` has one error; the file of the same name with .txt holds the message a person gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from transition_planner.planfile.loading import PlanFileError, load
from transition_planner.planfile.render import render

BAD = Path(__file__).parent / "bad"
PLANS = sorted(path.name for path in BAD.iterdir() if path.suffix != ".txt")


@pytest.mark.parametrize("name", PLANS)
def test_a_bad_plan_is_refused_with_this_message(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BAD)
    with pytest.raises(PlanFileError) as refused:
        load(Path(name))
    expected = Path(name).with_suffix(".txt").read_text(encoding="utf-8")
    assert [render(finding) + "\n" for finding in refused.value.findings] == [expected]


def test_every_message_belongs_to_a_plan() -> None:
    assert sorted(path.stem for path in BAD.glob("*.txt")) == sorted(Path(name).stem for name in PLANS)
