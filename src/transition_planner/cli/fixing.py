"""`check --fix`: the fixes of what was found, shown and made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from transition_planner.cli.editing import offered
from transition_planner.cli.output import say
from transition_planner.locales import _
from transition_planner.planfile.changedlines import changed_lines

if TYPE_CHECKING:
    from transition_planner.cli.checking import Search
    from transition_planner.cli.report import Report


def mended(report: Report, search: Search, *, agreed: bool, shown: bool) -> Report:
    """What is found in a plan once its fixes are made; the report itself where they are not.

    Args:
        report: What was found.
        search: What was looked for.
        agreed: Whether they are made without a question.
        shown: Whether the lines that change are printed, and the person is asked.

    Raises:
        Failure: if the file cannot be written; it is as it was then.
    """
    if report.document is None or not report.fixes:
        return report
    from transition_planner.checks.fixing import fixed  # noqa: PLC0415  # 10 ms that only --fix needs

    before = report.document
    after = fixed(before, lambda document: search.report(report.path, document).fixes)
    lines = changed_lines(before, after)
    if not lines:
        say(_("{path} is written in a way that only a text editor can change.").format(path=report.path))
        return report
    if shown:
        say(f"{report.path}:")
    if not offered(before, after, agreed=agreed, as_json=not shown):
        return replace(report, changed=tuple(lines))
    now = search.report(report.path, after)
    return replace(now, changed=tuple(lines), written=True, mended=len(report.fixes) - len(now.fixes))
