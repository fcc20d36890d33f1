"""Assessments of plans, DCMA's or GAO's, as tables or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.checks.assessment import assessment
from transition_planner.checks.context import UnscheduledError
from transition_planner.checks.practices import practices
from transition_planner.checks.run import contexts
from transition_planner.checks.wording import listed
from transition_planner.cli.output import put, put_json, put_table
from transition_planner.cli.past_states import past_of
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.checks.assessment import Metric
    from transition_planner.planfile.document import Document


REPORTS = {"dcma": assessment, "gao": practices}
"""What each report measures in a model."""


def put_assessments(
    documents: Sequence[tuple[Document, Sequence[str | None]]], report: str, *, as_json: bool
) -> None:
    """Print an assessment of each model of each plan; a model without a schedule has none."""
    told: list[dict[str, Any]] = []
    for document, models in documents:
        for context in contexts(document, models, past=past_of(document, None)):
            try:
                metrics = REPORTS[report](context)
            except UnscheduledError:
                metrics = ()
            told.append({"path": document.name, "model": context.model, "metrics": list(map(_data, metrics))})
            if not as_json:
                _put(f"{document.name}, {context.model}" if context.model else document.name, metrics)
    if as_json:
        put_json(told)


def _data(metric: Metric) -> dict[str, Any]:
    return {
        "number": metric.number,
        "name": metric.name,
        "value": metric.value,
        "limit": metric.limit,
        "verdict": metric.verdict.value,
        "offenders": list(metric.offenders),
    }


def _put(title: str, metrics: Sequence[Metric]) -> None:
    put(title)
    if not metrics:
        put("  " + _("There are no dates: `transition-planner check` tells why."))
        return
    put_table(
        [
            (str(each.number), each.name, each.value, each.limit, each.verdict.value, listed(each.offenders))
            for each in metrics
        ],
        indent="  ",
        numbers=(0,),
    )
