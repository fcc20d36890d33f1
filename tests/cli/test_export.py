from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from transition_planner.export.registry import names

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "plans" / "demo"


def test_a_file_is_written_and_named(tplan: Tplan, tmp_path: Path) -> None:
    file = tmp_path / "dates.ics"
    ended = tplan("export", "ics", "-o", file, DEMO)
    assert (ended.code, ended.out, ended.err) == (0, "", f"Wrote {file}.\n")
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert file.read_bytes().decode() == tplan("export", "ics", DEMO).out


def test_json_tells_what_was_written(tplan: Tplan, tmp_path: Path) -> None:
    file = tmp_path / "dates.ics"
    told = json.loads(tplan("export", "ics", "-o", file, "--json", DEMO).out)
    assert told == {"format": "ics", "file": str(file), "bytes": file.stat().st_size}


def test_json_without_a_file_is_refused(tplan: Tplan) -> None:
    ended = tplan("export", "ics", "--json", DEMO)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "Error: --json tells what was written to a file: name one with -o FILE.\n"


def test_kinds_are_chosen_by_name(tplan: Tplan) -> None:
    def count(*arguments: str) -> int:
        return tplan("export", "ics", *arguments, DEMO).out.count("BEGIN:VEVENT")

    assert count("--kinds", "deadlines") == 1
    assert count("--kinds", "decisions") == 2
    assert count("--kinds", "milestones,decisions") == 6
    assert count() == count("--kinds", "milestones, deadlines, decisions") == 7


def test_an_unknown_kind_is_refused(tplan: Tplan) -> None:
    ended = tplan("export", "ics", "--kinds", "milestone", DEMO)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith(
        "Error: Invalid value for '--kinds': there is no 'milestone'. Did you mean milestones? "
        "There is milestones, deadlines, decisions.\n"
    )


def test_an_unknown_format_is_refused(tplan: Tplan) -> None:
    ended = tplan("export", "isc", DEMO)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith(
        f"Error: There is no format isc. Did you mean ics? There is {', '.join(names())}.\n"
    )


def test_a_file_that_cannot_be_written_is_the_worlds_fault(tplan: Tplan, tmp_path: Path) -> None:
    file = tmp_path / "no" / "dates.ics"
    ended = tplan("export", "ics", "-o", file, DEMO)
    assert (ended.code, ended.out) == (4, "")
    assert ended.err == f"Error: {file}: No such file or directory\n"


def test_help_lists_the_formats(tplan: Tplan) -> None:
    ended = tplan("export", "--help")
    assert ended.code == 0
    assert "  ics  Milestones, deadlines and decisions for calendar programs (iCalendar)." in ended.out
