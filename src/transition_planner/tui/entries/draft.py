"""The form about something outside tasks, and the plan that what is typed would make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from transition_planner.locales import LANGUAGES, _, language
from transition_planner.planfile.edits import EditRefused, RenameEntry, SetPlanField, apply
from transition_planner.tui.entries.edits import changes, made_of, setting
from transition_planner.tui.entries.sections import sections_of
from transition_planner.tui.entries.texts import texts
from transition_planner.tui.entries.values import choices_of
from transition_planner.tui.form.fields import TITLE
from transition_planner.tui.form.mistyped import Mistyped
from transition_planner.tui.gestures import free_id
from transition_planner.tui.painting.titles import heading, one_line
from transition_planner.tui.state.attempt import Refused, attempt
from transition_planner.tui.state.change import change

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.plan.entry import Entry
    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.edits import Edit
    from transition_planner.planfile.edits.rename_entry import Kind
    from transition_planner.tui.dialogs.picker import Choice
    from transition_planner.tui.form.fields import FormField, Section
    from transition_planner.tui.state.state import State

KINDS = ("calendars", "roles", "models", "waivers")
"""Maps and lists of the plan whose entries have forms of their own."""


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """A form being filled in, above a state that it does not change."""

    state: State
    kind: str = ""
    """Which map or list of the plan the entry is in: calendars, roles, models or waivers; "" for the plan itself."""
    key: str | int | None = None
    """Its id, or its index in the list; None where it is new."""

    @property
    def way(self) -> KeyPath:
        """The way to it in the plan's file; to the plan itself for what is new."""
        return () if self.key is None else (self.kind, self.key)

    @property
    def name(self) -> str:
        """Its kind and its id, for people who choose among all."""
        new = {
            "": _("plan"),
            "calendars": _("New calendar"),
            "roles": _("New role"),
            "models": _("New model"),
            "waivers": _("New waiver"),
        }
        old = {
            "calendars": _("calendar {id}"),
            "roles": _("role {id}"),
            "models": _("model {id}"),
            "waivers": _("waiver {id}"),
        }
        if self.key is None:
            return new[self.kind]
        said = self._said
        # A waiver has no id, and there may be two alike: its place tells them apart.
        id_ = (
            f"{int(self.key) + 1} {said['rule']} {said.get('of', '')}" if self.kind == "waivers" else self.key
        )
        return old[self.kind].format(id=str(id_).strip())

    @property
    def title(self) -> str:
        """Its title; of a waiver the reason; "" where it has none."""
        said = self._said
        return one_line(said.get("why") if self.kind == "waivers" else said.get("title"))

    @property
    def heading(self) -> str:
        """What the form is about."""
        return heading(": ".join(part for part in (self.name, self.title) if part))

    @property
    def sections(self) -> tuple[Section, ...]:
        """All lines."""
        return sections_of(self.kind, self._said)

    @property
    def hidden(self) -> frozenset[str]:
        """The lines that make no sense here."""
        return frozenset() if self.kind else frozenset({"id"})

    @property
    def first(self) -> str:
        """The line to begin with."""
        return self.sections[0].fields[0].name if self.kind == "waivers" else f"{TITLE}{language()}"

    @property
    def shown(self) -> Mapping[str, str | None]:
        """What the lines say at first."""
        return texts(self.kind, self._said, self._id, language())

    def offered(self, field: FormField) -> list[Choice]:
        """What may stand in a line, as far as that can be known."""
        return choices_of(field, self.state.history.document.plan)

    def made(self, typed: Mapping[str, str]) -> State | Refused | None:
        """The plan with what was typed; None where that is as before.

        Raises:
            Mistyped: at the first line that the plan cannot take.
        """
        plan = self.state.schedule.plan
        changed = changes(plan, self.kind, self._said, typed, language())
        if self.kind and self.key is None:
            key = len(plan.waivers) if self.kind == "waivers" else self._new_id(plan, typed)
            return attempt(self.state, (SetPlanField((self.kind, key), made_of(changed)),))
        edits: list[tuple[str, Edit]] = [*setting(self.way, changed)]
        if self._id and (id_ := self._other_id(plan, typed)) != self._id:
            edits.append(("id", RenameEntry(cast("Kind", self.kind), self._id, id_)))
        if not edits:
            return None
        made = attempt(self.state, (edit for _name, edit in edits))
        if isinstance(made, Refused):
            self._find_line(edits)
        return made

    def preview(self, made: State) -> str:
        """What that does to the plan."""
        return change(self.state.schedule, made.schedule)

    def done(self, made: State) -> str:
        """That it was added; "" where it was there."""
        if not self.kind or self.key is not None:
            return ""
        entries = getattr(made.history.document.plan, self.kind)
        key = len(entries) - 1 if self.kind == "waivers" else [*entries][-1]
        return _("added: {name}").format(name=replace(self, state=made, key=key).name)

    @property
    def _said(self) -> dict[str, Any]:
        plan = self.state.history.document.plan
        if not self.kind:
            return plan.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"tasks", *KINDS})
        if self.key is None:
            return {}
        entry: Entry = getattr(plan, self.kind)[self.key]
        return entry.model_dump(mode="json", by_alias=True, exclude_unset=True)

    @property
    def _id(self) -> str:
        """Its id; "" for the plan, a waiver, and what is new."""
        return self.key if isinstance(self.key, str) else ""

    def _other_id(self, plan: Plan, typed: Mapping[str, str]) -> str:
        """The id that was typed, if it may be given."""
        wanted = typed["id"].strip()
        if wanted != self._id and wanted in getattr(plan, self.kind):
            raise Mistyped("id", _("the id {id} is taken").format(id=wanted))
        return wanted

    def _new_id(self, plan: Plan, typed: Mapping[str, str]) -> str:
        taken, wanted = getattr(plan, self.kind), self._other_id(plan, typed)
        titles = [typed[f"{TITLE}{each}"].strip() for each in ("en", *LANGUAGES)]
        title = next(filter(None, titles), "")
        if not wanted and not title:
            raise Mistyped("id", _("it needs a title or an id"))
        return wanted or free_id(taken, title)

    def _find_line(self, edits: list[tuple[str, Edit]]) -> None:
        """Raise what the plan's file says against the first line it cannot take.

        Raises:
            Mistyped: if there is one.
        """
        document = self.state.history.document
        for name, edit in edits:
            try:
                document = apply(document, edit).document
            except EditRefused as refusal:
                raise Mistyped(name, refusal.message) from None
