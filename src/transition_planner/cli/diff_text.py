"""A plan's changes in words: one sheet for each kind of change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.compare.entries import entries
from transition_planner.compare.sheet import Sheet
from transition_planner.locales import _, language
from transition_planner.locales.dates import amount, full_date
from transition_planner.plan.text import in_language
from transition_planner.tui.painting.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from transition_planner.compare.datechange import DateChange, Shift
    from transition_planner.compare.planchange import FieldChange, PlanChange
    from transition_planner.plan.plan import Plan


def change_sheets(change: PlanChange, before: Plan, after: Plan) -> Iterator[Sheet]:
    """What the plan says differently."""
    titles = titles_of(before) | titles_of(after)
    for title, ids in ((_("Tasks added"), change.added), (_("Tasks removed"), change.removed)):
        if ids:
            yield Sheet(title, tuple((id_, titles[id_]) for id_ in ids))
    if change.renamed:
        rows = tuple((was, is_, titles[is_]) for was, is_ in change.renamed)
        yield Sheet(_("Tasks renamed"), rows, (_("Old"), _("New"), _("Title")))
    if change.moved:
        top = _("the top")
        moves = tuple((each.task, each.before or top, each.after or top) for each in change.moved)
        yield Sheet(_("Tasks moved to another phase"), moves, (_("Task"), _("Old"), _("New")))
    for title, changes in (
        (_("Fields of tasks"), change.fields),
        (_("Fields of the plan"), change.plan),
        (_("Register"), change.register),
    ):
        if changes:
            rows = tuple(map(_field_row, changes))
            yield Sheet(title, rows, (_("Field"), _("Old"), _("New")))


def date_sheets(change: DateChange, before: Plan, after: Plan) -> Iterator[Sheet]:
    """What that did to the dates."""
    titles = titles_of(before) | titles_of(after)
    columns = (_("Task"), _("Old"), _("New"), _("Days"))
    finish = (_shift_row(_("The whole"), change.finish),) if change.finish.days else ()
    milestones = tuple(_shift_row(titles[each.task], each) for each in change.milestones)
    if finish or milestones:
        yield Sheet(_("Finish and key milestones moved"), (*finish, *milestones), columns, (3,))
    if change.moved:
        rows = tuple(_shift_row(titles[each.task], each) for each in change.moved)
        yield Sheet(_("Other tasks moved"), rows, columns, (3,))
    for title, ids in (
        (_("Became critical"), change.became_critical),
        (_("No longer critical"), change.no_longer_critical),
    ):
        if ids:
            yield Sheet(title, tuple((id_, titles[id_]) for id_ in ids))
    if change.float_lost:
        floats = tuple(
            (titles[each.task], amount(each.before), amount(each.after)) for each in change.float_lost
        )
        yield Sheet(_("Float lost, in days"), floats, (_("Task"), _("Old"), _("New")), (1, 2))


def titles_of(plan: Plan) -> dict[str, str]:
    """The title of each task, its id where it has none."""
    return {id_: one_line(task.title) or id_ for id_, (_phase, task) in entries(plan).items()}


def _shift_row(title: str, shift: Shift) -> tuple[str, str, str, str]:
    days = f"{shift.days:+}" if shift.before and shift.after else ""
    return title, _day(shift.before), _day(shift.after), days


def _day(day: date | None) -> str:
    return full_date(day) if day else "-"


def _field_row(change: FieldChange) -> tuple[str, str, str]:
    return ".".join(map(str, change.at)), value_text(change.before), value_text(change.after)


def value_text(value: Any) -> str:
    """A value of the plan file on one line."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(map(value_text, value))
    if isinstance(value, dict):
        if value.keys() <= {"fi", "en"}:
            return one_line(in_language(value, language()))
        return ", ".join(f"{key}: {value_text(each)}" for key, each in value.items())
    return one_line(str(value))
