"""Picking one of the things that a plan has outside its tasks, to edit or to remove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.edits import SetPlanField
from transition_planner.tui.dialogs.picker import Picker, choice
from transition_planner.tui.entries.draft import KINDS, EntryDraft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from transition_planner.plan.entry import Entry
    from transition_planner.tui.desk import Desk
    from transition_planner.tui.state.state import State


def edit_entry(desk: Desk) -> None:
    """Edit something that stands outside tasks, or add it."""

    def take(draft: EntryDraft) -> None:
        def change(made: State) -> None:
            desk.change(made, draft.done(made))

        desk.form.prepare(draft)
        desk.ask(desk.form, change)

    new = [EntryDraft(desk.state, kind) for kind in KINDS]
    _pick(desk, _("Edit or add"), [EntryDraft(desk.state), *_entries(desk), *new], take)


def remove_entry(desk: Desk) -> None:
    """Take something that stands outside tasks out of the plan."""

    def take(draft: EntryDraft) -> None:
        removed = _("removed ({key} brings it back)").format(key=desk.key_of("undo"))
        desk.edit((SetPlanField(draft.way, None),), removed)

    offered = list(_entries(desk))
    if offered:
        _pick(desk, _("Remove"), offered, take)
    else:
        desk.say(_("the plan has no calendars, roles, models or waivers"))


def _entries(desk: Desk) -> Iterator[EntryDraft]:
    """The forms of all that stands outside tasks, by kind."""
    plan = desk.state.history.document.plan
    for kind in KINDS:
        entries: Mapping[str, Entry] | Sequence[Entry] = getattr(plan, kind)
        for key in entries if isinstance(entries, dict) else range(len(entries)):
            yield EntryDraft(desk.state, kind, key)


def _pick(desk: Desk, heading: str, drafts: list[EntryDraft], take: Callable[[EntryDraft], None]) -> None:
    """Let one of some be picked."""
    named = {draft.name: draft for draft in drafts}
    offered = [choice(name, draft.title) for name, draft in named.items()]
    desk.ask(Picker(heading, offered), lambda found: take(named[found.id]))
