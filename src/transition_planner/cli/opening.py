"""From a path to a plan and its schedule, with every way this can fail told as a sentence.

The rooms are imported where they are used: 200 ms that `check --help` and the shell's completion do not need.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.findings import text_of
from transition_planner.cli.output import say
from transition_planner.cli.suggestions import did_you_mean
from transition_planner.locales import _, ngettext

if TYPE_CHECKING:
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


def open_plan(path: Path) -> Document:
    """The plan of a file.

    Raises:
        Failure: if it cannot be read; what is wrong with it has been printed.
    """
    from transition_planner.planfile.loading import PlanFileError, load  # noqa: PLC0415  # see above

    try:
        return load(path)
    except PlanFileError as error:
        say(text_of(error.findings))
        count = len(error.findings)
        raise Failure(
            ngettext(
                "{path} cannot be read as a plan: correct the error shown above.",
                "{path} cannot be read as a plan: correct the {count} errors shown above.",
                count,
            ).format(path=path, count=count),
            Exit.UNREADABLE,
        ) from error


def open_schedule(path: Path, model: str | None) -> tuple[Document, Schedule]:
    """The plan of a file, and the schedule of a model; without a name of the chosen one, else the first.

    Raises:
        Failure: if it cannot be read, has no such model, or can have no dates.
    """
    document = open_plan(path)
    if model is not None:
        require_model(document.plan, model)
    return document, schedule_of(document.plan, model)


def schedule_of(plan: Plan, model: str | None) -> Schedule:
    """The schedule of a model that the plan has.

    Raises:
        Failure: if it can have no dates.
    """
    from transition_planner.schedule.cycle import CycleError  # noqa: PLC0415  # see above
    from transition_planner.schedule.schedule import schedule  # noqa: PLC0415
    from transition_planner.worktime.noworkingtime import NoWorkingTime  # noqa: PLC0415

    try:
        return schedule(plan, model)
    except (CycleError, NoWorkingTime) as obstacle:
        raise Failure(
            _("There are no dates: {obstacle}. `transition-planner check` shows the place.").format(
                obstacle=obstacle
            ),
            Exit.FINDINGS,
        ) from obstacle


def require_model(plan: Plan, model: str) -> None:
    """Make sure that the plan has a model.

    Raises:
        Failure: if it has not, with the nearest names.
    """
    if model in plan.models:
        return
    if not plan.models:
        raise Failure(_("This plan has no models: leave out --model."), Exit.USAGE)
    raise Failure(
        _("There is no model {model}.{suggestion} The plan has {models}.").format(
            model=model, suggestion=did_you_mean(model, plan.models), models=", ".join(plan.models)
        ),
        Exit.USAGE,
    )


def find_row(schedule: Schedule, task: str) -> int:
    """The row of a task or phase.

    Raises:
        Failure: if the model has none of that id, with the nearest ones, by id or title.
    """
    from transition_planner.plan.outline import outline  # noqa: PLC0415  # see above
    from transition_planner.tui.titles import title_of  # noqa: PLC0415

    shown, plan = schedule.outline, schedule.plan
    if task in shown.row:
        return shown.row[task]
    if "/" in task or Path(task).is_file():
        raise Failure(
            _("{task} is a path, not the id of a task. Name the task first, then the plan.").format(
                task=task
            ),
            Exit.USAGE,
        )
    elsewhere = [model for model in plan.models if task in outline(plan, model).row]
    if elsewhere:
        raise Failure(
            _("{task} is not in the model {model} but in {others}: add --model {first}.").format(
                task=task, model=shown.model, others=", ".join(elsewhere), first=elsewhere[0]
            ),
            Exit.USAGE,
        )
    known = {title_of(shown, row): id_ for id_, row in shown.row.items()} | {id_: id_ for id_ in shown.ids}
    raise Failure(
        _("There is no task {task}.{suggestion} `transition-planner schedule` lists the ids.").format(
            task=task, suggestion=did_you_mean(task, known)
        ),
        Exit.USAGE,
    )
