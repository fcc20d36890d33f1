"""Commands about the plan's file, and the questions that files make necessary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.history import History
from transition_planner.planfile.journal import recover
from transition_planner.planfile.loading import PlanFileError, load, parse
from transition_planner.planfile.saving import ChangedOnDisk, SaveFailed
from transition_planner.planfile.saving import save as save_document
from transition_planner.schedule.cycle import CycleError
from transition_planner.tui.ask import Answer, Ask
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document
    from transition_planner.tui.screen import PlanScreen


async def save(screen: PlanScreen) -> None:
    """Write the plan to its file."""
    await saved(screen)


async def saved(screen: PlanScreen) -> bool:
    """Write the plan to its file, asking where that has changed meanwhile; whether it is in the file now."""
    history = screen.state.history
    if not history.changed:
        screen.say(_("nothing to save"))
        return True
    try:
        _written(screen, save_document(history.document))
    except ChangedOnDisk as changed:
        return await _changed_on_disk(screen, changed)
    except SaveFailed as failed:
        screen.warn(str(failed))
        return False
    return True


async def _changed_on_disk(screen: PlanScreen, changed: ChangedOnDisk) -> bool:
    answers = [
        Answer("o", _("overwrite it with the plan as it is here")),
        Answer("r", _("read it again; the plan as it is here comes back with {key}").format(key="^r")),
        Answer("c", _("do neither")),
    ]
    if changed.gone:
        del answers[1]
    answer = await screen.ask(Ask(str(changed), answers))
    if answer == "o":
        try:
            _written(screen, save_document(screen.state.history.document, even_if_changed=True))
        except SaveFailed as failed:
            screen.warn(str(failed))
            return False
        return True
    if answer == "r":
        _read_again(screen)
    return False


def _written(screen: PlanScreen, document: Document) -> None:
    screen.show(screen.state.reading(screen.state.history.with_saved(document)))
    screen.forget_journal()
    screen.say(_("saved"))


def _read_again(screen: PlanScreen) -> None:
    """Show what the file says now. What was here is one redo away: nothing is lost."""
    mine = screen.state.history.document
    if mine.path is None:
        return
    try:
        fresh = History.of(load(mine.path))
        state = screen.state.reading(fresh.recovered(mine).undo())
    except (PlanFileError, CycleError, NoWorkingTime, ValueError) as error:
        screen.warn(_("not read: {reason}").format(reason=error))
    else:
        screen.show(state)
        screen.say(_("read again"))


async def offer_recovery(screen: PlanScreen) -> None:
    """Where an earlier sitting was cut short, ask whether its edits should come back."""
    history = screen.state.history
    path = history.document.path
    if path is None:
        return
    try:
        left = recover(path)
    except OSError as error:
        screen.warn(str(error))
        return
    if left is None:
        return
    question = _("Edits of an earlier sitting were never saved. Take them up again?")
    if left.file_changed:
        question += " " + _("The file has been changed since: compare before you save.")
    answers = (
        Answer("x", _("throw them away")),
        Answer("y", _("take them up; {key} takes them back").format(key="u")),
    )
    answer = await screen.ask(Ask(question, answers))
    if answer == "x":
        screen.forget_journal()
    elif answer == "y":
        try:
            recovered = history.recovered(parse(left.text, name=str(path), folder=path.parent))
            screen.change(screen.state.reading(recovered))
        except (PlanFileError, CycleError, NoWorkingTime, ValueError) as error:
            screen.warn(_("not taken up: {reason}").format(reason=error))


async def quit_(screen: PlanScreen) -> None:
    """Leave; ask first where something is not saved."""
    if screen.state.history.changed and not screen.read_only:
        answers = (
            Answer("s", _("save and leave")),
            Answer("y", _("leave without saving")),
            Answer("n", _("stay")),
        )
        answer = await screen.ask(Ask(_("The plan has edits that are not saved. Leave?"), answers))
        if answer not in ("s", "y") or (answer == "s" and not await saved(screen)):
            return
        screen.forget_journal()
    screen.app.exit(0)
