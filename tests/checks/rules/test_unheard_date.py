from __future__ import annotations

import pytest
from tests.checks.small import messages

PLAN = """
    roles: {a: {side: school-a}, b: {side: school-b}, c: {side: town}}
    tasks:
      choose:
        tasks:
          hear: {duration: 1d, owner: c}
          chosen: {decision: true, after: [hear], %s}
      tell: {duration: 5d, owner: b, involves: [a], after: [%s]}
      build: {duration: 5d, owner: c, after: [tell]}
    """
TOLD = ["work of school-b waits for chosen, which their calendars do not show"]


@pytest.mark.parametrize(
    ("roles", "after", "told"),
    [
        ("owner: a", "chosen", TOLD),
        ("owner: a", "choose", TOLD),
        ("owner: a, involves: [b]", "chosen", []),
        ("owner: a, finished: 2027-01-11", "chosen", []),
        ("duration: 1d", "chosen", []),
    ],
)
def test_those_whose_work_waits_for_a_date_of_others_are_told(
    roles: str, after: str, told: list[str]
) -> None:
    assert messages(PLAN % (roles, after), "TPA06") == told
