"""The models side by side, in words and in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.cli.rows import key_milestones, key_milestones_data, title
from transition_planner.compare.modelview import shared_before_choice
from transition_planner.compare.sheet import Sheet
from transition_planner.locales import _, ngettext
from transition_planner.locales.dates import amount, full_date
from transition_planner.plan.entry import kebab
from transition_planner.schedule.paths import critical_paths
from transition_planner.tui.titles import model_title, one_line, role_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from transition_planner.compare.choice import Choice, Wait
    from transition_planner.compare.modelview import Coverage, Margin, ModelView
    from transition_planner.planfile.document import Document


def model_sheets(document: Document, views: Sequence[ModelView]) -> Iterator[Sheet]:
    """One sheet for each thing a board weighs; the models are the columns."""
    columns = ("", *(model_title(document.plan, view.schedule.model) or _("Plan") for view in views))
    for name, rows in (
        (_("Overview"), _overview(document, views)),
        (_("Measures by kind"), _kinds(views)),
        (_("Working days by owner and quarter"), _loads(document, views)),
        (_("Working days to spare before fixed dates"), _margins(views)),
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


def _overview(document: Document, views: Sequence[ModelView]) -> list[tuple[str, ...]]:
    rows = [
        (_("Tasks"), *(str(view.tasks) for view in views)),
        (_("Finish"), *(full_date(view.schedule.last_day_of_all) for view in views)),
    ]
    titles: dict[str, str] = {}
    dates: list[dict[str, str]] = []
    for view in views:
        found = view.schedule
        milestones = {found.outline.ids[row]: row for row in key_milestones(found)}
        titles |= {id_: title(found, row) for id_, row in milestones.items()}
        dates.append({id_: full_date(found.last_day(row)) for id_, row in milestones.items()})
    rows += [(name, *(each.get(id_, "-") for each in dates)) for id_, name in titles.items()]
    rows.append(
        (_("Tasks on the critical path"), *(str(len(critical_paths(view.schedule)[0])) for view in views))
    )
    if any(view.choice for view in views):
        rows += [
            (_("The choice by the forecast"), *_of_choices(views, lambda each: full_date(each.forecast))),
            (_("The goal is to be reached by"), *_of_choices(views, lambda each: full_date(each.target))),
            (_("Last day to choose"), *_of_choices(views, lambda each: _day(each.last_day))),
        ]
    if document.register is not None:
        rows += [
            (_("Threats covered"), *(_share(view.threats) for view in views)),
            (_("Opportunities realised"), *(_share(view.opportunities) for view in views)),
        ]
    return rows


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
    keys = {key for view in views for key in view.load if key[0] is not None}
    return [
        (
            f"{role_title(document.plan, owner)}, {quarter[0]} Q{quarter[1]}",
            *(amount(view.load.get((owner, quarter), 0.0)) for view in views),
        )
        for owner, quarter in sorted(keys, key=lambda key: (str(key[0]), key[1]))
    ]


def _margins(views: Sequence[ModelView]) -> list[tuple[str, ...]]:
    found: dict[tuple[str, str], dict[int, str]] = {}
    for index, view in enumerate(views):
        for margin in view.margins:
            name = title(view.schedule, view.schedule.outline.row[margin.task])
            at = name, f"{kebab(margin.field)} {full_date(margin.limit)}"
            critical = f" ({_('critical')})" if margin.critical else ""
            found.setdefault(at, {})[index] = amount(margin.days) + critical
    return [
        (f"{name}, {limit}", *(days.get(index, "-") for index in range(len(views))))
        for (name, limit), days in found.items()
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


def model_data(document: Document, view: ModelView) -> dict[str, Any]:
    """One model in JSON."""
    found, plan = view.schedule, document.plan
    return {
        "model": found.model,
        "title": model_title(plan, found.model),
        "tasks": view.tasks,
        "finish": found.last_day_of_all.isoformat(),
        "key_milestones": key_milestones_data(found),
        "threats_covered": len(view.threats.met) if view.threats else None,
        "threats": len(view.threats.met) + len(view.threats.unmet) if view.threats else None,
        "threats_uncovered": list(view.threats.unmet) if view.threats else None,
        "opportunities_realised": list(view.opportunities.met) if view.opportunities else None,
        "opportunities_unrealised": list(view.opportunities.unmet) if view.opportunities else None,
        "kinds": {kind or "": number for kind, number in view.kinds.items()},
        "load": [
            {"owner": owner, "quarter": f"{year}Q{number}", "days": round(days, 2)}
            for (owner, (year, number)), days in view.load.items()
        ],
        "critical_path": [found.outline.ids[row] for row in critical_paths(found)[0]],
        "margins": [_margin(each) for each in view.margins],
        "choice": _choice(view.choice) if view.choice else None,
    }


def _margin(margin: Margin) -> dict[str, Any]:
    return {
        "task": margin.task,
        "field": kebab(margin.field),
        "limit": margin.limit.isoformat(),
        "forecast": margin.forecast.isoformat(),
        "days": round(margin.days, 2),
        "critical": margin.critical,
    }


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "task": choice.task,
        "goal": choice.goal,
        "forecast": choice.forecast.isoformat(),
        "goal_forecast": choice.goal_day.isoformat(),
        "target": choice.target.isoformat(),
        "last_day": choice.last_day.isoformat() if choice.last_day else None,
        "waits": [
            {
                "months": each.months,
                "chosen": each.chosen.isoformat(),
                "goal": each.goal.isoformat(),
                "missed": list(each.missed),
                "days": each.days,
            }
            for each in choice.waits
        ],
    }
