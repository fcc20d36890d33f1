"""Assessments of plans, DCMA's or GAO's, as tables or as JSON."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from transition_planner.checks.assessment import Verdict, assessment
from transition_planner.checks.context import UnscheduledError
from transition_planner.checks.practices import practices
from transition_planner.checks.run import contexts
from transition_planner.cli.checking import models_of
from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.opening import told_as_failures
from transition_planner.cli.output import put, put_json, put_table, say
from transition_planner.cli.past_states import past_of
from transition_planner.cli.standard_input import load_named
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from transition_planner.checks.assessment import Metric


REPORTS = {"dcma": assessment, "gao": practices}
"""What each report measures in a model."""


def assess(
    paths: Sequence[Path], model: str | None, report: str, others: Sequence[str], *, as_json: bool
) -> Exit:
    """Print an assessment of each model of each plan; a model without a schedule has none.

    Of several plans those that can be assessed are; how the command ends tells of the others.

    Raises:
        Failure: of a plan that is alone, or where `others`, options that only a search has, were given.
    """
    if others:
        raise Failure(
            _("--report only measures: leave out {options}.").format(options=", ".join(others)), Exit.USAGE
        )
    told: list[dict[str, Any]] = []
    ended = Exit.FINE
    for path in paths:
        try:
            for name, metrics in _assessments(path, model, report):
                told.append({"path": str(path), "model": name, "metrics": list(map(_data, metrics))})
                if not as_json:
                    _put(f"{path}, {name}" if name else str(path), metrics)
        except Failure as failure:
            if len(paths) == 1:
                raise
            say(_("Error: {message}").format(message=failure))
            ended = failure.code
    if as_json:
        put_json(told)
    return ended


def _assessments(path: Path, model: str | None, report: str) -> Iterator[tuple[str | None, Sequence[Metric]]]:
    with told_as_failures(path):
        document = load_named(path)
    models = models_of(document, model) or (None,)
    today = date.today()  # noqa: DTZ011  # the day on the user's wall
    for context in contexts(document, models, today, past_of(document, None)):
        try:
            yield context.model, REPORTS[report](context)
        except UnscheduledError:
            yield context.model, ()


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
    words = {Verdict.PASSED: _("passed"), Verdict.FAILED: _("failed"), Verdict.NOT_APPLICABLE: _("n/a")}
    put_table(
        [
            (
                str(each.number),
                each.name,
                each.value,
                each.limit,
                words[each.verdict],
                ", ".join(each.offenders),
            )
            for each in metrics
        ],
        indent="  ",
        numbers=(0,),
    )
