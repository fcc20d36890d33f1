"""A feed of ours as Thunderbird keeps it: the program itself subscribes, on a screen that nobody sees."""

from __future__ import annotations

import shutil
import signal
import socket
import sqlite3
import subprocess
import threading
import time
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.export.small import small_plan

from transition_planner.export.ics.calendar import calendar
from transition_planner.export.ics.selection import Selection
from transition_planner.publish.feed.app import application
from transition_planner.publish.feed.feeds import Feed
from transition_planner.publish.feed.secrets import Secrets
from transition_planner.publish.feed.serving import web_server
from transition_planner.publish.feed.source import Source
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not (shutil.which("thunderbird") and shutil.which("xvfb-run")),
    reason="thunderbird or xvfb-run is not installed: not tried with Thunderbird",
)
WORD = "k" * 32
SUBSCRIBED = """\
user_pref("calendar.registry.plan.type", "ics");
user_pref("calendar.registry.plan.uri", "{url}");
user_pref("calendar.registry.plan.name", "Plan");
user_pref("calendar.registry.plan.cache.enabled", true);
user_pref("calendar.list.sortOrder", "plan");
user_pref("mail.provider.suppress_dialog_on_startup", true);
user_pref("mailnews.start_page.enabled", false);
user_pref("mailnews.start_page_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("app.update.enabled", false);
user_pref("extensions.update.enabled", false);
"""
"""A profile with one calendar, and without what would ask or fetch anything else at the first start."""
SECONDS = 120
"""How long the first start may take on a machine that is busy with other tests."""
EXPECTED = {
    ("Hanke alkaa", date(2027, 1, 11), date(2027, 1, 12)),
    ("Määräaika: Kuule oppilaita", date(2027, 1, 20), date(2027, 1, 21)),
    ("Malli valittu", date(2027, 2, 9), date(2027, 2, 10)),
    ("Päätä malli", date(2027, 2, 9), date(2027, 2, 10)),
    ("Määräaika: choose", date(2027, 3, 31), date(2027, 4, 1)),
    ("Laki voimaan", date(2027, 8, 1), date(2027, 8, 2)),
}
"""Each with its day and the one after it: entries of a whole day end before the next one."""


@contextmanager
def _feed(data: bytes) -> Iterator[str]:
    """The address of a feed."""
    feeds = {"khmo": Feed(data, datetime(2027, 3, 1, tzinfo=UTC))}
    source = Source(lambda: feeds, (), lambda _error: None)
    source.look()
    server = web_server(application(source, lambda: Secrets({"khmo": WORD})))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/{WORD}.ics"
        finally:
            server.should_exit = server.force_exit = True
            thread.join(timeout=20)


@contextmanager
def _thunderbird(profile: Path, home: Path) -> Iterator[None]:
    """Thunderbird with a profile."""
    command = ("xvfb-run", "-a", "thunderbird", "--no-remote", "--profile", str(profile))
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(home), "TZ": "Europe/Helsinki"},
        start_new_session=True,
    ) as program:
        try:
            yield
        finally:
            _end(program)


def _end(program: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    from os import killpg  # noqa: PLC0415  # Windows has none, and no xvfb-run either

    killpg(program.pid, signal.SIGKILL)


def _kept(profile: Path, copy: Path) -> set[tuple[str, date, date]]:
    """Title, first day and the day after the last of each event in the cache."""
    cache = profile / "calendar-data" / "cache.sqlite"
    for file in cache.parent.glob("cache.sqlite*"):  # Thunderbird keeps its own locked
        shutil.copy(file, copy / file.name)
    if not (copy / cache.name).exists():
        return set()
    with closing(sqlite3.connect(copy / cache.name)) as database:
        try:
            rows = database.execute("SELECT title, event_start, event_end FROM cal_events").fetchall()
        except sqlite3.DatabaseError:
            return set()
    return {(title, _day(start), _day(end)) for title, start, end in rows}


def _day(microseconds: int) -> date:
    return datetime.fromtimestamp(microseconds / 1_000_000, UTC).date()


def test_thunderbird_keeps_titles_and_days_as_they_are(tmp_path: Path) -> None:
    profile, copy = tmp_path / "profile", tmp_path / "copy"
    profile.mkdir()
    copy.mkdir()
    data = calendar(schedule(small_plan()), Selection(), "fi")
    with _feed(data) as url:
        (profile / "user.js").write_text(SUBSCRIBED.format(url=url), encoding="utf-8")
        with _thunderbird(profile, tmp_path):
            end, kept = time.monotonic() + SECONDS, set[tuple[str, date, date]]()
            while kept != EXPECTED and time.monotonic() < end:
                time.sleep(1)
                kept = _kept(profile, copy)
    assert kept == EXPECTED
