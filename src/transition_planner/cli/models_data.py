"""The models side by side, in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.cli.rows import key_milestones_data
from transition_planner.plan.entry import kebab
from transition_planner.schedule.paths import critical_paths
from transition_planner.tui.painting.titles import model_title

if TYPE_CHECKING:
    from transition_planner.compare.choice import Choice
    from transition_planner.compare.modelview import Margin, ModelView
    from transition_planner.law.binding import Binding
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


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
        "laws": [_law(found, each) for each in view.laws],
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


def _law(schedule: Schedule, binding: Binding) -> dict[str, Any]:
    ids, margin = schedule.outline.ids, binding.margin
    return {
        "rule": binding.id,
        "first": None if margin.first is None else ids[margin.first],
        "second": ids[margin.second],
        "bound": ids[margin.bound],
        "limit": margin.limit.isoformat(),
        "forecast": schedule.last_day(margin.bound).isoformat(),
        "broken": margin.broken,
        "days": margin.days,
        "critical": schedule.critical(margin.bound),
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
