from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    import pytest
    from tests.cli.conftest import Tplan

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "plans" / "demo" / "plan.yaml").read_text(encoding="utf-8")


def _until(client: httpx.Client, address: str, seen: str) -> httpx.Response:
    """The first answer that holds a text or header; at most for ten seconds."""
    for _ in range(100):
        answer = client.get(address)
        if seen in answer.text or seen in answer.headers:
            return answer
        time.sleep(0.1)
    raise AssertionError(seen)


def test_a_server_follows_the_plan_and_keeps_its_last_good_dates(tplan: Tplan, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(TEXT, encoding="utf-8")
    arguments = ("serve", "feed", "--bind", "127.0.0.1:0", "--revised", "2027-01-01T00:00Z", str(plan))
    with subprocess.Popen(
        (sys.executable, "-m", "transition_planner", *arguments),
        env=os.environ | {"LANGUAGE": "en"},
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stderr is not None
            told = next(line for line in server.stderr if line.startswith("Serving"))
            match = re.search(r"http://127\.0\.0\.1:\d+", told)
            assert match, told
            word = tplan("feed", "links", plan).out.split()[1]
            with httpx.Client(base_url=match[0]) as client:
                first = _until(client, word, "DTSTART;VALUE=DATE:20270430")
                assert client.get(word, headers={"If-None-Match": first.headers["etag"]}).status_code == 304
                assert client.head(word).headers["content-length"] == str(len(first.content))
                plan.write_text(TEXT.replace("2027-04-30", "2027-05-07"), encoding="utf-8")
                moved = _until(client, word, "DTSTART;VALUE=DATE:20270507")
                plan.write_text("tasks: [", encoding="utf-8")
                assert _until(client, word, "x-transition-planner-stale").content == moved.content
        finally:
            server.send_signal(signal.SIGINT)
            out, err = server.communicate(timeout=20)
    assert server.returncode in {0, 130}
    assert out == ""
    assert "The feeds stay as they last were:" in err
    assert word.strip("/") not in err
    assert "Traceback" not in err


def test_a_wrong_address_is_refused(tplan: Tplan) -> None:
    for address in ("here", "127.0.0.1:", "127.0.0.1:70000"):
        ended = tplan("serve", "feed", "--bind", address, ROOT / "plans" / "demo")
        assert ended.code == 2
        assert f"{address!r} is not an address: write host and port as in 127.0.0.1:8765" in ended.err


def test_a_port_that_another_program_has_is_refused_with_what_to_do(tplan: Tplan) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        ended = tplan("serve", "tui", "--bind", address, ROOT / "plans" / "demo")
    assert ended.code == 4
    assert ended.err == (
        f"Error: Nothing can listen at {address}: Address already in use. "
        "Name another place with --bind; port 0 takes one that is free.\n"
    )


def test_serving_in_a_browser_without_its_packages_names_them(
    tplan: Tplan, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("server", "session"):
        monkeypatch.delitem(sys.modules, f"transition_planner.tui.browser.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    ended = tplan("serve", "tui", ROOT / "plans" / "demo")
    assert ended.code == 4
    assert ended.err == "Error: Serving needs more packages: pip install 'transition-planner[browser]'\n"


def test_serving_a_plan_that_cannot_be_read_tells_why_at_once(tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("tasks: [", encoding="utf-8")
    ended = tplan("serve", "tui", tmp_path)
    assert ended.code == 3
    assert "plan.yaml:1:8: error" in ended.err
