"""CPU time of all rules of `check` on a plan of 10,000 tasks, over what loading and scheduling it take.

    python benchmarks/rules.py [TASKS]

Prints the rules together, unasked and all, against the second that they may take, and the slowest by themselves.
"""

from __future__ import annotations

import sys
from datetime import date
from time import process_time
from typing import TYPE_CHECKING

import yaml

from generate import plan_data
from transition_planner.checks.registry import rules
from transition_planner.checks.run import contexts
from transition_planner.plan.collector import collector_paused
from transition_planner.planfile.loading import parse

if TYPE_CHECKING:
    from transition_planner.checks.rule import Rule
    from transition_planner.planfile.document import Document

TASKS = 10_000
MOST = 1.0
"""Seconds."""
TODAY = date(2027, 1, 11)
SHOWN = 8


def took(document: Document) -> dict[Rule, float]:
    """The seconds of each rule, in their order; what one works out for others counts for the first."""
    (context,) = contexts(document, [None], TODAY)
    seconds = {}
    with collector_paused():  # as `checked` does
        for rule in rules():
            begun = process_time()
            for _found in rule.found(context):
                pass
            seconds[rule] = process_time() - begun
    return seconds


def main() -> None:
    """Measure and print."""
    tasks = int(sys.argv[1]) if len(sys.argv) > 1 else TASKS
    seconds = took(parse(yaml.safe_dump(plan_data(tasks), sort_keys=False)))
    for name, asked in (("unasked", False), ("all", True)):
        total = sum(value for rule, value in seconds.items() if asked or not rule.asked_only)
        print(f"{name}: {total:.2f} s of {MOST:.2f}{'' if total <= MOST else ' TOO SLOW'}")
    for rule in sorted(seconds, key=lambda each: -seconds[each])[:SHOWN]:
        print(f"  {rule.code} {rule.slug}: {seconds[rule]:.3f} s")


if __name__ == "__main__":
    main()
