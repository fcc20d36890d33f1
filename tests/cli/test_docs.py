"""The commands on the pages of the docs, run by a shell as they stand there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import needs_git, new_repo
from tests.publish.radicale import IS_INSTALLED, PASSWORD, radicale

if TYPE_CHECKING:
    from tests.compare.repositories import Repo

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "plans" / "demo"
SCHOOLS = ROOT / "plans" / "helsinki-music-schools"

pytestmark = [needs_git, pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")]


def commands(page: str) -> list[str]:
    """The lines of a page's blocks that call the program."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(r"^ {4,}((?:[A-Z_]+=\S+ )?tplan .*)$", text, re.MULTILINE)


def run(lines: list[str], folder: Path, *, password: str = "") -> str:
    """What a shell prints that runs the lines, and stops at the first that fails."""
    script = ["set -eu", 'tplan() { "$PYTHON" -m transition_planner "$@"; }', *lines]
    environment = {
        "PYTHON": sys.executable,
        "LANGUAGE": "en",
        "TP_CALDAV_PASSWORD": password,
        "XDG_CACHE_HOME": str(folder / ".cache"),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    done = subprocess.run(
        ("bash", "-c", "\n".join(script)),  # noqa: S607  # the shell of whoever runs the tests
        cwd=folder,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with the shipped plans at their places."""
    made = new_repo(tmp_path)
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    made.git("add", "--all")
    made.git("commit", "--quiet", "-m", "The plans")
    made.git("tag", "v1")
    made.git("tag", "v2")
    return made


def test_the_commands_on_progress_and_baselines_run(repo: Repo) -> None:
    lines = commands("progress.md")
    assert len(lines) == 10
    told = run([line for line in lines if "choose" not in line], repo.folder / "plans" / "demo")
    assert "+        finished: 2027-01-29" in told
    assert run(lines[-1:], repo.folder / "plans" / "helsinki-music-schools") == "+chosen: merger\n"


def test_the_commands_on_feeds_and_freezing_run(repo: Repo) -> None:
    lines = [line for line in commands("calendars.md") if "caldav" not in line]
    assert len(lines) == 4
    told = run(lines, repo.folder)
    assert "https://example.org/cal/" in told
    assert len(list((repo.folder / "public" / "cal").glob("*.ics"))) == 10


@pytest.mark.skipif(not IS_INSTALLED, reason="radicale is not installed: no server to publish to")
def test_the_commands_on_a_calendar_server_run(repo: Repo, tmp_path: Path) -> None:
    lines = [line for line in commands("calendars.md") if "caldav" in line]
    assert len(lines) == 4
    (tmp_path / "server").mkdir()
    with radicale(tmp_path / "server") as url:
        here = [
            re.sub(r"https://\S+", url, line)
            .replace("PASSWORD=…", f"PASSWORD={PASSWORD}")
            .replace("pass show cloud", f"echo {PASSWORD}")
            for line in lines
        ]
        told = run(here, repo.folder / "plans" / "demo", password=PASSWORD)
    assert told.count("new\n") > 7
