"""The terminal interface. Only this room knows Textual, and importing it loads nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from transition_planner.locales import _

if TYPE_CHECKING:
    from transition_planner.locales import Language
    from transition_planner.plan.plan import Plan

DEMO = Path(__file__).parent / "demo.yaml"
"""A small plan to try things out: plans/demo, which is not installed with the program."""


def run(
    path: Path | None,
    model: str | None = None,
    language: Language = "en",
    *,
    read_only: bool = False,
    baseline: Plan | None = None,
) -> int:
    """Open a plan in the terminal and give the exit code when it is left.

    Args:
        path: The plan's folder or file; None for a small plan to try things out, which has no file.
        model: The model to show; absent the chosen one, else the first.
        language: What the interface speaks.
        read_only: Whether commands that edit are refused.
        baseline: The plan as it once was, to be drawn beside it.

    Raises:
        PlanFileError: if the plan cannot be read.
        NoWorkingTime: if a calendar has no working time where a task needs it.
    """
    from transition_planner.planfile.history import History  # noqa: PLC0415  # as below
    from transition_planner.planfile.loading import load, parse  # noqa: PLC0415  # as below
    from transition_planner.tui.app import PlanApp  # noqa: PLC0415  # 200 ms that only the TUI may cost
    from transition_planner.tui.keys.keymap import keymap_file, read_keymap  # noqa: PLC0415  # as above
    from transition_planner.tui.memory import memory_file  # noqa: PLC0415  # as above

    app = PlanApp(
        History.of(parse(DEMO.read_text("utf-8")) if path is None else load(path)),
        model,
        language,
        read_only=read_only,
        keymap=read_keymap(keymap_file()),
        memory=memory_file(),
        hello=_("a plan to try things out: it has no file, nothing is kept unless you save it")
        if path is None
        else "",
        baseline=baseline,
    )
    return app.run() or app.return_code or 0
