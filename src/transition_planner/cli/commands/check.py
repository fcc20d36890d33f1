"""Find what is wrong or doubtful in the plan.

All findings at once, each with its place in the file and what to do about it. Ends with 1 where there are
errors, and with 3 where the file cannot be read as a plan; warnings and remarks alone end with 0.

JSON: {path, readable, models, errors, warnings, remarks, findings: [{code, severity, message, hint, file,
line, column}]}. Severity is error, warning or info; errors, warnings and remarks are their numbers; file,
line and column are null where a finding has no place.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.findings import counted, counts, finding_data, text_of
from transition_planner.cli.opening import require_model
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put, put_json, say
from transition_planner.locales import _

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.plan.finding import Finding

ALL = "all"


@click.command()
@plan_options(model=_("Only this model. [default: all]"))
@language_option
@json_option
def command(path: Path, model: str | None, *, as_json: bool) -> Exit:
    """Find what is wrong or doubtful in the plan."""
    from transition_planner.planfile.loading import PlanFileError, load  # noqa: PLC0415  # 100 ms that help does not need

    try:
        document = load(path)
    except PlanFileError as error:
        _tell(path, None, error.findings, as_json=as_json)
        return Exit.UNREADABLE
    if model not in (None, ALL):
        require_model(document.plan, model)
    from transition_planner.checks.run import check  # noqa: PLC0415  # as above

    models = tuple(document.plan.models) if model in (None, ALL) else (model,)
    findings = check(document, models, today=date.today())  # noqa: DTZ011  # the day on the user's wall
    _tell(path, models, findings, as_json=as_json)
    return Exit.FINDINGS if counts(findings)[0] else Exit.FINE


def _tell(
    path: Path, models: tuple[str, ...] | None, findings: tuple[Finding, ...], *, as_json: bool
) -> None:
    """Print the findings; None as models says that the file could not be read."""
    if as_json:
        errors, warnings, remarks = counts(findings)
        put_json(
            {
                "path": str(path),
                "readable": models is not None,
                "models": list(models or ()),
                "errors": errors,
                "warnings": warnings,
                "remarks": remarks,
                "findings": [finding_data(finding) for finding in findings],
            }
        )
        return
    if findings:
        put(text_of(findings))
    if models is None:
        say(_("{path} cannot be read as a plan: {counts}.").format(path=path, counts=counted(findings)))
    else:
        say(_("{path}: {counts}.").format(path=path, counts=counted(findings)))
