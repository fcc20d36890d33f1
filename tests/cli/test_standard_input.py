from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from tests.cli.conftest import Tplan

HEAD = b"format: 1\nid: 7e51ff66-92ac-4ab8-9518-f75e63775da4\ntitle: Piped\nstart: 2027-01-11\n"


def _piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_plan_is_read_from_the_standard_input(tplan: Tplan, monkeypatch: pytest.MonkeyPatch) -> None:
    _piped(monkeypatch, HEAD + b"tasks:\n  draft: {duration: 5d, deadline: 2027-01-12}\n")
    ended = tplan("check", "-")
    assert ended.code == 1
    assert "<stdin>:6:35: error TP201: " in ended.out


def test_bytes_that_are_no_text_are_told(tplan: Tplan, monkeypatch: pytest.MonkeyPatch) -> None:
    _piped(monkeypatch, HEAD + b"tasks: {a: {note: \xff}}\n")
    ended = tplan("check", "-", "--json")
    assert ended.code == 3
    assert json.loads(ended.out)["findings"][0]["code"] == "TP006"


def test_its_register_is_that_of_this_folder(
    tplan: Tplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "register.yaml").write_text("threats: {U1: {title: Delay}}\n")
    _piped(monkeypatch, HEAD + b"register: register.yaml\ntasks: {a: {mitigates: [U2]}}\n")
    ended = tplan("check", "-")
    assert ended.code == 3
    assert "the register has no threat U2" in ended.out
