"""Plans of any size for benchmarks: layered random networks, the same for the same seed."""

from __future__ import annotations

import random
from typing import Any

from transition_planner.plan.plan import Plan

_WEEKS = (
    "mon-fri 08:00-12:00 13:00-17:00",
    "mon-sat 09:00-15:00",
    "mon-thu 07:00-17:00",
    "tue-sat 10:00-18:00",
)


def plan_data(tasks: int, links: int = 3, calendars: int = 10, seed: int = 1) -> dict[str, Any]:
    """A plan as its file's maps and lists: phases of 100 tasks, links only backwards, 70 % of them plain FS.

    Args:
        tasks: How many tasks.
        links: Links a task, at most.
        calendars: How many calendars they are spread over; 80 % of the tasks are on the first.
        seed: Of the random numbers.
    """
    rng = random.Random(seed)
    width = max(2, int(tasks**0.5))
    entries: dict[str, Any] = {}
    for number in range(tasks):
        reach = min(number, 3 * width)
        after = []
        for back in sorted(rng.sample(range(1, reach + 1), min(links, reach))):
            kind = rng.choices(("", " SS", " FF", " SF"), (70, 15, 12, 3))[0]
            lag = f"{rng.choice('++++-')}{rng.randint(1, 5)}d" if rng.randrange(10) in (0, 1, 2) else ""
            after.append(f"task-{number - back}{(kind or ' FS') + lag if lag else kind}")
        task: dict[str, Any] = {
            "title": {"fi": f"Toimenpide numero {number}", "en": f"Measure number {number}"},
            "kind": rng.choice(("governance", "licence", "staff", "funding", "pupils")),
            "duration": f"{rng.randint(1, 20)}d",
            "owner": f"role-{number % 9}",
        }
        if rng.randrange(5) == 0 and calendars > 1:
            task["calendar"] = f"calendar-{rng.randrange(1, calendars)}"
        if after:
            task["after"] = after
        if rng.randrange(50) == 0:
            task["deadline"] = f"{rng.randint(2030, 2060)}-06-18"
        entries.setdefault(f"phase-{number // 100}", {"title": f"Phase {number // 100}", "tasks": {}})[
            "tasks"
        ][f"task-{number}"] = task
    return {
        "format": 1,
        "id": "11111111-2222-4333-8444-555555555555",
        "title": f"{tasks} tasks",
        "start": "2027-01-11",
        "calendar": "calendar-0",
        "calendars": {
            f"calendar-{number}": {
                "week": _WEEKS[number % len(_WEEKS)],
                "holidays": "FI",
                "closed": [{"every": "07-01..07-31"}],
            }
            for number in range(calendars)
        },
        "roles": {f"role-{number}": {"title": f"Role {number}"} for number in range(9)},
        "tasks": entries,
    }


def random_plan(tasks: int, links: int = 3, calendars: int = 10, seed: int = 1) -> Plan:
    """The same as a plan."""
    return Plan.model_validate(plan_data(tasks, links, calendars, seed))
