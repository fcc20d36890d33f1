from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.compare.repositories import HEAD

from transition_planner.planfile import rereading
from transition_planner.planfile.loading import PlanFileError, parse
from transition_planner.planfile.rereading import reread

if TYPE_CHECKING:
    import pytest

    from transition_planner.planfile.document import Document

TEXT = (
    HEAD
    + """\
roles: {lead: {}}
models: {m: {overrides: {a: {duration: 3d, after: [c]}}}}
tasks:
  p:
    # about a
    tasks:
      a: {title: "A: one", duration: 2d}  # quick
      b:
        title: B
        note: |
          two
          lines
        after: [a FS+1d, c]
      c:
        duration: 1d  # or two
  # the end
  d: {after: [p], owner: lead}
"""
)
ALPHABET = "\n :#'\"{}[],&*!|>-?abcdp012%\t\r~"


def outcome(text: str, previous: Document | None) -> Document | tuple[str, ...]:
    try:
        return reread(previous, text) if previous is not None else parse(text)
    except PlanFileError as error:
        return tuple(f"{finding.place}: {finding.message}" for finding in error.findings)


BEFORE = parse(TEXT)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, len(TEXT)),
    st.integers(0, 6),
    st.one_of(
        st.text(ALPHABET, max_size=4),
        st.sampled_from(
            ["duration: 5d", "\n          x: {}\n", "owner: lead", "after: [b]", "tasks: {z: {}}", "a"]
        ),
    ),
)
def test_what_is_read_by_one_task_is_what_the_whole_text_says(at: int, length: int, new: str) -> None:
    text = TEXT[:at] + new + TEXT[at + length :]
    assert outcome(text, BEFORE) == outcome(text, None)


def test_a_change_of_one_field_is_read_by_its_task_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_text: str) -> Document:
        raise AssertionError

    shipped = Path(__file__).parents[2] / "plans" / "demo" / "plan.yaml"
    text = shipped.read_text(encoding="utf-8")
    before, changed = parse(text), text.replace("duration: 22d", "duration: 9d")
    after = parse(changed)
    monkeypatch.setattr(rereading, "parse", refused)
    assert reread(before, changed) == after
