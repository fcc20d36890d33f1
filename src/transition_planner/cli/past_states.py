"""Earlier states of a plan for `check`: its baseline, and the revision since which news are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.cli.history import history_told
from transition_planner.cli.options import STDIN

if TYPE_CHECKING:
    from transition_planner.checks.past import Past
    from transition_planner.planfile.document import Document


def past_of(document: Document, revision: str | None) -> Past:
    """What git knows of a plan: the baseline that it names, and the plan at a revision.

    A plan that was not yet there at the revision, or could not be read, has no earlier state.

    Raises:
        Failure: if there is no such revision.
    """
    from transition_planner.checks.past import Past  # noqa: PLC0415  # 100 ms that help does not need

    baseline, problem = _baseline(document)
    return Past(baseline, problem, _since(document, revision))


def _baseline(document: Document) -> tuple[Document | None, str | None]:
    name, file = document.plan.baseline, document.path
    if name is None or file is None or file == STDIN:
        return None, None
    from transition_planner.compare.revisions import plan_at  # noqa: PLC0415  # as below
    from transition_planner.git.repository import HistoryError  # noqa: PLC0415  # 10 ms that plans without a baseline spare

    try:
        return plan_at(file, name).document, None
    except HistoryError as error:
        return None, str(error)


def _since(document: Document, revision: str | None) -> Document | None:
    if revision is None or document.path is None:
        return None
    from transition_planner.compare.revisions import NoPlanError, plan_at  # noqa: PLC0415  # as above

    with history_told():
        try:
            return plan_at(document.path, revision).document
        except NoPlanError:
            return None
