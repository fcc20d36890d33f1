"""Files that are no plans, however they are broken: findings with places, and exit code 3."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan

HEAD = b"format: 1\nid: 7e51ff66-92ac-4ab8-9518-f75e63775da4\ntitle: Broken\nstart: 2027-01-11\n"
TASK = b"tasks:\n  a: {duration: 1d}\n"
BOMB = b"a0: &a0 [x, x]\n" + b"".join(
    b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 20)) for n in range(1, 12)
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(HEAD + b"tasks: " + b"[" * 20_000, id="deep nesting"),
        pytest.param(HEAD + b"tasks: " + b"{a: " * 20_000, id="deep maps"),
        pytest.param(BOMB + HEAD + TASK, id="a bomb of aliases"),
        pytest.param(HEAD + TASK + b"x" * 3_000_000, id="a giant scalar"),
        pytest.param(HEAD.replace(b"Broken", b"Br\xffken\xc3") + TASK, id="no UTF-8"),
        pytest.param(HEAD + b"tasks:\n\ta: {duration: 1d}\n", id="tabs"),
        pytest.param((HEAD + b"tasks: {a: {duraton: 1d}}\n").replace(b"\n", b"\r"), id="CR only"),
        pytest.param(b"\xef\xbb\xbf" + HEAD + b"tasks: {a: {duraton: 1d}}\n", id="a BOM"),
        pytest.param((HEAD + TASK).decode().encode("utf-16"), id="UTF-16"),
        pytest.param(b"\x00\x01\x02" * 100, id="zeros"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_it_is_told_where_and_why(tplan: Tplan, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "plan.yaml").write_bytes(data)
    ended = tplan("check", "--json", tmp_path)
    assert ended.code == 3
    told = json.loads(ended.out)
    assert told["findings"]
    for finding in told["findings"]:
        assert finding["code"].startswith("TP0")
        assert finding["line"] is None or finding["line"] >= 1
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("key", ["register: ../secret.yaml", "register: /etc/passwd"])
def test_a_register_cannot_lie_outside_the_folder(tplan: Tplan, tmp_path: Path, key: str) -> None:
    (tmp_path / "secret.yaml").write_text("password: x\n")
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_bytes(HEAD + key.encode() + b"\n" + TASK)
    ended = tplan("check", folder)
    assert ended.code == 3
    assert "the register lies outside the plan's folder" in ended.out
    assert "password" not in ended.out


def test_a_pack_cannot_lie_outside_the_folder(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("password: x\n")
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_bytes(HEAD + b"rules: [../secret.yaml]\n" + TASK)
    ended = tplan("check", folder, "--select", "TP603")
    assert ended.code == 1
    assert "../secret.yaml lies outside the plan's folder" in ended.out
    assert "password" not in ended.out
