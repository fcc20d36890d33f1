"""Commands that copy tasks and paste them elsewhere, with new ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.locales import _, ngettext
from transition_planner.plan.link import Link
from transition_planner.planfile.document import entry_nodes
from transition_planner.planfile.edits import AddLink, AddTask, EditRefused
from transition_planner.planfile.edits.stretch import has_alias, meaning
from transition_planner.tui.commands.owntext import OwnText
from transition_planner.tui.copied import Copied
from transition_planner.tui.gestures import all_ids, free_id, place_below, tops
from transition_planner.tui.keys.command import Command

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits.layout import Value
    from transition_planner.tui.desk import Desk

_PROGRESS = ("started", "finished", "done", "remaining", "resumes")
"""What has happened to a task has not happened to its copy."""


def copied(document: Document, task: str) -> Copied:
    """A task of a document, to be pasted later.

    Raises:
        EditRefused: if its text holds aliases, which mean nothing elsewhere.
    """
    said = meaning(entry_nodes(document, task)[1])
    if has_alias(said):
        raise EditRefused(_("{task} is written with aliases: copy it in the file.").format(task=task))
    return _copied(task, said or {})


def pasting(
    plan: Plan, copies: Sequence[Copied], phase: str | None, behind: str | None
) -> Iterator[AddTask | AddLink]:
    """The edits that add copies, one behind the other, with new ids; links among them lead from copy to copy."""
    names: dict[str, str] = {}
    taken = all_ids(plan.tasks)
    for copy in copies:
        _name(copy, taken, names)
    for copy in copies:
        yield from _added(copy, names, phase, behind)
        behind = names[copy.id]
    for copy in copies:
        yield from _links(copy, names)


def copy(screen: Desk) -> None:
    """Copy the selected tasks."""
    state = screen.state
    document = state.history.document
    try:
        chosen = tops(state)
        screen.copied = tuple(copied(document, id_) for id_ in chosen)
    except EditRefused as refusal:
        screen.warn(refusal.message)
        return
    screen.app.copy_to_clipboard("".join(OwnText.of_task(document, id_).text for id_ in chosen))
    number = len(chosen)
    screen.say(ngettext("{count} task copied", "{count} tasks copied", number).format(count=number))


def paste(screen: Desk) -> None:
    """Add what was copied below the cursor."""
    state = screen.state
    if not screen.copied:
        screen.say(_("nothing was copied"))
        return
    edits = list(pasting(state.schedule.plan, screen.copied, *place_below(state)))
    first = next(each.id for each in edits if isinstance(each, AddTask))
    screen.edit(edits, _("pasted"), first)


def clipboard_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command("copy", ("y",), _("Copy"), _("Copy the task or phase."), copy),
        Command(
            "paste",
            ("p",),
            _("Paste"),
            _("Add what was copied below, with new ids and without progress."),
            paste,
            edits=True,
        ),
    )


def _copied(id_: str, said: Mapping[str, Any]) -> Copied:
    fields = {name: value for name, value in said.items() if name not in {"tasks", *_PROGRESS}}
    inside = tuple(_copied(each, fields or {}) for each, fields in (said.get("tasks") or {}).items())
    return Copied(id_, fields, inside)


def _name(copy: Copied, taken: set[str], names: dict[str, str]) -> None:
    names[copy.id] = free_id(taken, copy.id)
    taken.add(names[copy.id])
    for each in copy.inside:
        _name(each, taken, names)


def _added(
    copy: Copied, names: Mapping[str, str], phase: str | None, behind: str | None
) -> Iterator[AddTask]:
    fields = dict(copy.fields)
    after = fields.pop("after", None)
    if isinstance(after, list) and (others := [link for link in after if not _among(link, names)]):
        fields["after"] = others
    id_ = names[copy.id]
    yield AddTask(id_, fields, phase, behind)
    last = None
    for each in copy.inside:
        yield from _added(each, names, id_, last)
        last = names[each.id]


def _links(copy: Copied, names: Mapping[str, str]) -> Iterator[AddLink]:
    """The links from copy to copy: they can be made when all copies are there."""
    after = copy.fields.get("after")
    for written in filter(lambda link: _among(link, names), after if isinstance(after, list) else ()):
        link = Link.parse(str(written))
        yield AddLink(names[copy.id], str(link._replace(task=names[link.task])))
    for each in copy.inside:
        yield from _links(each, names)


def _among(written: Value, names: Mapping[str, str]) -> bool:
    return Link.parse(str(written)).task in names
