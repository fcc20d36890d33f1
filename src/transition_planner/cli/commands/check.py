"""Find what is wrong or doubtful in the plan.

All findings at once, each with its place in the file and what to do about it. Ends with 1 where there are
errors, and with 3 where the file cannot be read as a plan; warnings and remarks alone end with 0, unless
`--fail-on` says otherwise. PLAN may be `-` for the standard input.

JSON: {path, readable, models, errors, warnings, remarks, findings: [{code, severity, message, hint, file,
line, column}], waived: [{as in findings, why, until}], known}; of several plans a list of these. Severity is error,
warning or info; errors, warnings and remarks are their numbers; file, line and column are null where a
finding has no place; waived is what the plan's own waivers except, known the number of findings that `--since` leaves
out. With `--report`: [{path, model, metrics:
[{number, name, value, limit, verdict, offenders}]}]; verdict is passed, failed or n/a.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.findings import counted
from transition_planner.cli.opening import require_model, told_as_failures
from transition_planner.cli.options import STDIN, json_option, language_option, several_plans
from transition_planner.cli.output import put, say
from transition_planner.cli.past_states import past_of
from transition_planner.cli.report import Report
from transition_planner.cli.standard_input import load_named
from transition_planner.locales import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from transition_planner.plan.finding import Finding

ALL = "all"
FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab")
FAILING = {
    "error": ("error",),
    "warning": ("error", "warning"),
    "info": ("error", "warning", "info"),
    "never": (),
}
"""The severities that make the program end with 1, by what `--fail-on` says."""


@click.command()
@several_plans
@click.option("--model", metavar="NAME", help=_("Only this model. [default: all]"))
@click.option("--format", "form", type=click.Choice(FORMATS), help=_("How to print. [default: text]"))
@click.option("--select", metavar="CODES", multiple=True, help=_("Only these rules: TP201,TP6 …"))
@click.option("--ignore", metavar="CODES", multiple=True, help=_("All rules but these."))
@click.option(
    "--fail-on",
    type=click.Choice(tuple(FAILING)),
    default="error",
    help=_("End with 1 from this severity on. [default: error]"),
)
@click.option(
    "--report",
    type=click.Choice(("dcma", "gao")),
    help=_("Print DCMA's 14 points, or GAO's 10 practices, of each model instead."),
)
@click.option(
    "--since", metavar="REVISION", help=_("Only what is new since a revision: a commit, tag or date.")
)
@language_option
@json_option
def command(
    paths: tuple[Path, ...],
    model: str | None,
    form: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    report: str | None,
    since: str | None,
    *,
    as_json: bool,
) -> Exit:
    """Find what is wrong or doubtful in the plan."""
    if report is not None:
        return _assess(paths, model, report, as_json=as_json)
    wanted, unwanted = _codes(select), _codes(ignore)
    if since is not None and STDIN in paths:
        raise Failure(_("--since is about a plan's file: the standard input has no history."), Exit.USAGE)
    reports = [_report(path, model, wanted, unwanted, since) for path in paths]
    form = "json" if as_json else form or "text"
    reporter = import_module(f"transition_planner.cli.reporters.{form}")
    for line in reporter.lines(reports):
        put(line)
    if form == "text":
        for each in reports:
            say(_summary(each))
    if any(each.models is None for each in reports):
        return Exit.UNREADABLE
    failing = FAILING[fail_on]
    failed = any(finding.severity in failing for each in reports for finding in each.findings)
    return Exit.FINDINGS if failed else Exit.FINE


def _assess(paths: Sequence[Path], model: str | None, report: str, *, as_json: bool) -> Exit:
    from transition_planner.cli.assessing import put_assessments  # noqa: PLC0415  # 100 ms that help does not need

    documents = []
    for path in paths:
        with told_as_failures(path):
            document = load_named(path)
        if model not in (None, ALL):
            require_model(document.plan, model)
        models = tuple(document.plan.models) if model in (None, ALL) else (model,)
        documents.append((document, models or (None,)))
    put_assessments(documents, report, as_json=as_json)
    return Exit.FINE


def _report(
    path: Path, model: str | None, wanted: tuple[str, ...], unwanted: tuple[str, ...], since: str | None
) -> Report:
    """What is found in one plan of what was asked for; what keeps it from being read is always told.

    Raises:
        Failure: if the plan has no such model, or its history no such revision.
    """
    from transition_planner.planfile.loading import PlanFileError  # noqa: PLC0415  # 100 ms that help does not need

    try:
        document = load_named(path)
    except PlanFileError as error:
        return Report(str(path), None, error.findings)
    if model not in (None, ALL):
        require_model(document.plan, model)
    from transition_planner.checks.run import checked  # noqa: PLC0415  # as above

    models = tuple(document.plan.models) if model in (None, ALL) else (model,)
    today = date.today()  # noqa: DTZ011  # the day on the user's wall
    past = past_of(document, since)
    found = checked(document, models, today=today, asked=wanted, past=past)

    def asked_for(finding: Finding) -> bool:
        return finding.code.startswith(wanted or "") and not (unwanted and finding.code.startswith(unwanted))

    findings = told = tuple(filter(asked_for, found.findings))
    if past.since is not None:
        from transition_planner.checks.news import news  # noqa: PLC0415  # 5 ms that only --since needs

        shared = [name for name in models if name in past.since.plan.models]
        before = checked(past.since, shared, today=today, asked=wanted, past=replace(past, since=None))
        told = news(document, findings, past.since, before.findings)
    waived = tuple(each for each in found.waived if asked_for(each.finding))
    return Report(str(path), models, told, waived, len(findings) - len(told))


def _codes(options: Sequence[str]) -> tuple[str, ...]:
    """Codes, or beginnings of codes, of an option given several times or with commas."""
    return tuple(code.strip().upper() for option in options for code in option.split(",") if code.strip())


def _summary(report: Report) -> str:
    counts = counted(report.findings)
    if report.models is None:
        return _("{path} cannot be read as a plan: {counts}.").format(path=report.path, counts=counts)
    more = [counts]
    if report.waived:
        more.append(ngettext("{n} waived", "{n} waived", len(report.waived)).format(n=len(report.waived)))
    if report.known:
        more.append(ngettext("{n} known before", "{n} known before", report.known).format(n=report.known))
    return _("{path}: {counts}.").format(path=report.path, counts=", ".join(more))
