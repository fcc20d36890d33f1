"""Completion in the lines about what stands outside tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from transition_planner.locales import _
from transition_planner.plan.calendar import ALWAYS, ALWAYS_OPEN
from transition_planner.tui.dialogs.picker import choice
from transition_planner.tui.entries.overrides import NEW
from transition_planner.tui.form.fields import Sort
from transition_planner.tui.form.fieldtexts import flags
from transition_planner.tui.gestures import all_tasks
from transition_planner.tui.painting.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from transition_planner.plan.calendar import Calendar
    from transition_planner.plan.plan import Model, Plan, Role
    from transition_planner.plan.task import Task
    from transition_planner.tui.dialogs.picker import Choice
    from transition_planner.tui.form.fields import FormField


def choices_of(field: FormField, plan: Plan) -> list[Choice]:
    """What may stand in a line, as far as that can be known."""
    if field.sort is Sort.FLAG:
        return _plain(flags().values())
    calendars = {**plan.calendars, ALWAYS: ALWAYS_OPEN}
    known: dict[str, Callable[[], list[Choice]]] = {
        "calendar": lambda: _named(calendars),
        "within": lambda: _named(calendars),
        "chosen": lambda: _named(plan.models),
        "choice": lambda: _named(dict(all_tasks(plan.tasks))),
        "goal": lambda: _named(dict(all_tasks(plan.tasks))),
        NEW: lambda: _named(dict(all_tasks(plan.tasks))),
        "of": lambda: [*_named(dict(all_tasks(plan.tasks))), *_named(plan.calendars)],
        "side": lambda: _plain(sorted({role.side for role in plan.roles.values() if role.side})),
        "timezone": lambda: _plain(sorted(available_timezones())),
        "rules": _packs,
        "rule": _rules,
    }
    return known.get(field.name, list)()


def _packs() -> list[Choice]:
    from transition_planner.law.shelf import shipped_names  # noqa: PLC0415  # only where somebody comes here

    return _plain(shipped_names())


def _rules() -> list[Choice]:
    from transition_planner.checks.registry import rules  # noqa: PLC0415  # 30 ms, as above

    return [choice(each.code, _(each.summary)) for each in rules()]


def _named(entries: Mapping[str, Calendar | Model | Role | Task]) -> list[Choice]:
    return [choice(id_, one_line(each.title)) for id_, each in entries.items()]


def _plain(names: Iterable[str]) -> list[Choice]:
    return [choice(each, "") for each in names]
