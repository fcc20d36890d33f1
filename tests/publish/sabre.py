"""sabre/dav, the calendar server inside Nextcloud and ownCloud, as Debian's php-sabre-dav packages it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tests.publish.radicale import PASSWORD, USER
from tests.publish.running import free_port, running

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

SERVER = Path(__file__).with_suffix(".php")
_TABLES = """
CREATE TABLE calendars (id INTEGER PRIMARY KEY, principaluri TEXT, displayname TEXT, uri TEXT, ctag INTEGER,
    description TEXT, calendarorder INTEGER, calendarcolor TEXT, timezone TEXT, components TEXT, transparent BOOL);
CREATE TABLE calendarobjects (id INTEGER PRIMARY KEY, calendardata BLOB, uri TEXT, calendarid INTEGER,
    lastmodified INTEGER, etag TEXT, size INTEGER, componenttype TEXT, firstoccurence INTEGER, lastoccurence INTEGER);
CREATE TABLE principals (id INTEGER PRIMARY KEY, uri TEXT UNIQUE, email TEXT, displayname TEXT, vcardurl TEXT);
CREATE TABLE groupmembers (id INTEGER PRIMARY KEY, principal_id INTEGER, member_id INTEGER);
"""
"""The columns that its PDO backends ask for; "occurence" is spelt as it spells it."""


def _is_installed() -> bool:
    if shutil.which("php") is None:
        return False
    asked = "exit((@include 'Sabre/autoload.php') && extension_loaded('pdo_sqlite') ? 0 : 1);"
    return subprocess.run(("php", "-r", asked), check=False, capture_output=True).returncode == 0  # noqa: S607  # the system's


IS_INSTALLED = _is_installed()


def sabre(folder: Path) -> AbstractContextManager[str]:
    """The address of a new, empty server that stores in a folder."""
    port, database = free_port(), folder / "calendars.sqlite"
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(_TABLES)
        connection.execute(
            "INSERT INTO principals (uri, displayname) VALUES (?, ?)", (f"principals/{USER}", "Project lead")
        )
        connection.commit()
    told = {"TP_DATABASE": str(database), "TP_USER": USER, "TP_PASSWORD": PASSWORD}
    return running(("php", "-S", f"127.0.0.1:{port}", str(SERVER)), port, environment=os.environ | told)
