"""From a path to a plan and its schedule, with every way this can fail told as a sentence.

The rooms are imported where they are used: 200 ms that `check --help` and the shell's completion do not need.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.findings import text_of
from transition_planner.cli.output import say
from transition_planner.cli.suggestions import did_you_mean
from transition_planner.locales import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


@contextmanager
def told_as_failures(path: Path) -> Iterator[None]:
    """Turn what makes a plan useless inside the block into failures, after telling what is wrong with its file.

    Raises:
        Failure: if the plan cannot be read, or can have no dates.
    """
    from transition_planner.planfile.loading import PlanFileError  # noqa: PLC0415  # see above
    from transition_planner.schedule.cycle import CycleError  # noqa: PLC0415  # as above
    from transition_planner.worktime.noworkingtime import NoWorkingTime  # noqa: PLC0415  # as above

    try:
        yield
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
    except (CycleError, NoWorkingTime) as obstacle:
        raise Failure(
            _("There are no dates: {obstacle}. `transition-planner check` shows the place.").format(
                obstacle=obstacle
            ),
            Exit.FINDINGS,
        ) from obstacle


def open_plan(path: Path, model: str | None) -> Document:
    """The plan of a file; `model` is looked for in it, where one is named.

    Raises:
        Failure: if it cannot be read, or has no such model.
    """
    from transition_planner.planfile.loading import load  # noqa: PLC0415  # see above

    with told_as_failures(path):
        document = load(path)
    if model is not None:
        require_model(document, model)
    return document


def open_schedule(path: Path, model: str | None, *, partly: bool = False) -> tuple[Document, Schedule]:
    """The plan of a file, and the schedule of a model; without a name of the chosen one, else the first.

    Tells beside it what work no calendar has time for, and what has no dates.

    Args:
        path: The plan's file.
        model: The model's name.
        partly: Whether tasks in a circle of links, and what waits for them, may be without dates.

    Raises:
        Failure: if it cannot be read, has no such model, or can have no dates.
    """
    from transition_planner.schedule.scheduling import schedule  # noqa: PLC0415  # see above

    document = open_plan(path, model)
    with told_as_failures(path):
        found = schedule(document.plan, model, partly=partly)
    say_undated(found)
    for row, reason in found.impossible.items():
        say(_("{task} has no dates of its own: {reason}").format(task=found.outline.ids[row], reason=reason))
    return document, found


def say_undated(schedule: Schedule) -> None:
    """Tell beside the output which circles of links leave tasks without dates."""
    tasks = schedule.outline.tasks
    for circle in schedule.circles:
        say(_("Tasks wait for each other in a circle: {path}.").format(path=circle))
    if schedule.undated:
        count = sum(not tasks[row].is_phase for row in schedule.undated)
        say(
            ngettext(
                "{n} task has no dates until that is broken; `transition-planner check` shows the place.",
                "{n} tasks have no dates until that is broken; `transition-planner check` shows the place.",
                count,
            ).format(n=count)
        )


def require_model(document: Document, model: str) -> None:
    """Make sure that the plan has a model.

    Raises:
        Failure: if it has not, with the nearest names.
    """
    models = document.plan.models
    if model in models:
        return
    if not models:
        raise Failure(_("{path} has no models: leave out --model.").format(path=document.name), Exit.USAGE)
    raise Failure(
        _("There is no model {model}.{suggestion} {path} has {models}.").format(
            model=model,
            suggestion=did_you_mean(model, models),
            path=document.name,
            models=", ".join(models),
        ),
        Exit.USAGE,
    )


def find_row(schedule: Schedule, task: str) -> int:
    """The row of a task or phase.

    Raises:
        Failure: if the model has none of that id, with the nearest ones, by id or title.
    """
    from transition_planner.plan.outline import outline  # noqa: PLC0415  # see above
    from transition_planner.tui.painting.titles import title_of  # noqa: PLC0415  # as above

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
    titles = {title_of(shown, row): id_ for id_, row in shown.row.items()}
    raise Failure(
        _("There is no task {task}.{suggestion} `transition-planner schedule` lists the ids.").format(
            task=task, suggestion=did_you_mean(task, (*titles, *shown.ids), titles)
        ),
        Exit.USAGE,
    )
