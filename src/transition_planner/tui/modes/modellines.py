"""The models side by side as lines: what each asks for and when it ends, and their key milestones on one time axis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from transition_planner.compare.datechange import key_dates
from transition_planner.locales import _, ngettext
from transition_planner.locales.dates import long_date
from transition_planner.tui.board.columns import FINISHED
from transition_planner.tui.chart.bars import DEADLINE, FLOAT, MILESTONE, MISSED, TODAY
from transition_planner.tui.chart.dayaxis import DayAxis
from transition_planner.tui.chart.span import span
from transition_planner.tui.modes.listing import Entry
from transition_planner.tui.painting.ink import Ground, Ink, runs
from transition_planner.tui.painting.text import fit
from transition_planner.tui.painting.titles import model_title, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from transition_planner.compare.modelview import Coverage, ModelView
    from transition_planner.plan.plan import Plan

SEVERAL = "+"
"""Where milestones of several models fall into one column."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LEFT_SHARE = 2, 5
_MOST_LEFT = 48
_MARGIN = 2

Mark = tuple[date, str, Ink]
"""What stands on the axis at a day."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is about."""

    sort: Literal["model", "milestone"]
    id: str


def entries(
    plan: Plan, views: Sequence[ModelView], shown: str | None, today: date, width: int
) -> list[Entry]:
    """The lines.

    Args:
        plan: Of which they are the models.
        views: What is weighed of each.
        shown: The model that the plan's screen shows.
        today: The day of the line across the axis.
        width: Cells of a line.
    """
    left = min(width * _LEFT_SHARE[0] // _LEFT_SHARE[1], _MOST_LEFT)
    dates = [key_dates(view.schedule) for view in views]
    axis = _axis(views, dates, width - left - _MARGIN)
    lines = [Entry(((fit(" " + _("Models"), left), Ink.PHASE), (axis.heading(), Ink.FAINT)))]
    for number, (view, days) in enumerate(zip(views, dates, strict=True)):
        lines += _model(plan, view, number, days, left, axis, shown, today)
    legend = _("{sign} several models").format(sign=SEVERAL)
    lines += [Entry(()), Entry(((" " + _("Key milestones"), Ink.PHASE), (f"   {legend}", Ink.FAINT)))]
    lines += [_milestone(id_, views, dates, left, axis, today) for id_ in _in_order(dates)]
    return lines


def milestone_dates(id_: str, views: Sequence[ModelView]) -> Iterator[tuple[ModelView, date]]:
    """The models that have a milestone, with its day."""
    for view in views:
        row = view.schedule.outline.row.get(id_)
        if row is not None:
            yield view, view.schedule.last_day(row)


def _in_order(dates: Sequence[Mapping[str, date]]) -> list[str]:
    """The ids of all models' key milestones, those that come first in any of them first."""
    first: dict[str, date] = {}
    for days in dates:
        for id_, day in days.items():
            first[id_] = min(day, first.get(id_, day))
    return sorted(first, key=lambda id_: (first[id_], id_))


def _axis(views: Sequence[ModelView], dates: Sequence[Mapping[str, date]], width: int) -> DayAxis:
    days = [day for each in dates for day in each.values()]
    days += [view.schedule.last_day_of_all for view in views]
    days += [limit for view in views if view.choice and (limit := view.choice.last_day)]
    first = min(span(view.schedule)[0] for view in views)
    return DayAxis(first, max(days).toordinal(), width)


def _model(
    plan: Plan,
    view: ModelView,
    number: int,
    days: Mapping[str, date],
    left: int,
    axis: DayAxis,
    shown: str | None,
    today: date,
) -> Iterator[Entry]:
    """A model: its name and its own milestones on the axis, and its figures below."""
    schedule = view.schedule
    name = schedule.model or ""
    chosen = FINISHED if plan.chosen == name else " "
    title = f" {_LETTERS[number % len(_LETTERS)]} {chosen} {model_title(plan, name)}"
    if name == shown:
        title += " " + _("(shown)")
    marks = [(day, *_diamond(view, id_)) for id_, day in days.items()]
    if view.choice is not None and view.choice.last_day is not None:
        if view.choice.forecast > view.choice.last_day:
            marks.append((view.choice.last_day, MISSED, Ink.MISSED))
        else:
            marks.insert(0, (view.choice.last_day, DEADLINE, Ink.DEADLINE))
    yield Entry(
        ((fit(title, left), Ink.TEXT), *_drawn(axis, marks, today, schedule.last_day_of_all)),
        Line("model", name),
    )
    yield Entry(((f"     {' · '.join(_figures(view))}", Ink.FAINT),))


def _figures(view: ModelView) -> Iterator[str]:
    """What a board weighs first."""
    yield _("ends {day}").format(day=long_date(view.schedule.last_day_of_all))
    if view.choice is not None and view.choice.last_day is not None:
        yield _("choose by {day}").format(day=long_date(view.choice.last_day))
    yield ngettext("{count} task", "{count} tasks", view.tasks).format(count=view.tasks)
    missed = sum(margin.days < 0 for margin in view.margins)
    if missed:
        yield ngettext("{count} date missed", "{count} dates missed", missed).format(count=missed)
    for said, coverage in (
        (_("threats covered {share}"), view.threats),
        (_("opportunities realised {share}"), view.opportunities),
    ):
        if coverage is not None:
            yield said.format(share=_share(coverage))


def _share(coverage: Coverage) -> str:
    return f"{len(coverage.met)}/{len(coverage.met) + len(coverage.unmet)}"


def _milestone(
    id_: str,
    views: Sequence[ModelView],
    dates: Sequence[Mapping[str, date]],
    left: int,
    axis: DayAxis,
    today: date,
) -> Entry:
    """A milestone: its name, and at its day in each model that model's letter."""
    title = ""
    marks: list[Mark] = []
    for number, (view, days) in enumerate(zip(views, dates, strict=True)):
        if id_ in days:
            title = title or title_of(view.schedule.outline, view.schedule.outline.row[id_])
            marks.append((days[id_], _LETTERS[number % len(_LETTERS)], _diamond(view, id_)[1]))
    return Entry(
        ((fit(f"   {title}", left - 1) + " ", Ink.TEXT), *_drawn(axis, marks, today)),
        Line("milestone", id_),
    )


def _diamond(view: ModelView, id_: str) -> tuple[str, Ink]:
    row = view.schedule.outline.row[id_]
    ink = Ink.CRITICAL if view.schedule.critical(row) else Ink.NORMAL
    return MILESTONE[ink], ink


def _drawn(
    axis: DayAxis, marks: Iterable[Mark], today: date, ends: date | None = None
) -> Iterator[tuple[str, Ink]]:
    """The axis with marks; where several letters meet, the sign for that, and of other marks the last."""
    text = [" "] * axis.width
    inks = [Ink.FLOAT] * axis.width
    if ends is not None:
        length = axis.column(ends.toordinal()) + 1
        text[:length] = FLOAT * length
    if axis.first <= today.toordinal() <= axis.last:
        column = axis.column(today.toordinal())
        text[column], inks[column] = TODAY, Ink.TODAY
    for day, sign, ink in marks:
        column = axis.column(day.toordinal())
        if text[column] in _LETTERS or text[column] == SEVERAL:
            text[column], inks[column] = SEVERAL, min(ink, inks[column])
        else:
            text[column], inks[column] = sign, ink
    for said, ink, _ground in runs(text, inks, [Ground.PLAIN] * axis.width):
        yield said, ink
