"""What an edit did to the plan, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _, language, ngettext
from transition_planner.locales.dates import amount, long_date, month_name
from transition_planner.tui.tally import critical_tasks

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.schedule.schedule import Schedule


def change(before: Schedule, after: Schedule) -> str:
    """`finish 1 Jan → 8 Jan 2029, +5 d; 3 tasks became critical`; "" where neither has changed."""
    parts = []
    if after.finish != before.finish:
        calendar = after.calendars[after.plan.calendar]
        days = (calendar.work(after.finish) - calendar.work(before.finish)) / calendar.day_minutes
        parts.append(
            _("finish {before} → {after}, {days} d").format(
                before=_short(before.last_day_of_all, after.last_day_of_all),
                after=long_date(after.last_day_of_all),
                days=f"{'+' if days > 0 else ''}{amount(days)}",
            )
        )
    was, is_ = critical_tasks(before), critical_tasks(after)
    if became := len(is_ - was):
        parts.append(
            ngettext("{count} task became critical", "{count} tasks became critical", became).format(
                count=became
            )
        )
    if ceased := len((was - is_) & after.outline.row.keys()):
        parts.append(
            ngettext("{count} task no longer critical", "{count} tasks no longer critical", ceased).format(
                count=ceased
            )
        )
    return "; ".join(parts)


def _short(day: date, other: date) -> str:
    """The day, without its year where the other has the same."""
    if day.year != other.year:
        return long_date(day)
    return f"{day.day}.{day.month}." if language() == "fi" else f"{day.day} {month_name(day.month)}"
