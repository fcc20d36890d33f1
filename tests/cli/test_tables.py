from __future__ import annotations

import fcntl
import os
import pty
import struct
import sys
import termios
from pathlib import Path
from subprocess import Popen

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition_planner.cli.tables import table_lines

SCHOOLS = Path(__file__).parents[2] / "plans" / "helsinki-music-schools"
ROWS = [("Task", "Days"), ("Hear the pupils and their guardians", "12"), ("  Sign", "3")]
TEXTS = st.sampled_from(
    ["", "a", "a b", "ab-ab ab-a", "aaaaaaaaa bbb aa bbbbbbbb a", "  ab bbbbbbb aaaa-bbbb aa b aaa"]
)


def test_a_table_is_as_wide_as_its_texts() -> None:
    assert list(table_lines(ROWS, None, numbers=(1,))) == [
        "Task                                 Days",
        "Hear the pupils and their guardians    12",
        "  Sign                                  3",
    ]


def test_a_text_too_long_for_the_terminal_goes_on_in_its_column() -> None:
    assert list(table_lines(ROWS, 25, numbers=(1,))) == [
        "Task                 Days",
        "Hear the pupils and    12",
        "their guardians",
        "  Sign                  3",
    ]


def test_what_goes_on_is_indented_as_its_beginning() -> None:
    assert list(table_lines([("  Hear the pupils", "x")], 14)) == ["  Hear the   x", "  pupils"]


def test_the_widest_column_gives_room_first() -> None:
    rows = [("Thu 9 Aug 2029", "The merged school takes over: licence, staff, funding")]
    assert list(table_lines(rows, 40)) == [
        "Thu 9 Aug 2029  The merged school takes",
        "                over: licence, staff,",
        "                funding",
    ]


@given(
    st.integers(1, 4).flatmap(lambda n: st.lists(st.tuples(*[TEXTS] * n), min_size=1)), st.integers(40, 90)
)
def test_nothing_runs_over_and_no_letter_is_lost(rows: list[tuple[str, ...]], width: int) -> None:
    lines = list(table_lines(rows, width))
    assert max(map(len, lines)) <= width
    told = sorted("".join(lines).replace(" ", ""))
    assert told == sorted("".join(cell for row in rows for cell in row).replace(" ", ""))


@pytest.mark.parametrize("command", [("models", "--all"), ("status",), ("schedule",)])
def test_tables_fit_the_terminal_that_they_are_printed_on(command: tuple[str, ...]) -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    program = (sys.executable, "-m", "transition_planner", *command, "--language", "fi", str(SCHOOLS))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    with Popen(program, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        told = b""
        while part := _read(ours):
            told += part
    os.close(ours)
    assert process.returncode == 0
    tables = [line for line in told.decode().splitlines() if "  " in line.strip()]
    assert tables
    assert [line for line in tables if len(line) > 80] == []


def _read(descriptor: int) -> bytes:
    """What came next; nothing once the other side has closed, which Linux tells as an error."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""
