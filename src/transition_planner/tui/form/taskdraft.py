"""The form about a task, several together, or a new one, and the plan that what is typed would make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from transition_planner.locales import _, language, ngettext
from transition_planner.plan.task import Task
from transition_planner.planfile.edits import AddTask
from transition_planner.tui.form.completing import offered
from transition_planner.tui.form.fieldedits import added, checked_id, edits
from transition_planner.tui.form.fields import TITLE, WITHOUT_TASKS, form_fields, sections
from transition_planner.tui.form.fieldtexts import values
from transition_planner.tui.gestures import (
    added_phase,
    first_task,
    membership,
    new_id,
    place_below,
    place_beside,
    row_of,
)
from transition_planner.tui.painting.titles import heading, short, title_of
from transition_planner.tui.state.attempt import attempt
from transition_planner.tui.state.change import change, outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.tui.dialogs.picker import Choice
    from transition_planner.tui.form.fields import FormField, Section
    from transition_planner.tui.state.attempt import Refused
    from transition_planner.tui.state.state import State


_NOTHING = Task.model_construct()


class NewTask(Enum):
    """What is added."""

    TASK = auto()
    PHASE = auto()
    FIRST = auto()
    """The first task of a phase just added, in place of the one under the cursor that the phase was given."""


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A form being filled in, above a state that it does not change."""

    state: State
    ids: tuple[str, ...] = ()
    """The tasks that are edited, in the model shown."""
    new: NewTask | None = None
    """What is added instead."""

    @property
    def heading(self) -> str:
        """What the form is about."""
        if self.new is NewTask.FIRST:
            outline, row = self.state.schedule.outline, row_of(self.state)
            return _("First task of “{phase}”").format(phase=heading(title_of(outline, outline.parent[row])))
        if self.new is not None:
            return _("New phase") if self.new is NewTask.PHASE else _("New task")
        if len(self.ids) > 1:
            number = len(self.ids)
            return ngettext("{count} task together", "{count} tasks together", number).format(count=number)
        outline = self.state.schedule.outline
        return heading(title_of(outline, outline.row[self.ids[0]]))

    @property
    def sections(self) -> tuple[Section, ...]:
        """All lines."""
        return sections()

    @property
    def first(self) -> str:
        """The line to begin with."""
        return f"{TITLE}{language()}" if self.new is not None else "duration"

    def offered(self, field: FormField) -> list[Choice]:
        """What may stand in a line, as far as that can be known."""
        return offered(field, self.state, self.ids)

    @property
    def hidden(self) -> frozenset[str]:
        """The lines that make no sense here."""
        phases = self.new is NewTask.PHASE or any(task.is_phase for task in self._tasks)
        names = {field.name for field in form_fields()}
        personal = {name for name in names if name == "id" or name.startswith(TITLE)}
        return frozenset((WITHOUT_TASKS if phases else set()) | (personal if len(self.ids) > 1 else set()))

    @property
    def shown(self) -> dict[str, str | None]:
        """What the lines say at first; None where several tasks say different things."""
        if self.new is not None:
            duration = "" if self.new is NewTask.PHASE else "1d"
            return {**values("", _NOTHING, language()), "duration": duration}
        told = [values(id_, task, language()) for id_, task in zip(self.ids, self._tasks, strict=True)]
        return {
            name: text if all(each[name] == text for each in told) else None for name, text in told[0].items()
        }

    def made(self, typed: Mapping[str, str]) -> State | Refused | None:
        """The plan with what was typed; None where that is as before.

        Raises:
            Mistyped: at the first line that the plan cannot take.
        """
        if self.new is not None:
            return self._added(typed)
        changed = {name: text for name, text in typed.items() if text.strip() != (self.shown[name] or "")}
        outline = self.state.schedule.outline
        together = [
            edit
            for id_ in self.ids
            for edit in edits(self.state.schedule.plan, outline, id_, changed, language())
        ]
        cursor = typed["id"].strip() if len(self.ids) == 1 else self.state.cursor
        return attempt(self.state, together, cursor=cursor) if together else None

    def preview(self, made: State) -> str:
        """The dates that the plan would give, and what that does to it."""
        if made.cursor is None or len(self.ids) > 1:
            return change(self.state.schedule, made.schedule)
        return outcome(self.state.schedule, made.schedule, made.cursor)

    def done(self, made: State) -> str:
        """What was added, by its title; "" where it was there."""
        if self.new is None or made.cursor is None:
            return ""
        outline = made.schedule.outline
        return _("added “{task}”").format(task=short(title_of(outline, outline.row[made.cursor])))

    @property
    def _tasks(self) -> list[Task]:
        outline = self.state.schedule.outline
        return [outline.tasks[outline.row[id_]] for id_ in self.ids]

    def _added(self, typed: Mapping[str, str]) -> State | Refused:
        """The state with the new task or phase, the cursor on it."""
        plan = self.state.schedule.plan
        fields = {**membership(self.state), **added(plan, typed, language())}
        wanted = typed["id"].strip()
        id_ = checked_id(plan, wanted) if wanted else new_id(plan, typed["title-en"] or typed["title-fi"])
        if self.new is NewTask.FIRST:
            return attempt(self.state, first_task(self.state, id_, fields), id_, joining=True)
        if self.new is NewTask.PHASE:
            return attempt(self.state, added_phase(plan, id_, fields, *place_beside(self.state)), id_)
        return attempt(self.state, (AddTask(id_, fields, *place_below(self.state)),), id_)
