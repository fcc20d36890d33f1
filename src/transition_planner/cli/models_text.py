"""The models side by side, in words."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from transition_planner.cli.rows import key_milestones, title
from transition_planner.compare.modelview import shared_before_choice
from transition_planner.compare.sheet import Sheet
from transition_planner.locales import _, ngettext
from transition_planner.locales.dates import amount, full_date
from transition_planner.schedule.paths import critical_paths
from transition_planner.tui.painting.titles import model_title, one_line, role_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from transition_planner.compare.choice import Choice, Wait
    from transition_planner.compare.modelview import Coverage, Margin, ModelView, Quarter
    from transition_planner.planfile.document import Document


def model_sheets(document: Document, views: Sequence[ModelView], *, whole: bool) -> Iterator[Sheet]:
    """One sheet for each thing a board weighs, or the first alone; the models are the columns."""
    columns = ("", *(model_title(document.plan, view.schedule.model) or _("Plan") for view in views))
    yield Sheet(_("Overview"), tuple(_overview(document, views)), columns)
    if not whole:
        return
    for name, rows in (
        (_("Key milestones"), _milestones(views)),
        (_("Critical path"), _critical_paths(views)),
        (_("Measures by kind"), _kinds(views)),
        (_("Working days by owner and quarter"), _loads(document, views)),
        (_("Working days to spare before fixed dates"), _margins(views)),
        (_("Days to spare in times that the law sets"), _laws(views)),
        (_("Days that the goal is later when the choice waits"), _waits(views)),
        (_("Not covered by any task"), _gaps(document, views)),
    ):
        if rows:
            yield Sheet(name, tuple(rows), columns)
    shared = shared_before_choice(views) if len(views) > 1 else ()
    if shared:
        titles = {
            id_: title(view.schedule, row) for view in views for id_, row in view.schedule.outline.row.items()
        }
        name = _("Done before the choice in every model")
        yield Sheet(name, tuple((id_, titles[id_]) for id_ in shared))


def _overview(document: Document, views: Sequence[ModelView]) -> Iterator[tuple[str, ...]]:
    """The key figures, on one screen."""
    yield _("Tasks"), *(str(view.tasks) for view in views)
    yield _("Finish"), *(full_date(view.schedule.last_day_of_all) for view in views)
    yield _("Tasks on the critical path"), *(str(len(critical_paths(view.schedule)[0])) for view in views)
    if any(view.choice for view in views):
        yield _("The choice by the forecast"), *_of_choices(views, lambda each: full_date(each.forecast))
        yield _("Last day to choose"), *_of_choices(views, lambda each: _day(each.last_day))
        yield _("The goal is to be reached by"), *_of_choices(views, lambda each: full_date(each.target))
        yield _("The goal by the forecast"), *_of_choices(views, lambda each: full_date(each.goal_day))
        for months in (1, 3):
            name = ngettext(
                "The goal when the choice waits {n} month",
                "The goal when the choice waits {n} months",
                months,
            )
            told = (_wait(view.choice.waits[months - 1]) if view.choice else "-" for view in views)
            yield name.format(n=months), *told
    if any(view.margins for view in views):
        yield (
            _("Least to spare before a fixed date"),
            *(_tightest([(each.days, each.task) for each in view.margins]) for view in views),
        )
    if any(view.laws for view in views):
        yield (
            _("Least to spare in a time that the law sets"),
            *(
                _tightest(
                    [(each.margin.days, view.schedule.outline.ids[each.margin.bound]) for each in view.laws]
                )
                for view in views
            ),
        )
    if any(view.load for view in views):
        yield _("Busiest quarter of an owner"), *(_busiest(document, view) for view in views)
    if document.register is not None:
        yield _("Threats covered"), *(_share(view.threats) for view in views)
        yield _("Opportunities realised"), *(_share(view.opportunities) for view in views)


def _tightest(margins: Sequence[tuple[float, str]]) -> str:
    """The first of them, by a task's id."""
    if not margins:
        return "-"
    days, task = margins[0]
    return _("{days} d, {task}").format(days=amount(days), task=task)


def _busiest(document: Document, view: ModelView) -> str:
    owned = [(days, owner, quarter) for (owner, quarter), days in view.load.items() if owner is not None]
    if not owned:
        return "-"
    days, owner, quarter = max(owned)
    return _("{days} d, {task}").format(days=amount(days), task=_owned(document, owner, quarter))


def _owned(document: Document, owner: str, quarter: Quarter) -> str:
    return f"{role_title(document.plan, owner)}, {quarter[0]} Q{quarter[1]}"


def _milestones(views: Sequence[ModelView]) -> list[tuple[str, ...]]:
    titles: dict[str, str] = {}
    dates: list[dict[str, str]] = []
    for view in views:
        found = view.schedule
        milestones = {found.outline.ids[row]: row for row in key_milestones(found)}
        titles |= {id_: title(found, row) for id_, row in milestones.items()}
        dates.append({id_: full_date(found.last_day(row)) for id_, row in milestones.items()})
    return [(name, *(each.get(id_, "-") for each in dates)) for id_, name in titles.items()]


def _critical_paths(views: Sequence[ModelView]) -> list[tuple[str, ...]]:
    """The steps of each model's path, side by side by their number."""
    paths = [[title(view.schedule, row) for row in critical_paths(view.schedule)[0]] for view in views]
    steps = zip_longest(*paths, fillvalue="")
    return [(str(number), *step) for number, step in enumerate(steps, 1)]


def _of_choices(views: Sequence[ModelView], told: Callable[[Choice], str]) -> Iterator[str]:
    return (told(view.choice) if view.choice else "-" for view in views)


def _kinds(views: Sequence[ModelView]) -> list[tuple[str, ...]]:
    kinds = sorted(
        {kind for view in views for kind in view.kinds}, key=lambda kind: (kind is None, kind or "")
    )
    if kinds == [None]:
        return []
    return [(kind or _("none"), *(str(view.kinds.get(kind, 0)) for view in views)) for kind in kinds]


def _loads(document: Document, views: Sequence[ModelView]) -> list[tuple[str, ...]]:
    keys = {(owner, quarter) for view in views for owner, quarter in view.load if owner is not None}
    return [
        (
            _owned(document, owner, quarter),
            *(amount(view.load.get((owner, quarter), 0.0)) for view in views),
        )
        for owner, quarter in sorted(keys)
    ]


def _margins(views: Sequence[ModelView]) -> list[tuple[str, ...]]:
    found: dict[tuple[str, str], dict[int, str]] = {}
    for index, view in enumerate(views):
        for margin in view.margins:
            name = title(view.schedule, view.schedule.outline.row[margin.task])
            at = name, _limit(margin)
            found.setdefault(at, {})[index] = _marked(amount(margin.days), critical=margin.critical)
    return [
        (f"{name}, {limit}", *(days.get(index, "-") for index in range(len(views))))
        for (name, limit), days in found.items()
    ]


def _limit(margin: Margin) -> str:
    """The fixed date in words: `deadline Fri 18 Jun 2027`."""
    forms = {
        "deadline": _("deadline {day}"),
        "must_start_on": _("starts on {day}"),
        "must_finish_on": _("done on {day}"),
        "start_no_later_than": _("starts by {day}"),
        "finish_no_later_than": _("done by {day}"),
    }
    return forms[margin.field].format(day=full_date(margin.limit))


def _marked(told: str, *, critical: bool) -> str:
    """What is told of a task's time to spare, with a mark on those of the critical path."""
    return _("{told} (critical)").format(told=told) if critical else told


def _laws(views: Sequence[ModelView]) -> list[tuple[str, ...]]:
    found: dict[tuple[str, str], dict[int, str]] = {}
    for index, view in enumerate(views):
        for each in view.laws:
            margin = each.margin
            told = _marked(
                f"{margin.days}, {full_date(margin.limit)}", critical=view.schedule.critical(margin.bound)
            )
            found.setdefault((title(view.schedule, margin.bound), each.id), {})[index] = told
    return [
        (f"{name}, {rule}", *(told.get(index, "-") for index in range(len(views))))
        for (name, rule), told in found.items()
    ]


def _waits(views: Sequence[ModelView]) -> list[tuple[str, ...]]:
    months = max((len(view.choice.waits) for view in views if view.choice), default=0)
    return [
        (
            ngettext("{n} month", "{n} months", number).format(n=number),
            *(_wait(view.choice.waits[number - 1]) if view.choice else "-" for view in views),
        )
        for number in range(1, months + 1)
    ]


def _wait(wait: Wait) -> str:
    missed = len(wait.missed)
    if not missed:
        return f"+{wait.days}"
    dates = ngettext("{n} fixed date missed", "{n} fixed dates missed", missed).format(n=missed)
    return f"+{wait.days}, {dates}"


def _gaps(document: Document, views: Sequence[ModelView]) -> list[tuple[str, ...]]:
    register = document.register
    if register is None:
        return []
    items = {**register.threats, **register.opportunities}
    unmet = [
        {id_ for each in (view.threats, view.opportunities) if each for id_ in each.unmet} for view in views
    ]
    return [
        (f"{id_} {one_line(item.title)}", *(_("missing") if id_ in each else "" for each in unmet))
        for id_, item in items.items()
        if any(id_ in each for each in unmet)
    ]


def _share(coverage: Coverage | None) -> str:
    met, unmet = (coverage.met, coverage.unmet) if coverage else ((), ())
    return f"{len(met)}/{len(met) + len(unmet)}"


def _day(day: date | None) -> str:
    return full_date(day) if day else "-"
