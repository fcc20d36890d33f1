from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.export.icslint import lint

from transition_planner.cli.feeding import built_feeds

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

ROOT = Path(__file__).parents[2]
WHEN = ("--revised", "2027-01-01T00:00Z")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "plan"
    folder.mkdir()
    for name in ("plan.yaml", "register.yaml"):
        (folder / name).write_bytes((ROOT / "plans" / "helsinki-music-schools" / name).read_bytes())
    return folder


def test_a_folder_gets_a_feed_for_the_whole_plan_and_for_each_organisation(
    tplan: Tplan, plan: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ended = tplan("feed", "build", out, *WHEN, plan)
    assert (ended.code, ended.out) == (0, "")
    notes = (
        f"What was sent is noted in {plan / 'calendar.ledger.json'}: keep it with the plan.\n"
        f"The secret addresses are in {plan / 'feed.secrets.json'}: keep it out of version control.\n"
    )
    assert ended.err.startswith(f"{notes}{out} holds 10 feeds.\nChanged: whole-plan, joint, kallio,")
    links = json.loads(tplan("feed", "links", "--base", "https://example.org/cal/", "--json", plan).out)
    assert all(address.startswith("https://example.org/cal/") for address in links.values())
    files = {name: out / address.rpartition("/")[2] for name, address in links.items()}
    assert sorted(out.iterdir()) == sorted(files.values())
    assert all(lint(file.read_bytes()) == {} for file in files.values())
    whole, khmo = (files[name].read_bytes().count(b"BEGIN:VEVENT") for name in ("whole-plan", "khmo"))
    assert whole > khmo > 0
    again = tplan("feed", "build", out, "--json", *WHEN, plan)
    assert json.loads(again.out) == {"folder": str(out), "files": 10, "changed": []}


def test_a_revoked_feed_leaves_the_folder(tplan: Tplan, plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    tplan("feed", "build", out, *WHEN, plan)
    before = json.loads(tplan("feed", "links", "--json", plan).out)
    ended = tplan("feed", "revoke", "khmo", plan)
    assert ended.code == 0
    name, address = ended.out.split()
    assert (name, address == before["khmo"]) == ("khmo", False)
    tplan("feed", "build", out, *WHEN, plan)
    assert not (out / before["khmo"].strip("/")).exists()
    assert (out / address.strip("/")).exists()
    assert len(list(out.iterdir())) == 10


def test_there_is_no_feed_of_that_name(tplan: Tplan, plan: Path) -> None:
    ended = tplan("feed", "revoke", "kmho", plan)
    assert ended.code == 2
    assert "Error: There is no feed kmho. Did you mean khmo? There is whole-plan, joint," in ended.err


def test_a_feed_is_not_built_where_nothing_tells_the_time(tplan: Tplan, plan: Path, tmp_path: Path) -> None:
    ended = tplan("feed", "build", tmp_path / "out", plan)
    assert ended.code == 2
    assert "is not in version control" in ended.err
    assert not (tmp_path / "out").exists()


def test_broken_words_are_left_alone(tplan: Tplan, plan: Path) -> None:
    (plan / "feed.secrets.json").write_text("{", encoding="utf-8")
    ended = tplan("feed", "links", plan)
    assert ended.code == 3
    assert "cannot be read as the secret addresses of feeds" in ended.err


def test_the_files_of_dates_are_watched_too(plan: Path) -> None:
    file = plan / "plan.yaml"
    text = file.read_text(encoding="utf-8")
    (plan / "closed.csv").write_text("on\n2027-01-11\n", encoding="utf-8")
    file.write_text(
        text.replace("  office:\n", "  club: {closed: [{from-file: closed.csv}]}\n  office:\n"),
        encoding="utf-8",
    )
    watched: list[Path] = []
    built_feeds(file, None, datetime(2027, 1, 1, tzinfo=UTC), watched)
    assert [each.name for each in watched] == ["plan.yaml", "calendar.ledger.json", "closed.csv"]
