"""Which plan is meant: the one that was named, else the one at hand."""

from __future__ import annotations

from pathlib import Path

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.locales import _

PLAN_FILE = "plan.yaml"
PLANS_FOLDER = "plans"


class NoPlanHere(Failure):
    """Nobody has named a plan, and there is none at hand."""


def named_plan(path: Path) -> Path:
    """The file of the plan at `path`, which is the file or its folder.

    Raises:
        Failure: if there is none.
    """
    if path.is_dir():
        if (path / PLAN_FILE).is_file():
            return path / PLAN_FILE
        raise Failure(_no_plan_in(path), Exit.UNREADABLE)
    if path.exists():
        return path
    raise Failure(
        _("There is no file or folder {path}. Name a plan's folder, or its file.").format(path=path),
        Exit.UNREADABLE,
    )


def plan_at_hand(folder: Path) -> Path:
    """The plan of this folder, else the only one under its `plans/`.

    Raises:
        NoPlanHere: if there is none.
        Failure: if there is more than one.
    """
    if (folder / PLAN_FILE).is_file():
        return folder / PLAN_FILE
    found = _plans_below(folder)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NoPlanHere(
            _(
                "There is no plan here: neither {file} nor a plan under {plans}/. Name one at the end of the "
                "command, or make one: transition-planner new FOLDER"
            ).format(file=PLAN_FILE, plans=PLANS_FOLDER),
            Exit.USAGE,
        )
    raise Failure(
        _("There are {count} plans here. Name one at the end of the command: {plans}").format(
            count=len(found), plans=_listed(found, folder)
        ),
        Exit.USAGE,
    )


def _no_plan_in(folder: Path) -> str:
    nested = _plans_below(folder) or sorted(folder.glob(f"*/{PLAN_FILE}"))
    if nested:
        return _("There is no {file} in {folder}, but below it. Name one of these: {plans}").format(
            file=PLAN_FILE, folder=folder, plans=_listed(nested, Path())
        )
    return _("There is no {file} in {folder}. Name a folder that has one, or the plan's file itself.").format(
        file=PLAN_FILE, folder=folder
    )


def _plans_below(folder: Path) -> list[Path]:
    return sorted((folder / PLANS_FOLDER).glob(f"*/{PLAN_FILE}"))


def _listed(plans: list[Path], folder: Path) -> str:
    return ", ".join(
        str(each.parent.relative_to(folder) if each.is_relative_to(folder) else each.parent) for each in plans
    )
