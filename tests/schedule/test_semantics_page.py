"""What docs/semantics.md says is computed is computed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.schedule.conftest import OFFICE, ById

from transition_planner.schedule.paths import critical_paths
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.plan.plan import Plan

PAGE = (Path(__file__).parents[2] / "docs" / "semantics.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
DAYS = re.compile(r"^# ([\w-]+): (\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$", re.MULTILINE)
FLOAT = re.compile(r"^# ([\w-]+) float: (-?\d+)$", re.MULTILINE)
FREE = re.compile(r"^# ([\w-]+) free float: (\d+)$", re.MULTILINE)
CRITICAL = re.compile(r"^# ([\w-]+) critical$", re.MULTILINE)
UNDATED = re.compile(r"^# ([\w-]+) without dates$", re.MULTILINE)
PATH = re.compile(r"^# path: ([\w, -]+)$", re.MULTILINE)
CALENDARS = {
    "office": OFFICE,
    "saturdays": {"week": "sat 10:00-16:00"},
    "board": {"within": "office", "only": {"rrule": "FREQ=WEEKLY;BYDAY=TU"}},
}


def strings(value: object) -> object:
    """As the plan file's reader takes scalars that look like dates."""
    if isinstance(value, dict):
        return {key: strings(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [strings(inside) for inside in value]
    return value if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_has_the_dates_it_tells(plan_of: Callable[..., Plan], example: str) -> None:
    written: Any = strings(yaml.safe_load(example))
    head = written if "tasks" in written else {"tasks": written}
    plan = plan_of(
        **head | {"calendars": CALENDARS | head.get("calendars", {})},
        roles={"board-members": {"calendar": "board"}},
    )
    found = ById(schedule(plan, partly=True))
    told = [each.findall(example) for each in (DAYS, FLOAT, FREE, CRITICAL, PATH, UNDATED)]
    assert example.count("\n# ") == sum(map(len, told)) > 0
    days, floats, free, critical, paths, undated = told
    assert {found.row[id_] for id_ in undated} == set(found.schedule.undated)
    for id_, first, last in days:
        assert found.days(id_) == (first, last), id_
    for id_, amount in floats:
        assert found.float_days(id_) == int(amount), id_
    for id_, amount in free:
        assert found.free_days(id_) == int(amount), id_
    if critical:
        assert found.critical() == set(critical)
    if paths:
        ids = found.schedule.outline.ids
        assert [", ".join(ids[row] for row in path) for path in critical_paths(found.schedule)] == paths


def test_each_section_on_what_is_computed_has_an_example() -> None:
    _intro, *sections, not_offered = PAGE.split("\n## ")
    assert [section.partition("\n")[0] for section in sections if "```yaml" not in section] == []
    assert not_offered.startswith("What is not offered")
