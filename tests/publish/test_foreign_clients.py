"""A calendar of ours as programs by other hands show it, and what is ticked in them, taken back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from tests.export.small import small_plan
from tests.publish.place import Place
from tests.publish.radicale import IS_INSTALLED, PASSWORD, USER, radicale

from transition_planner.publish.caldav.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

# They may be installed beside the Python that runs the tests, and that not on the PATH.
PATH = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
PROGRAMS = {
    "vdirsyncer": ("-c", "vdirsyncer.conf"),
    "khal": ("-c", "khal.conf"),
    "todo": ("--config", "todo.py"),
}
"""Each with the option for its configuration, and that file's name."""
pytestmark = pytest.mark.skipif(
    not (IS_INSTALLED and all(shutil.which(program, path=PATH) for program in PROGRAMS)),
    reason="radicale, vdirsyncer, khal or todoman is not installed: not tried with foreign clients",
)
TASKS: dict[str, dict[str, Any]] = {
    "draft": {
        "title": r"Luonnos, \\palvelin\Neuvosto ä",
        "duration": "4d",
        "started": "2027-01-11",
        "done": "25%",
    },
    "vote": {"title": "Päätös; malli", "decision": True, "duration": "1d", "must-start-on": "2027-02-09"},
    "go": {"title": "Alku", "must-start-on": "2027-06-01"},
}

SYNCHRONISED = """\
[general]
status_path = "{folder}/status"
[pair plan]
a = "here"
b = "there"
collections = ["from b"]
metadata = ["displayname"]
[storage here]
type = "filesystem"
path = "{folder}/here"
fileext = ".ics"
[storage there]
type = "caldav"
url = "{url}"
username = "{user}"
password.fetch = ["command", "printenv", "CALDAV_PASSWORD"]
"""
SHOWN = """\
[calendars]
[[plan]]
path = {calendar}
[locale]
local_timezone = Europe/Helsinki
default_timezone = Europe/Helsinki
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
timeformat = %H:%M
"""
TICKED = 'path = "{folder}/here/*"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ndefault_list = "plan"\n'


class Desk:
    """The programs of somebody who follows a plan."""

    def __init__(self, url: str, folder: Path) -> None:
        self.folder = folder
        self._write("vdirsyncer", SYNCHRONISED.format(folder=folder, url=url, user=USER))
        self._run("vdirsyncer", "discover", "plan", answer="y\n" * 10)
        self.synchronise()
        (calendar,) = (folder / "here").iterdir()
        self._write("khal", SHOWN.format(calendar=calendar))
        self._write("todo", TICKED.format(folder=folder))

    def synchronise(self) -> None:
        self._run("vdirsyncer", "sync")

    def events(self) -> set[str]:
        days = ("2027-01-01", "2027-12-31")
        shown = self._run("khal", "list", "--day-format", "", "--format", "{start} {end} {title}", *days)
        return {line for line in shown.splitlines() if line}

    def todos(self) -> str:
        return self._run("todo", "list", "--status", "ANY")

    def tick(self, title: str) -> None:
        match = re.search(rf"\[.\] +(\d+) .*{title}", self.todos())
        assert match is not None
        self._run("todo", "done", match[1])

    def _write(self, program: str, text: str) -> None:
        (self.folder / PROGRAMS[program][1]).write_text(text, encoding="utf-8")

    def _run(self, program: str, *arguments: str, answer: str = "") -> str:
        option, configuration = PROGRAMS[program]
        here = {
            "PATH": PATH,
            "HOME": str(self.folder),
            "CALDAV_PASSWORD": PASSWORD,
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "200",
        }
        done = subprocess.run(
            (program, option, str(self.folder / configuration), *arguments),
            env=os.environ | here,
            input=answer,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{done.stdout}{done.stderr}"
        return done.stdout


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    (tmp_path / "server").mkdir()
    with radicale(tmp_path / "server") as url:
        yield Place(url, tmp_path)


def test_foreign_clients_show_the_plan_follow_it_and_give_back_what_is_ticked(
    place: Place, tmp_path: Path
) -> None:
    place.publish(small_plan(tasks=TASKS), todos=True)
    desk = Desk(place.url, tmp_path)
    assert desk.events() == {"2027-02-09 2027-02-09 Päätös; malli", "2027-06-01 2027-06-01 Alku"}
    assert r"Luonnos, \\palvelin\Neuvosto ä" in desk.todos()
    assert "25%" in desk.todos()
    moved = small_plan(tasks={**TASKS, "go": {**TASKS["go"], "must-start-on": "2027-06-08"}})
    place.publish(moved, todos=True)
    desk.synchronise()
    assert "2027-06-08 2027-06-08 Alku" in desk.events()
    desk.tick("Luonnos")
    desk.synchronise()
    (report,) = place.pull(moved).reports
    # todoman writes the moment; the plan's clock says on which day that is
    today = datetime.now(ZoneInfo(moved.timezone)).date()
    assert (report.task, report.server, report.contested) == ("draft", Progress(100, today), False)
    assert report.known is not None
