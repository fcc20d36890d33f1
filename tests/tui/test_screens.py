from __future__ import annotations

import asyncio

import pytest
from tests.tui.screens import GOLDENS, NAMES, screen


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_is_as_its_golden(name: str) -> None:
    assert asyncio.run(screen(name)) == (GOLDENS / name).read_text(encoding="utf-8")


def test_there_is_no_golden_without_its_screen() -> None:
    assert {path.name for path in GOLDENS.iterdir()} == set(NAMES)
