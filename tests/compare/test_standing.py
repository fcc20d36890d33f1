from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.compare.repositories import plan_text

from transition_planner.compare.standing import standing
from transition_planner.planfile.loading import parse
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.compare.standing import Standing

ROLES = "roles: {lead: {}, board: {}}\n"
TASKS = """
done: {duration: 3d, owner: lead, started: 2027-01-11, finished: 2027-01-13}
begun: {duration: 10d, owner: lead, started: 2027-01-11, done: 50%}
forgotten: {duration: 2d, owner: board}
soon: {duration: 2d, owner: board, after: [begun]}
far: {duration: 2d, start-no-earlier-than: 2027-06-01}
nobody: {duration: 1d, start-no-earlier-than: 2027-01-28, deadline: 2027-01-27}
"""


def _standing(day: date) -> tuple[Standing, tuple[str, ...]]:
    document = parse(plan_text(TASKS, ROLES))
    made = schedule(document.plan)
    return standing(made, document, day), made.outline.ids


def _ids(rows: Iterable[int], ids: tuple[str, ...]) -> list[str]:
    return [ids[row] for row in rows]


def test_what_should_have_happened_and_is_not_reported() -> None:
    found, ids = _standing(date(2027, 1, 15))
    assert _ids(found.should_have_started, ids) == ["done", "begun", "forgotten"]
    assert _ids(found.should_have_finished, ids) == ["done", "forgotten"]
    assert _ids(found.not_started, ids) == ["forgotten"]
    assert _ids(found.not_finished, ids) == ["forgotten"]
    assert _ids(found.missed, ids) == ["nobody"]


def test_the_day_itself_counts() -> None:
    before, ids = _standing(date(2027, 1, 11))
    assert _ids(before.should_have_finished, ids) == []
    on_the_day, ids = _standing(date(2027, 1, 12))
    assert _ids(on_the_day.should_have_finished, ids) == ["forgotten"]


def test_what_has_had_no_news_for_four_weeks() -> None:
    # begun has `done`, of which nobody knows the day outside git; soon should have started on Mon 25 January.
    found, ids = _standing(date(2027, 2, 21))
    assert [(ids[each.row], each.since, each.weeks) for each in found.silent] == [
        ("forgotten", date(2027, 1, 11), 5)
    ]
    found, ids = _standing(date(2027, 2, 22))
    assert [ids[each.row] for each in found.silent] == ["forgotten", "soon"]


def test_what_comes_in_two_weeks_by_owner() -> None:
    # begun ends on Fri 22 Jan, soon takes Mon 25 and Tue 26; two weeks from Fri 15 end on Fri 29.
    found, ids = _standing(date(2027, 1, 15))
    assert [(owner, _ids(rows, ids)) for owner, rows in found.next] == [
        ("board", ["soon"]),
        ("lead", ["begun"]),
        (None, ["nobody"]),
    ]
    assert [owner for owner, _rows in _standing(date(2027, 1, 13))[0].next] == ["board", "lead"]
