"""Where a plan stands, in words and in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.cli.rows import day, key_milestones, key_milestones_data, title
from transition_planner.compare.sheet import Sheet
from transition_planner.locales import _
from transition_planner.locales.dates import amount, full_date
from transition_planner.tui.painting.titles import role_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from transition_planner.compare.performance import Performance
    from transition_planner.compare.revisions import Revision
    from transition_planner.compare.standing import Standing
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule


def standing_sheets(schedule: Schedule, found: Standing) -> Iterator[Sheet]:
    """What should have happened, what is late, what comes next, and the forecast."""
    started, finished = len(found.should_have_started), len(found.should_have_finished)
    yield Sheet(
        _("By this day"),
        (
            (_("Should have started"), str(started), str(started - len(found.not_started))),
            (_("Should have finished"), str(finished), str(finished - len(found.not_finished))),
        ),
        ("", _("Tasks"), _("Reported")),
        (1, 2),
    )
    for name, rows in (
        (_("Should have started, not reported"), found.not_started),
        (_("Should have finished, not reported"), found.not_finished),
        (_("Fixed dates missed by the forecast"), found.missed),
    ):
        if rows:
            yield _tasks(schedule, name, rows)
    if found.out_of_sequence:
        ids = schedule.outline.ids
        unheeded = tuple((ids[arc.succ], str(arc.link)) for arc in found.out_of_sequence)
        yield Sheet(_("Out of sequence"), unheeded, (_("Task"), _("Went ahead of")))
    if found.silent:
        silent = tuple(
            (
                schedule.outline.ids[each.row],
                title(schedule, each.row),
                full_date(each.since),
                str(each.weeks),
            )
            for each in found.silent
        )
        yield Sheet(_("No news"), silent, (_("Task"), _("Title"), _("Since"), _("Weeks")), (3,))
    for owner, rows in found.next:
        who = role_title(schedule.plan, owner) or _("nobody")
        yield _tasks(schedule, _("In the next two weeks: {owner}").format(owner=who), rows)
    milestones = tuple(
        (title(schedule, row), day(schedule, row), _("done") if schedule.done(row) else "")
        for row in key_milestones(schedule)
    )
    if milestones:
        yield Sheet(_("Forecast of the key milestones"), milestones)


def performance_sheets(schedule: Schedule, revision: Revision, found: Performance) -> Iterator[Sheet]:
    """How well the baseline was kept."""
    titles = {id_: title(schedule, row) for id_, row in schedule.outline.row.items()}
    yield Sheet(
        _("Against the baseline {revision}").format(revision=revision.label),
        (
            (
                _("Tasks done of those due (BEI)"),
                f"{found.completed}/{found.due + found.unbaselined}",
                _ratio(found.bei),
            ),
            (
                _("Done on time of those due (hit rate)"),
                f"{found.on_time}/{found.due}",
                _ratio(found.hit_rate),
            ),
            (_("Missed of those due"), f"{len(found.missed)}/{found.due}", _ratio(found.missed_share)),
        ),
        numbers=(1, 2),
    )
    if found.paths:
        rows = tuple(
            (titles[each.task], amount(each.length), amount(each.float_days), _ratio(each.value))
            for each in found.paths
        )
        columns = (_("Key milestone"), _("Days ahead"), _("To spare"), "CPLI")
        yield Sheet(_("The way to the key milestones, in working days"), rows, columns, (1, 2, 3))
    if found.slips:
        slips = tuple(
            (titles[each.task], full_date(each.baseline), full_date(each.forecast), f"{each.days:+}")
            for each in found.slips
        )
        yield Sheet(_("Slip"), slips, (_("Task"), _("Baseline"), _("Forecast"), _("Days")), (3,))


def standing_data(schedule: Schedule, found: Standing) -> dict[str, Any]:
    """Where the plan stands, in JSON."""
    ids = schedule.outline.ids
    return {
        "status_date": found.day.isoformat(),
        "should_have_started": [ids[row] for row in found.should_have_started],
        "should_have_finished": [ids[row] for row in found.should_have_finished],
        "not_started": [ids[row] for row in found.not_started],
        "not_finished": [ids[row] for row in found.not_finished],
        "missed": [ids[row] for row in found.missed],
        "next": [
            {
                "owner": owner,
                "tasks": [
                    {
                        "id": ids[row],
                        "title": title(schedule, row),
                        "start": schedule.first_day(row).isoformat(),
                        "finish": schedule.last_day(row).isoformat(),
                    }
                    for row in rows
                ],
            }
            for owner, rows in found.next
        ],
        "out_of_sequence": out_of_sequence_data(schedule, found.out_of_sequence),
        "silent": [
            {"task": ids[each.row], "since": each.since.isoformat(), "weeks": each.weeks}
            for each in found.silent
        ],
        "key_milestones": key_milestones_data(schedule),
    }


def out_of_sequence_data(schedule: Schedule, found: Iterable[Arc]) -> list[dict[str, str]]:
    """Links that were not heeded, in JSON."""
    ids = schedule.outline.ids
    return [{"task": ids[arc.succ], "predecessor": arc.link.task, "link": str(arc.link)} for arc in found]


def performance_data(revision: Revision, found: Performance) -> dict[str, Any]:
    """How well the baseline was kept, in JSON."""
    return {
        "revision": revision.name,
        "commit": revision.commit,
        "bei": _rounded(found.bei),
        "hit_rate": _rounded(found.hit_rate),
        "missed_share": _rounded(found.missed_share),
        "completed": found.completed,
        "due": found.due,
        "unbaselined": found.unbaselined,
        "on_time": found.on_time,
        "missed": list(found.missed),
        "slips": [
            {
                "task": each.task,
                "baseline": each.baseline.isoformat(),
                "forecast": each.forecast.isoformat(),
                "days": each.days,
            }
            for each in found.slips
        ],
        "cpli": [
            {
                "task": each.task,
                "length": round(each.length, 2),
                "float_days": round(each.float_days, 2),
                "value": _rounded(each.value),
            }
            for each in found.paths
        ],
    }


def _tasks(schedule: Schedule, name: str, rows: tuple[int, ...]) -> Sheet:
    lines = tuple(
        (
            schedule.outline.ids[row],
            title(schedule, row),
            full_date(schedule.first_day(row)),
            full_date(schedule.last_day(row)),
        )
        for row in rows
    )
    return Sheet(name, lines, (_("Task"), _("Title"), _("Start"), _("Finish")))


def _ratio(value: float | None) -> str:
    """Two decimals; `n/a` where there is nothing to measure."""
    return _("n/a") if value is None else f"{value:.2f}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
