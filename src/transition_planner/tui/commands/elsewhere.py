"""Writing the plan to another file where its own cannot be written, or where it has none."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.saving import ChangedOnDisk, SaveFailed, save, save_as
from transition_planner.tui.dialogs.completing import paths, written_path
from transition_planner.tui.dialogs.prompt import Prompt, Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from transition_planner.planfile.document import Document
    from transition_planner.tui.desk import Desk


def offer_another_file(screen: Desk, failed: SaveFailed, then: Callable[[], None]) -> None:
    """Say why the plan was not saved and ask for a file that can be written; what is to follow only once one is.

    The plan stays what it was, with its edits, its crash journal and its file, which may be there again tomorrow.
    """
    screen.warn(str(failed))
    heading = str(failed)
    if screen.state.history.document.path is not None:
        heading += " " + _("Keep the plan in another file until it can be saved?")
    question = Question(_("File"), _proposed(screen), paths)
    screen.ask(
        Prompt(heading, [question], lambda typed: _write(screen, typed[0].strip())), lambda _done: then()
    )


def _proposed(screen: Desk) -> str:
    """The file that was taken before, else one that is not there yet: in the person's home, named as the plan is."""
    if screen.elsewhere is not None:
        return screen.elsewhere.name
    own = screen.state.history.document.path
    stem = "~/plan" if own is None else f"~/{own.absolute().parent.name or own.stem}"
    names = (f"{stem}.yaml" if number == 1 else f"{stem}-{number}.yaml" for number in count(1))
    return next(name for name in names if not os.path.lexists(written_path(name)))


def _write(screen: Desk, typed: str) -> str:
    """Write the file and say so; why that cannot be is given back, else ""."""
    document, path, before = screen.state.history.document, written_path(typed), screen.elsewhere
    try:
        if not typed:
            return _("a file needs a name")
        if before is not None and before.path == path:
            written = save(replace(before, text=document.text))
        elif os.path.lexists(path):
            return _("{file} is there already: choose another name").format(file=typed)
        else:
            written = save_as(document, path)
            _take_register_along(document, path)
    except (ChangedOnDisk, SaveFailed, ValueError) as error:
        return str(error)
    if document.path is None:
        screen.settle_in(written)
        screen.say(_("saved in {file}").format(file=typed))
    else:
        screen.elsewhere = replace(written, name=typed)
        screen.say(_("kept in {file}; not yet saved in its own").format(file=typed))
    return ""


def _take_register_along(document: Document, path: Path) -> None:
    """Put the register beside the plan, which cannot be opened without, unless there is one."""
    register = document.plan.register_
    if register is not None and document.register_text is not None:
        with suppress(OSError), (path.parent / register).open("x", encoding="utf-8", newline="") as file:
            file.write(document.register_text)
