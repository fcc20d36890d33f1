"""Whatever a file holds, only `PlanFileError` comes out of reading it, with places that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transition_planner.planfile.loading import PlanFileError, load, parse
from transition_planner.planfile.render import render

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.plan.finding import Finding

GOOD = """\
# A plan with a bit of everything.
format: 1
id: 6f1c0e1a-93c5-4d0e-8d0b-2f1f6a7b8c9d
title: {fi: Kohti yhdentymistä 🎻, en: "Towards a merger"}
start: 2027-01-11
calendar: office
register: register.yaml
chosen: merger
models:
  merger: {title: Yhdentyminen, goal: decided}
  cooperation:
    overrides:
      decided: {after: [hear FS+2w]}
calendars:
  office:
    week: mon-fri 08:00-12:00 13:00-16:00
    holidays: FI
    closed:
      - {from: 2027-07-01, to: 2027-07-31, why: heinäkuun loma}
      - every: 12-24..01-01
  board:
    within: office
    only: {rrule: FREQ=MONTHLY;BYDAY=2TU}
roles:
  board: {title: Hallitus}
tasks:
  hearing:  # a phase
    title: 'Kuuleminen'
    tasks:
      hear: &hear
        duration: 8d
        range: 5d..15d
        owner: board
        serves: [T9]
        note: |
          Kuullaan kaikki:
            - oppilaat
      answer: {duration: 2w, after: [hear SS+50%], deadline: {date: 2027-06-18, why: kokous}}
  decided:
    after:
      - hearing
      - answer FF
    calendar: board
    in: [merger, cooperation]
    manual: {start: 2027-03-02, finish: 2027-03-02}
"""
REGISTER = "objectives:\n  T9: {title: Suunnitella aikataulu, applies: [merger]}\n"

SCRAPS = st.one_of(
    st.sampled_from(
        [
            *":-,#[]{}&*!|>'%@`~?\"\t\r\n\x00\x1b\x85\u2028\ufeff\ud800",
            "<<",
            "\n  ",
            "\n- ",
            ": ",
            "&a ",
            "*hear",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "!!binary x",
            "<<: *hear",
            "null",
            "1e999",
            "-.inf",
            "9" * 5000,
            "[" * 200,
            "{a: " * 200,
            "tasks:",
            "after: [decided]",
            "hear:",
            "2027-02-30",
            "FREQ=YEARLY;INTERVAL=0",
            "../../x",
        ]
    ),
    st.text(max_size=6),
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    text = GOOD
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        removed = draw(st.sampled_from([0, 0, 1, 2, 5, 20, 200]))
        text = text[:start] + draw(SCRAPS) + text[start + removed :]
    return text


def refused(text: str, register: str = REGISTER) -> tuple[Finding, ...]:
    try:
        parse(text, register_text=register)
    except PlanFileError as error:
        findings = error.findings
    else:
        return ()
    assert findings, "a plan is refused for a reason"
    return findings


def check_places(findings: tuple[Finding, ...], text: str, register: str = REGISTER) -> None:
    plan_lines, register_lines = (each.count("\n") + each.count("\r") + 1 for each in (text, register))
    for finding in findings:
        place = finding.place
        assert place is not None
        assert 1 <= place.line <= (plan_lines if place.file == "plan.yaml" else register_lines)
        assert 1 <= place.column <= len(text) + len(register) + 1
        assert "\x1b" not in render(finding)
        assert render(finding).encode()


def test_the_plan_that_is_damaged_here_is_good() -> None:
    assert refused(GOOD) == ()


@settings(max_examples=300, deadline=2000, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_a_damaged_plan_is_read_or_refused_with_places(text: str) -> None:
    check_places(refused(text), text)


@settings(max_examples=100, deadline=2000)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_places(text: str) -> None:
    check_places(refused(text), text)


@settings(max_examples=100, deadline=2000)
@given(st.text(max_size=80), st.integers(0, len(REGISTER)))
def test_a_damaged_register_is_read_or_refused_with_places(scrap: str, start: int) -> None:
    register = REGISTER[:start] + scrap + REGISTER[start:]
    check_places(refused(GOOD, register), GOOD, register)


@settings(max_examples=100, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.integers(0, len(GOOD)))
def test_a_file_of_any_bytes_is_read_or_refused(tmp_path: Path, scrap: bytes, start: int) -> None:
    file = tmp_path / "plan.yaml"
    (tmp_path / "register.yaml").write_text(REGISTER, encoding="utf-8")
    file.write_bytes(GOOD.encode()[:start] + scrap + GOOD.encode()[start:])
    try:
        document = load(file)
    except PlanFileError:
        return
    assert document.encoded() == file.read_bytes()


def test_doubly_nested_aliases_are_refused_quickly() -> None:
    levels = "".join(f"  l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 50)}]\n" for n in range(1, 20))
    text = GOOD.replace("roles:\n", f"roles:\n  l0: &l0 x\n{levels}")
    with pytest.raises(PlanFileError, match="aliases stand for more than 100000 values"):
        parse(text)
