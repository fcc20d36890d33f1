from __future__ import annotations

import json
import shutil
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
    assert (ended.code, ended.out) == (0, "")
    once = (
        "A calendar program that imports this file copies it once: the copy does not move when the plan does."
    )
    assert ended.err == f"Wrote {file}.\n{once}\n"
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
        "There is milestones, deadlines, decisions, tasks, windows, closures.\n"
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


HELSINKI = ROOT / "plans" / "helsinki-music-schools"


def test_each_organisation_gets_a_file_of_its_own(tplan: Tplan, tmp_path: Path) -> None:
    ended = tplan("export", "ics", "--each-organisation", tmp_path / "out", "--json", HELSINKI)
    assert ended.code == 0
    told = {Path(each["file"]).name: each["bytes"] for each in json.loads(ended.out)}
    assert {"khmo.ics", "kallio.ics", "resonaari.ics", "joint.ics"} <= told.keys()
    for name, size in told.items():
        data = (tmp_path / "out" / name).read_bytes()
        assert len(data) == size
        assert data.decode() == tplan("export", "ics", "--organisation", name[:-4], HELSINKI).out


def test_a_plan_without_organisations_has_no_files_for_them(tplan: Tplan, tmp_path: Path) -> None:
    ended = tplan("export", "ics", "--each-organisation", tmp_path / "out", DEMO)
    assert (ended.code, ended.err) == (
        2,
        "Error: No role of the plan has a side: write side: NAME at the roles.\n",
    )
    assert not (tmp_path / "out").exists()


def test_a_file_and_a_folder_do_not_go_together(tplan: Tplan, tmp_path: Path) -> None:
    ended = tplan("export", "ics", "--each-organisation", tmp_path, "-o", tmp_path / "a.ics", HELSINKI)
    assert (ended.code, ended.err) == (
        2,
        "Error: -o and --each-organisation do not go together: leave one out.\n",
    )


def test_an_unknown_organisation_and_a_wrong_day_are_refused(tplan: Tplan) -> None:
    ended = tplan("export", "ics", "--organisation", "kmho", HELSINKI)
    assert ended.code == 2
    assert "no role of the plan is on the side 'kmho'. There is joint, kallio, khmo," in ended.err
    ended = tplan("export", "ics", "--until", "1.6.2027", HELSINKI)
    assert ended.code == 2
    assert "'1.6.2027' is not a day: write year, month and day as in 2027-06-18" in ended.err


def test_with_a_ledger_the_second_export_tells_what_has_changed(tplan: Tplan, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    text = (DEMO / "plan.yaml").read_text(encoding="utf-8")
    plan.write_text(text, encoding="utf-8")
    export = ("export", "ics", "--kinds", "deadlines", "--ledger", "--revised")
    first = tplan(*export, "2027-01-01T00:00Z", plan)
    assert (first.code, "SEQUENCE:3682080" in first.out, "DTSTAMP:20270101T000000Z" in first.out) == (
        0,
        True,
        True,
    )
    ledger = (tmp_path / "calendar.ledger.json").read_bytes()
    assert tplan(*export, "2027-02-01T00:00Z", plan).out == first.out
    assert (tmp_path / "calendar.ledger.json").read_bytes() == ledger
    plan.write_text(text.replace("2027-04-30", "2027-05-07"), encoding="utf-8")
    second = tplan(*export, "2027-02-01T00:00+02:00", plan)
    assert "DTSTART;VALUE=DATE:20270507" in second.out
    assert "DTSTAMP:20270131T220000Z" in second.out


def test_a_ledger_is_not_kept_where_nothing_tells_the_time(tplan: Tplan, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes((DEMO / "plan.yaml").read_bytes())
    ended = tplan("export", "ics", "--ledger", plan)
    assert (ended.code, ended.out) == (2, "")
    assert "is not in version control" in ended.err
    ended = tplan("export", "ics", "--ledger", "--revised", "2027-02-01", plan)
    assert ended.code == 2
    assert "'2027-02-01' is not a moment: write day, time and time zone" in ended.err


def test_a_broken_ledger_is_left_alone(tplan: Tplan, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes((DEMO / "plan.yaml").read_bytes())
    (tmp_path / "calendar.ledger.json").write_text("<<<<<<< ours", encoding="utf-8")
    ended = tplan("export", "ics", "--ledger", "--revised", "2027-02-01T00:00Z", plan)
    assert (ended.code, ended.out) == (3, "")
    assert "cannot be read as a ledger" in ended.err
    assert (tmp_path / "calendar.ledger.json").read_text(encoding="utf-8") == "<<<<<<< ours"


def test_every_way_out_tells_the_same_so_that_the_ledger_stays_as_it_is(tplan: Tplan, tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    shutil.copytree(HELSINKI, plan)
    assert tplan("export", "ics", "--ledger", "--revised", "2027-03-01T12:00Z", plan).code == 0
    before = (plan / "calendar.ledger.json").read_bytes()
    ended = tplan("export", "ics", "--ledger", "--revised", "2027-03-02T12:00Z", plan)
    law = r"Law: Asetus taiteen perusopetuksesta 813/1998\, 4 § 1 mom. (61 days to spare)\;"
    assert law in ended.out.replace("\r\n ", "")
    assert tplan("feed", "build", "--revised", "2027-03-03T12:00Z", tmp_path / "out", plan).code == 0
    assert (plan / "calendar.ledger.json").read_bytes() == before
