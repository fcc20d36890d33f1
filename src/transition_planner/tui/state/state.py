"""What the screen shows: one immutable value. Each command makes a new one from the old; nothing else changes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.scheduling import schedule
from transition_planner.tui.state.matching import Haystack, matching
from transition_planner.tui.state.rows import found_rows, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import Edit
    from transition_planner.planfile.history import History
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.state.order import Order
    from transition_planner.tui.state.rows import Rows
    from transition_planner.tui.state.timescale import Zoom


_RECENT = 16
"""Schedules that are kept. One that moves all of 10,000 tasks takes 4 MB and 0.1 s, one that moves few hardly any."""


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """A plan being looked at and edited."""

    history: History
    """The plan's document with all edits done and undone."""
    schedule: Schedule
    """Its dates, in the model shown."""
    rows: Rows
    line: int
    """The cursor's line; 0 in an empty plan."""
    collapsed: frozenset[str]
    """Ids of the phases whose tasks are hidden."""
    zoom: Zoom
    joined: frozenset[int] = frozenset()
    """Numbers of those edits done or undone that go with the edit before them, as one step."""
    wanted: str = ""
    """The filter: only what it means is on show, with the phases around that, be they collapsed or not."""
    marked: frozenset[str] = frozenset()
    """Ids of the tasks that commands mean in place of the one under the cursor."""
    columns: tuple[str, ...] = ()
    """Ids of the columns that were chosen; none: those for which there is room."""
    order: Order | None = None
    """The order of the tasks in each phase; None: that of the file."""
    haystack: Haystack = field(default_factory=Haystack)
    """What the filter searches; each state hands it on to the next."""
    recent: tuple[Schedule, ...] = ()
    """The schedules before this one, the last one first: what undo and redo lead back to."""

    @classmethod
    def opened(cls, history: History, model: str | None, zoom: Zoom) -> State:
        """The state to begin with."""
        scheduled = schedule(history.document.plan, model, partly=True)
        return cls(history, scheduled, rows(scheduled.outline, frozenset()), 0, frozenset(), zoom)

    @property
    def model(self) -> str | None:
        """The model shown."""
        return self.schedule.outline.model

    @property
    def row(self) -> int | None:
        """The outline's row under the cursor; None in an empty plan."""
        shown = self.rows.shown
        return shown[self.line] if shown else None

    @property
    def cursor(self) -> str | None:
        """The id of the task under the cursor; None in an empty plan."""
        row = self.row
        return None if row is None else self.schedule.outline.ids[row]

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids that commands mean: of the marked tasks, in their order, else of the one under the cursor."""
        row = self.schedule.outline.row
        marked = sorted((id_ for id_ in self.marked if id_ in row), key=row.__getitem__)
        return tuple(marked) or (() if self.cursor is None else (self.cursor,))

    def moved(self, lines: int) -> State:
        """The cursor some lines down, or up where negative; the ends hold it."""
        return self.at_line(self.line + lines)

    def at_line(self, line: int) -> State:
        """The cursor on the line nearest to this one."""
        line = max(0, min(line, len(self.rows) - 1))
        return self if line == self.line else replace(self, line=line)

    def at(self, task: str | None) -> State:
        """The cursor on a task, the phases it is in expanded and a filter ended that hides it.

        Unchanged where the model has no such task.
        """
        outline = self.schedule.outline
        row = outline.row.get(task or "")
        if row is None:
            return self
        if self.wanted:
            line = self.rows.line[row]
            if self.rows.shown[line : line + 1] == (row,):
                return self.at_line(line)
            return self.filtered("").at(task)
        around = set()
        parent = outline.parent[row]
        while parent >= 0:
            around.add(outline.ids[parent])
            parent = outline.parent[parent]
        state = self._collapsing(self.collapsed - around) if around & self.collapsed else self
        return state.at_line(state.rows.line[row])

    def toggled(self) -> State:
        """The phase under the cursor, or the phase around it, collapsed or expanded."""
        row = self.row
        outline = self.schedule.outline
        if row is None:
            return self
        if not outline.tasks[row].is_phase:
            row = outline.parent[row]
        if row < 0 or self.wanted:
            return self
        return self._collapsing(self.collapsed ^ {outline.ids[row]})

    def toggled_all(self) -> State:
        """All phases collapsed, or all expanded where some are collapsed."""
        outline = self.schedule.outline
        if self.wanted:
            return self
        if self.collapsed:
            return self._collapsing(frozenset())
        return self._collapsing(
            frozenset(id_ for id_, task in zip(outline.ids, outline.tasks, strict=True) if task.is_phase)
        )

    def filtered(self, wanted: str) -> State:
        """Only what a filter means on show; "" shows everything again. The cursor stays, or goes to what is nearest."""
        row = self.row
        return replace(self, wanted=wanted, line=0)._rearranged(row)  # noqa: SLF001  # of another state

    def at_found(self, direction: int) -> State:
        """The cursor on the next (1) or the one before (-1) of what the filter means, round the ends."""
        lines = [line for line, row in enumerate(self.rows.shown) if row in self.rows.found]
        if not lines:
            return self
        beyond = [line for line in lines if (line - self.line) * direction > 0]
        return self.at_line((beyond or lines)[0 if direction > 0 else -1])

    def marking(self, marked: frozenset[str]) -> State:
        """With these tasks marked."""
        return replace(self, marked=marked)

    def with_columns(self, columns: tuple[str, ...]) -> State:
        """With these columns in the table."""
        return replace(self, columns=columns)

    def ordered(self, order: Order | None) -> State:
        """With the tasks in each phase in another order, the cursor on the same task."""
        return replace(self, order=order)._rearranged(self.row)  # noqa: SLF001  # of another state

    def zoomed(self, zoom: Zoom) -> State:
        """Seen from another distance."""
        return replace(self, zoom=zoom)

    def in_model(self, model: str | None) -> State:
        """Another model of the plan."""
        plan = self.history.document.plan
        scheduled = self._known(plan, model) or schedule(plan, model, partly=True)
        return self._with(self.history, scheduled, self.cursor)

    def edit(self, edits: Iterable[Edit], cursor: str | None = None, *, joining: bool = False) -> State:
        """The plan with edits done, as one step to undo, and the cursor on a task.

        Args:
            edits: What is done.
            cursor: The task; absent the one under the cursor now.
            joining: Whether they go with the step before, as one.

        Raises:
            EditRefused: if the plan's file cannot take an edit.
            CycleError: if more tasks would wait for each other in a circle than do so now.
        """
        history = self.history
        first = len(history.done)
        for edit in edits:
            history = history.do(edit)
        joined = {number for number in self.joined if number < first} | set(
            range(first + (not joining), len(history.done))
        )
        return replace(self._without_new_circles(self._in(history, cursor)), joined=frozenset(joined))

    def rewritten(self, label: str, document: Document) -> State:
        """The plan with another text, as one step to undo.

        Raises:
            CycleError: as in `edit`.
        """
        return self._without_new_circles(self._one_more(self.history.rewritten(label, document)))

    def met(self, theirs: Document, here: Document, label: str) -> State:
        """The plan after another program has written its file (see `History.met`)."""
        return self._one_more(self.history.met(theirs, here, label))

    @property
    def label(self) -> str:
        """What the last step did, by its first edit; "" for nothing."""
        history = self.history
        while len(history.done) - 1 in self.joined:
            history = history.undo()
        return history.label

    def undone(self) -> State:
        """Without the last step; unchanged where there is none."""
        history = self.history.undo()
        while len(history.done) in self.joined:
            history = history.undo()
        return self._in(history, None)

    def redone(self) -> State:
        """With the step that was undone last; unchanged where there is none."""
        history = self.history.redo()
        while history.can_redo and len(history.done) in self.joined:
            history = history.redo()
        return self._in(history, None)

    def reading(self, history: History) -> State:
        """Another history of the same plan: saved, or read again from the file."""
        if history.document.plan is self.history.document.plan:
            return replace(self, history=history)
        return self._in(history, None)

    def _one_more(self, history: History) -> State:
        """With a history that has at most one step more."""
        done = len(self.history.done)
        joined = frozenset(number for number in self.joined if number < done)
        return replace(self._in(history, None), joined=joined)

    def _without_new_circles(self, after: State) -> State:
        """A state after an edit.

        Raises:
            CycleError: as in `edit`.
        """
        before = self.schedule.tangled if after.model == self.model else frozenset()
        if len(after.schedule.tangled) > len(before):
            known = {circle.path for circle in self.schedule.circles}
            circles = after.schedule.circles
            raise CycleError(next((circle for circle in circles if circle.path not in known), circles[0]))
        return after

    def _in(self, history: History, cursor: str | None) -> State:
        plan = history.document.plan
        model = self._model_in(plan)
        scheduled = self._known(plan, model) or schedule(plan, model, previous=self.schedule, partly=True)
        return self._with(history, scheduled, cursor or self.cursor)

    def _model_in(self, plan: Plan) -> str | None:
        """The model on show as another plan has it: under another id where it was renamed; None where it is gone."""
        before, after = [*self.history.document.plan.models], [*plan.models]
        if self.model is None or self.model in after:
            return self.model
        return after[before.index(self.model)] if len(after) == len(before) else None

    def _known(self, plan: Plan, model: str | None) -> Schedule | None:
        """The schedule of a plan that was on show not long ago."""
        return next((each for each in self.recent if each.plan is plan and each.model == model), None)

    def _with(self, history: History, scheduled: Schedule, cursor: str | None) -> State:
        before, after = self.schedule.outline, scheduled.outline
        same = after.ids is before.ids and after.depth is before.depth
        if self.wanted:
            # What an edit touched stays on show, so that one sees what became of it.
            touched = after.row.get(cursor or "")
            shown = self._shown(scheduled, () if touched is None else (touched,))
        else:
            shown = self.rows if same and self.order is None else self._shown(scheduled)
        if same and shown == self.rows:
            shown = self.rows
        line = min(self.line, max(len(shown) - 1, 0))
        recent = (self.schedule, *(each for each in self.recent if each is not scheduled))[:_RECENT]
        return replace(self, history=history, schedule=scheduled, rows=shown, line=line, recent=recent).at(
            cursor
        )

    def _shown(self, scheduled: Schedule, also: tuple[int, ...] = ()) -> Rows:
        """The rows on show for a schedule, by the filter or by what is collapsed."""
        if self.wanted:
            meant = (*matching(scheduled, self.wanted, self.haystack), *also)
            shown = found_rows(scheduled.outline, meant)
        else:
            shown = rows(scheduled.outline, self.collapsed)
        return shown if self.order is None else self.order.of(scheduled, shown)

    def _rearranged(self, row: int | None) -> State:
        """With the rows on show found anew, and the cursor on one of the outline's."""
        shown = self._shown(self.schedule)
        return replace(self, rows=shown).at_line(0 if row is None or not len(shown) else shown.line[row])

    def _collapsing(self, collapsed: frozenset[str]) -> State:
        return replace(self, collapsed=collapsed)._rearranged(self.row)  # noqa: SLF001  # of another state
