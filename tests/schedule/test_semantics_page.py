"""What docs/semantics.md says is computed is computed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from tests.schedule.conftest import OFFICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schedule.conftest import ById

PAGE = (Path(__file__).parents[2] / "docs" / "semantics.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
DAYS = re.compile(r"^# ([\w-]+): (\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$", re.MULTILINE)
FLOAT = re.compile(r"^# ([\w-]+) float: (-?\d+)$", re.MULTILINE)


def strings(value: object) -> object:
    """As the plan file's reader takes scalars that look like dates."""
    if isinstance(value, dict):
        return {key: strings(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [strings(inside) for inside in value]
    return value if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_has_the_dates_it_tells(scheduled: Callable[..., ById], example: str) -> None:
    tasks = strings(yaml.safe_load(example))
    found = scheduled(
        tasks,
        calendars={
            "office": OFFICE,
            "saturdays": {"week": "sat 10:00-16:00"},
            "board": {"within": "office", "only": {"rrule": "FREQ=WEEKLY;BYDAY=TU"}},
        },
        roles={"board-members": {"calendar": "board"}},
    )
    told = example.count("\n# ")
    assert told == len(DAYS.findall(example)) + len(FLOAT.findall(example)) > 0
    for id_, first, last in DAYS.findall(example):
        assert found.days(id_) == (first, last), id_
    for id_, days in FLOAT.findall(example):
        assert found.float_days(id_) == int(days), id_


def test_each_section_on_what_is_computed_has_an_example() -> None:
    _intro, *sections, not_offered = PAGE.split("\n## ")
    assert [section.partition("\n")[0] for section in sections if "```yaml" not in section] == []
    assert not_offered.startswith("What is not offered")
