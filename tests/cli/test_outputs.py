from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.outputs import GOLDENS, OUTPUTS

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_command_prints_its_golden(name: str, tplan: Tplan, in_root: None) -> None:  # noqa: ARG001  # a fixture
    ended = tplan(*OUTPUTS[name])
    assert ended.out == (GOLDENS / name).read_text(encoding="utf-8")
    assert ended.code == 0


def test_there_is_no_golden_without_its_command() -> None:
    assert {path.name for path in GOLDENS.iterdir()} == set(OUTPUTS)
