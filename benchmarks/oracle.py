"""Whether we find the dates that MS Project found.

    python benchmarks/oracle.py DIR [--json] [--show CASE]

DIR holds cases in the schema oracle-case/1, in itself or in its folder `cases`. Each is made a plan through the
public models, scheduled by the product's own engine and compared with what MS Project had stored: dates as working
instants (less than a minute of working time between them, the plan's grain), slack in whole minutes. Figures are
given over all leaf tasks and over those that another engine confirms, each measure over its own confirmed set and
over the tasks of which a result is stored. A case that is refused counts as all wrong, and so does a task for whose
work there is no time: between dates of a calendar that never works lies no working time.
"""

from __future__ import annotations

import argparse
import json
import sys
from io import TextIOWrapper
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from oracle_reading import cases
from oracle_remarks import remarks
from oracle_score import MEASURES, Score, score

if TYPE_CHECKING:
    from collections.abc import Container

    from oracle_score import Tally


def total(folder: Path) -> Score:
    """The figures over all cases of a folder."""
    whole = Score()
    for case in cases(folder):
        whole.add(score(case))
    return whole


def main() -> None:
    """Read the arguments, compare all cases and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    parser.add_argument(
        "--show", metavar="CASE", help="print what differs in the cases whose name contains this"
    )
    options = parser.parse_args()
    if not options.folder.is_dir():
        parser.error(f"{options.folder} is no folder")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a name may hold what the terminal cannot print
    whole = Score()
    report: dict[str, Any] = {}
    for case in cases(options.folder):
        found = score(case)
        whole.add(found)
        name, noted = unused(case["name"], report), [] if found.refused else remarks(case)
        report[name] = as_data(found) | {"remarks": noted}
        if options.json:
            continue
        if options.show is None or options.show in name:
            print(as_line(name, found, noted))
        if options.show is not None and options.show in name:
            print(*(f"    {difference}" for difference in found.differences), sep="\n")
    if options.json:
        print(json.dumps({"cases": report, "total": as_data(whole)}, indent=1))
        return
    for name, tally in (("all leaf tasks", whole.all), ("confirmed leaf tasks", whole.confirmed)):
        print(f"\n{name}")
        for measure in MEASURES:
            right, compared = tally.right[measure], tally.compared[measure]
            print(f"  {measure:25} {right:5} of {compared:5}  {share(right, compared)}")
    print(f"\nMPXJ's scheduler finds the six dates of {whole.mpxj} leaf tasks")


def unused(name: str, taken: Container[str]) -> str:
    """The name of a case in one line, with a number where another case has it."""
    alone = " ".join(name.split())
    names = chain((alone,), (f"{alone} ({number})" for number in count(2)))
    return next(each for each in names if each not in taken)


def as_data(found: Score) -> dict[str, Any]:
    """The counts as plain data."""
    return {
        "tasks": found.tasks,
        "all": tally_data(found.all),
        "confirmed": tally_data(found.confirmed),
        "MPXJ six dates": found.mpxj,
        "refused": found.refused,
    }


def tally_data(tally: Tally) -> dict[str, Any]:
    """By measure how many agree, of how many."""
    return {measure: {"right": tally.right[measure], "of": tally.compared[measure]} for measure in MEASURES}


def as_line(name: str, found: Score, noted: list[str]) -> str:
    """One row of the table."""
    figures = "  ".join(
        f"{measure} {found.all.right[measure]}/{found.all.compared[measure]}"
        f" (confirmed {found.confirmed.right[measure]}/{found.confirmed.compared[measure]})"
        for measure in MEASURES[:4]
    )
    notes = "; ".join(filter(None, (found.refused and f"refused: {found.refused}", *noted)))
    return f"{name[:50]:50} {found.tasks:4}  {figures}  MPXJ {found.mpxj}{f'  [{notes}]' if notes else ''}"


def share(right: int, compared: int) -> str:
    """A percentage."""
    return f"{right / compared:7.2%}" if compared else "    n/a"


if __name__ == "__main__":
    main()
