"""The first line: which plan and model, when it ends, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from transition_planner.locales import _, ngettext
from transition_planner.locales.dates import long_date
from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.lines import Lines
from transition_planner.tui.painting.text import fit
from transition_planner.tui.painting.titles import model_title, one_line
from transition_planner.tui.state.tally import last_day

if TYPE_CHECKING:
    from transition_planner.tui.painting.ink import Run
    from transition_planner.tui.state.state import State

_GAP = "   "


class Headline(Lines):
    """One line; what is of least use goes first where it is too narrow."""

    ground = Ground.HEADING

    def __init__(self, state: State, *, read_only: bool, mode: str = "") -> None:
        super().__init__()
        self._mode = mode
        self._state = state
        self._read_only = read_only
        self._findings: int | None = None

    def show(self, state: State) -> None:
        """Show another state; findings counted for another plan are no longer told."""
        before, self._state = self._state, state
        if state.history.document.plan is not before.history.document.plan:
            self._findings = None
        if state.schedule is not before.schedule or state.history is not before.history:
            self.redraw()

    def show_findings(self, number: int) -> None:
        """Tell how many findings the check has."""
        self._findings = number
        self.redraw()

    def paint(self, y: int, width: int) -> list[Run]:  # noqa: ARG002  # there is one line
        """Mode, title and model left, figures right."""
        schedule = self._state.schedule
        title = one_line(schedule.plan.title)
        model = model_title(schedule.plan, self._state.model)
        figures = self._figures()
        while figures and sum(cell_len(text) + len(_GAP) for text, _ink in figures) > width * 3 // 4:
            figures.pop()
        right = sum(cell_len(text) + len(_GAP) for text, _ink in figures)
        left = (f" {self._mode} ·" if self._mode else "") + f" {title}" + (f" · {model}" if model else "")
        painted: list[Run] = [(fit(left, max(width - right - 1, 0)), Ink.PHASE, Ground.HEADING)]
        for text, ink in figures:
            painted += [(_GAP, Ink.TEXT, Ground.HEADING), (text, ink, Ground.HEADING)]
        return painted

    def _figures(self) -> list[tuple[str, Ink]]:
        """What is told, what matters most first."""
        schedule = self._state.schedule
        if not len(schedule.outline):
            return []
        critical = len(schedule.critical_tasks)
        waiting = sum(not schedule.outline.tasks[row].is_phase for row in schedule.undated)
        figures = [
            (
                ngettext("{count} task without dates", "{count} tasks without dates", waiting).format(
                    count=waiting
                ),
                Ink.MISSED,
            )
            if waiting
            else (_("ends {day}").format(day=long_date(last_day(schedule))), Ink.PHASE),
            (_("{count} critical").format(count=critical), Ink.CRITICAL if critical else Ink.FAINT),
        ]
        if self._read_only:
            figures.insert(1, (_("read-only"), Ink.NEAR))
        elif self._state.history.changed:
            figures.insert(1, (_("not saved"), Ink.NEAR))
        if self._findings is not None:
            said = ngettext("{count} finding", "{count} findings", self._findings).format(
                count=self._findings
            )
            figures.append((said, Ink.NEAR if self._findings else Ink.FAINT))
        return figures
