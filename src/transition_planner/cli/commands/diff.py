"""Tell what changed in the plan since a revision, and what that did to the dates.

A is a revision of git: a commit, a branch, a tag, or a date (the last commit of that day or before). B is another
one; without it the file as it is now. Name the plan with --plan, or stand in its folder.

JSON: {plan, before, after, added: [id], removed: [id], renamed: [{before, after}], moved: [{task, before, after}],
fields, plan_fields, register: [{at, before, after}], dates: {model, finish, milestones, moved: [{task, before,
after, days}], became_critical: [id], no_longer_critical: [id], float_lost: [{task, before, after}]}}. `dates` is
null where one of the two can have none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.history import open_revision
from transition_planner.cli.opening import open_plan, require_model
from transition_planner.cli.options import json_option, language_option, plan_option
from transition_planner.cli.output import put_json, say
from transition_planner.cli.sheets import format_option, put_sheets
from transition_planner.locales import _

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.compare.datechange import DateChange, Shift
    from transition_planner.compare.planchange import FieldChange, PlanChange
    from transition_planner.compare.revisions import Revision
    from transition_planner.schedule.schedule import Schedule


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", required=False)
@plan_option
@click.option("--model", metavar="NAME", help=_("The model whose dates are compared."))
@format_option
@language_option
@json_option
def command(a: str, b: str | None, path: Path, model: str | None, form: str, *, as_json: bool) -> Exit:
    """Tell what changed in the plan since a revision."""
    from transition_planner.cli.diff_text import change_sheets, date_sheets  # noqa: PLC0415  # 100 ms that help does not need
    from transition_planner.compare.planchange import plan_change  # noqa: PLC0415  # as above
    from transition_planner.compare.revisions import Revision  # noqa: PLC0415  # as above
    from transition_planner.tui.painting.titles import one_line  # noqa: PLC0415  # as above

    before = open_revision(path, a)
    after = open_revision(path, b) if b is not None else Revision("", None, open_plan(path, None))
    if model is not None:
        require_model(after.document, model)
    change = plan_change(before.document, after.document)
    dates = _dates(before, after, change, model)
    if as_json:
        put_json(_data(before, after, change, dates))
        return Exit.FINE
    old, new = before.document.plan, after.document.plan
    sheets = [*change_sheets(change, old, new), *(date_sheets(dates, old, new) if dates else ())]
    title = _("{plan}: {before} to {after}").format(
        plan=one_line(new.title), before=before.label, after=after.label
    )
    put_sheets(title, sheets, form)
    if not sheets:
        say(_("Nothing changed."))
    return Exit.FINE


def _dates(before: Revision, after: Revision, change: PlanChange, model: str | None) -> DateChange | None:
    """What the change did to the dates of a model; None, with a word about it, where one of the two has none."""
    from transition_planner.compare.datechange import date_change  # noqa: PLC0415  # as above
    from transition_planner.schedule.cycle import CycleError  # noqa: PLC0415  # as above
    from transition_planner.schedule.scheduling import schedule  # noqa: PLC0415  # as above
    from transition_planner.worktime.noworkingtime import NoWorkingTime  # noqa: PLC0415  # as above

    schedules: list[Schedule] = []
    for revision in (after, before):
        plan = revision.document.plan
        if schedules:
            model = schedules[0].model
        if model is not None and model not in plan.models:
            say(
                _("{revision} has no model {model}: dates are not compared.").format(
                    revision=revision.label, model=model
                )
            )
            return None
        try:
            schedules.append(schedule(plan, model))
        except (CycleError, NoWorkingTime) as obstacle:
            say(
                _("{revision} can have no dates: {obstacle}.").format(
                    revision=revision.label, obstacle=obstacle
                )
            )
            return None
    return date_change(schedules[1], schedules[0], change.earlier_ids)


def _data(before: Revision, after: Revision, change: PlanChange, dates: DateChange | None) -> dict[str, Any]:
    return {
        "plan": str(after.document.plan.id),
        "before": before.commit,
        "after": after.commit,
        "added": list(change.added),
        "removed": list(change.removed),
        "renamed": [{"before": was, "after": is_} for was, is_ in change.renamed],
        "moved": [{"task": each.task, "before": each.before, "after": each.after} for each in change.moved],
        "fields": _fields(change.fields),
        "plan_fields": _fields(change.plan),
        "register": _fields(change.register),
        "dates": _date_data(dates) if dates else None,
    }


def _fields(changes: tuple[FieldChange, ...]) -> list[dict[str, Any]]:
    return [{"at": list(each.at), "before": each.before, "after": each.after} for each in changes]


def _date_data(dates: DateChange) -> dict[str, Any]:
    return {
        "model": dates.model,
        "finish": _shift(dates.finish),
        "milestones": [_shift(each) for each in dates.milestones],
        "moved": [_shift(each) for each in dates.moved],
        "became_critical": list(dates.became_critical),
        "no_longer_critical": list(dates.no_longer_critical),
        "float_lost": [
            {"task": each.task, "before": round(each.before, 2), "after": round(each.after, 2)}
            for each in dates.float_lost
        ],
    }


def _shift(shift: Shift) -> dict[str, Any]:
    return {
        "task": shift.task or None,
        "before": shift.before.isoformat() if shift.before else None,
        "after": shift.after.isoformat() if shift.after else None,
        "days": shift.days,
    }
