from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.publish.place import network
from tests.publish.radicale import IS_INSTALLED, PASSWORD, USER, radicale

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

DEMO = Path(__file__).parents[2] / "plans" / "demo" / "plan.yaml"
WHEN = ("--revised", "2027-01-01T00:00Z", "--user", USER)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TP_CALDAV_PASSWORD", PASSWORD)
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_bytes(DEMO.read_bytes())
    return folder


@pytest.mark.skipif(not IS_INSTALLED, reason="radicale is not installed: no server to publish to")
def test_dates_are_published_to_a_server(tplan: Tplan, plan: Path, tmp_path: Path) -> None:
    with radicale(tmp_path) as url:
        tried = tplan("publish", "caldav", url, *WHEN, "--dry-run", plan)
        assert (tried.code, tried.err) == (0, "Nothing was done: this is what would be.\n")
        assert list(plan.iterdir()) == [plan / "plan.yaml"]
        done = tplan("publish", "caldav", url, *WHEN, plan)
        assert (done.code, done.out) == (0, tried.out)
        assert [line.split()[-1] for line in done.out.splitlines()] == ["new"] * 7
        again = tplan("publish", "caldav", url, *WHEN, plan)
        assert (again.code, again.out, again.err) == (0, "", "The calendar is in step with the plan.\n")
        stands = tplan("publish", "caldav", url, *WHEN, "--status", plan)
        assert (stands.code, stands.err) == (0, "")
        assert [line.split()[0] for line in stands.out.splitlines()] == ["7", "0", "0", "0", "0", "0"]
        told = json.loads(tplan("publish", "caldav", url, *WHEN, "--status", "--todos", "--json", plan).out)
        assert (told["in_step"], told["of_others"]) == (7, 0)
        assert told["due"] > 0
        todos = json.loads(tplan("publish", "caldav", url, *WHEN, "--todos", "--json", plan).out)
        assert {step["action"] for step in todos["steps"]} == {"create"}
        assert PASSWORD not in (plan / "caldav.state.json").read_text(encoding="utf-8")


@pytest.mark.skipif(not IS_INSTALLED, reason="radicale is not installed: no server to publish to")
def test_what_people_ticked_is_shown_and_written_on_consent(tplan: Tplan, plan: Path, tmp_path: Path) -> None:
    with radicale(tmp_path) as url:
        assert tplan("publish", "caldav", url, *WHEN, "--todos", plan).code == 0
        pull = ("publish", "caldav", url, *WHEN, "--pull")
        ended = tplan(*pull, plan)
        assert (ended.code, ended.out) == (0, "")
        assert ended.err == "Nobody ticked anything since the plan was published.\n"
        state = json.loads((plan / "caldav.state.json").read_bytes())
        with httpx.Client(base_url=url, auth=(USER, PASSWORD), transport=network()) as client:
            for sent in state["sent"].values():
                text = client.get(sent["path"]).text
                if "BEGIN:VTODO" in text and "X-TRANSITION-PLANNER-ID:ask-members\r" in text:
                    done = text.replace("NEEDS-ACTION", "COMPLETED\r\nCOMPLETED:20270121T090000Z")
                    client.put(sent["path"], content=done)
        before = (plan / "plan.yaml").read_bytes()
        ended = tplan(*pull, plan)
        assert (ended.code, ended.out.rstrip()) == (1, "+        finished: 2027-01-21")
        assert ended.err == (
            "ask-members: 100 % in the calendar, 0 % in the plan.\n"
            "Nothing was written. --yes writes it without a question.\n"
        )
        assert (plan / "plan.yaml").read_bytes() == before
        told = json.loads(tplan(*pull, "--yes", "--json", plan).out)
        assert (told["changed"], told["written"]) == (["+        finished: 2027-01-21"], True)
        assert told["reports"] == [
            {"task": "ask-members", "plan": 0, "server": 100, "day": "2027-01-21", "contested": False}
        ]
        assert "        finished: 2027-01-21\n" in (plan / "plan.yaml").read_text(encoding="utf-8")
        assert tplan(*pull, plan).code == 0
        again = tplan("publish", "caldav", url, *WHEN, "--todos", plan)
        assert (again.code, "changed by others" in again.out) == (0, False)


def test_options_of_publishing_are_none_of_pulling(tplan: Tplan, plan: Path) -> None:
    for options, message in (
        (("--pull", "--dry-run"), "--pull publishes nothing: leave out the options of publishing."),
        (("--yes",), "--yes is about what --pull writes into the plan."),
    ):
        ended = tplan("publish", "caldav", "https://dav.example", *WHEN, *options, plan)
        assert (ended.code, ended.err) == (2, f"Error: {message}\n")


def test_without_a_password_nothing_is_sent(
    tplan: Tplan, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TP_CALDAV_PASSWORD")
    ended = tplan("publish", "caldav", "https://dav.example", *WHEN, plan)
    assert ended.code == 4
    assert "There is no password: put it into TP_CALDAV_PASSWORD" in ended.err


def test_a_password_is_not_sent_over_http(tplan: Tplan, plan: Path) -> None:
    ended = tplan("publish", "caldav", "http://dav.example", *WHEN, plan)
    assert (ended.code, ended.out) == (4, "")
    assert ended.err == "Error: Over http others can read the password: write the address with https.\n"
