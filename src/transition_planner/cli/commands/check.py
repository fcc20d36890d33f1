"""Find what is wrong or doubtful in the plan.

All findings at once, each with its place in the file and what to do about it. Ends with 1 where there are
errors, and with 3 where the file cannot be read as a plan; warnings and remarks alone end with 0, unless
`--fail-on` says otherwise. PLAN may be `-` for the standard input. Of several plans each is looked at, also where
another cannot be read or has no model of the name, which is an error then.

With `--fix`, findings that an edit ends which moves no date are mended: links that others make needless, waivers that
do nothing. What changes is shown, and written once you agree. Ends with 1 where it is not written.

`--report` only measures: whatever it finds, it ends with 0.

JSON: {path, readable, models, errors, warnings, remarks, findings: [{code, severity, message, hint, file, line,
column, fix}], waived: [{as in findings, why, until}], known, changed, written, mended}; of several plans a list of
these. Severity is error, warning or info; errors, warnings and remarks are their numbers; file, line and column are
null where a finding has no place, and fix, which says what `--fix` does about it, where there is none; waived is what
the plan's own waivers except, known the number of findings that `--since` leaves out. Of `--fix`, changed are the
lines it takes out (-) and puts in (+), written whether it has, and mended the number of findings that are gone by
that. With `--report`: [{path, model, metrics: [{number, name, value, limit, verdict, offenders}]}]; verdict is
passed, failed or n/a.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from transition_planner.cli.checking import Search, codes
from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.findings import counted
from transition_planner.cli.fixing import mended
from transition_planner.cli.options import STDIN, json_option, language_option, several_plans, yes_option
from transition_planner.cli.output import put, say
from transition_planner.locales import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.cli.report import Report

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
@click.option(
    "--fix",
    is_flag=True,
    help=_("Mend what can be mended without moving a date, after showing what changes."),
)
@yes_option
@language_option
@json_option
def command(
    paths: tuple[Path, ...],
    model: str | None,
    form: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    report: str | None,
    since: str | None,
    *,
    fix: bool,
    yes: bool,
    as_json: bool,
) -> Exit:
    """Find what is wrong or doubtful in the plan."""
    if report is not None:
        from transition_planner.cli.assessing import assess  # noqa: PLC0415  # 100 ms that help does not need

        others = {
            "--format": form not in {None, "text", "json"},
            "--select": select,
            "--ignore": ignore,
            "--since": since,
            "--fix": fix,
            "--yes": yes,
            "--fail-on": fail_on,
        }
        return assess(
            paths,
            model,
            report,
            [name for name, given in others.items() if given],
            as_json=as_json or form == "json",
        )
    if since is not None and STDIN in paths:
        raise Failure(_("--since is about a plan's file: the standard input has no history."), Exit.USAGE)
    if fix and STDIN in paths:
        raise Failure(_("--fix writes a plan's file: the standard input is none."), Exit.USAGE)
    search = Search(model, codes(select), codes(ignore), since, among_others=len(paths) > 1)
    form = "json" if as_json else form or "text"
    reports = [search.read(path) for path in paths]
    if fix:
        reports = [mended(each, search, agreed=yes, shown=form == "text") for each in reports]
    reporter = import_module(f"transition_planner.cli.reporters.{form}")
    for line in reporter.lines(reports):
        put(line)
    if form == "text":
        for each in reports:
            say(_summary(each))
    if any(each.models is None for each in reports):
        return Exit.UNREADABLE
    failing = FAILING[fail_on or "error"]
    failed = any(finding.severity in failing for each in reports for finding in each.findings)
    failed |= any(each.changed and not each.written for each in reports)
    return Exit.FINDINGS if failed else Exit.FINE


def _summary(report: Report) -> str:
    counts = counted(report.findings)
    if report.models is None:
        return _("{path} cannot be read as a plan: {counts}.").format(path=report.path, counts=counts)
    more = [counts]
    if report.waived:
        more.append(ngettext("{n} waived", "{n} waived", len(report.waived)).format(n=len(report.waived)))
    if report.mended:
        more.append(ngettext("{n} mended", "{n} mended", report.mended).format(n=report.mended))
    if report.fixes:
        fixable = len(report.fixes)
        more.append(ngettext("{n} fixable with --fix", "{n} fixable with --fix", fixable).format(n=fixable))
    if report.known:
        more.append(ngettext("{n} known before", "{n} known before", report.known).format(n=report.known))
    return _("{path}: {counts}.").format(path=report.path, counts=", ".join(more))
