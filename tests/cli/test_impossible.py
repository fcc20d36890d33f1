"""Dates beside which something is wrong are not shown without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan

PLAN = """\
format: 1
id: 11111111-2222-4333-8444-555555555555
title: Grant
start: 2027-01-11
calendar: office
calendars:
  office: {week: mon-fri 08:00-16:00}
  grant: {only: {from: 2027-09-01, to: 2027-09-03}}
tasks:
  apply: {duration: 10d, calendar: grant}
  spend: {duration: 1d, after: [apply]}
"""


@pytest.mark.parametrize("command", ["schedule", "summary"])
def test_work_that_no_window_holds_is_told_beside_the_dates(
    tplan: Tplan, tmp_path: Path, command: str
) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    ended = tplan(command, tmp_path)
    assert ended.code == 0
    assert ended.err == (
        "apply has no dates of its own: the calendar grant has no working time left around 2027-09-03: "
        "give it more working days, or plan less on it\n"
    )
