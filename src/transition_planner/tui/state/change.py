"""What an edit did to the plan, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _, language, ngettext
from transition_planner.locales.dates import amount, full_date, long_date, month_name
from transition_planner.tui.state.tally import last_day

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.schedule.schedule import Schedule


def change(before: Schedule, after: Schedule) -> str:
    """`finish 1 Jan → 8 Jan 2029, +5 d; 3 tasks became critical`, or that the finish stays."""
    parts = [str(why) for row, why in after.impossible.items() if not _was_impossible(before, after, row)]
    if after.undated:
        count = sum(not after.outline.tasks[row].is_phase for row in after.undated)
        said = ngettext("{count} task without dates", "{count} tasks without dates", count)
        return "; ".join([*parts, said.format(count=count)])
    if not len(after.outline):
        return _("the plan has no tasks any more")
    if not len(before.outline):
        parts.append(_("the finish is {day}").format(day=long_date(last_day(after))))
    elif before.undated:
        parts.append(_("all tasks have dates: the finish is {day}").format(day=long_date(last_day(after))))
    elif after.finish == before.finish:
        parts.append(_("the finish stays {day}").format(day=long_date(last_day(after))))
    else:
        calendar = after.calendars[after.plan.calendar]
        days = (calendar.work(after.finish) - calendar.work(before.finish)) / calendar.day_minutes
        parts.append(
            _("finish {before} → {after}, {days} d").format(
                before=_short(last_day(before), last_day(after)),
                after=long_date(last_day(after)),
                days=f"{'+' if days > 0 else ''}{amount(days)}",
            )
        )
    became, ceased = _critical(before, after)
    if became:
        parts.append(
            ngettext("{count} task became critical", "{count} tasks became critical", became).format(
                count=became
            )
        )
    if ceased:
        parts.append(
            ngettext("{count} task no longer critical", "{count} tasks no longer critical", ceased).format(
                count=ceased
            )
        )
    return "; ".join(parts)


def outcome(before: Schedule, after: Schedule, task: str) -> str:
    """The days of a task after an edit, and what that did to the plan."""
    row = after.outline.row[task]
    if row in after.undated:
        return "; ".join((_("no dates"), change(before, after)))
    days = f"{full_date(after.first_day(row))} → {full_date(after.last_day(row))}"
    return f"{days}; {change(before, after)}"


def _was_impossible(before: Schedule, after: Schedule, row: int) -> bool:
    """Whether a task that finds no time now found none before."""
    return before.outline.row.get(after.outline.ids[row]) in before.impossible


def _critical(before: Schedule, after: Schedule) -> tuple[int, int]:
    """How many tasks have become critical, and how many are so no more; tasks that are gone do not count."""
    was, is_ = before.critical_tasks, after.critical_tasks
    if is_ is was and after.outline.ids is before.outline.ids:  # as after most edits: 10,000 rows take 0.2 ms
        return 0, 0
    if before.outline.ids == after.outline.ids:
        return len(is_ - was), len(was - is_)
    was_ids = {before.outline.ids[row] for row in was}
    is_ids = {after.outline.ids[row] for row in is_}
    return len(is_ids - was_ids), len((was_ids - is_ids) & after.outline.row.keys())


def _short(day: date, other: date) -> str:
    """The day, without its year where the other has the same."""
    if day.year != other.year:
        return long_date(day)
    return f"{day.day}.{day.month}." if language() == "fi" else f"{day.day} {month_name(day.month)}"
