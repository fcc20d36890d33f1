"""What people ticked in their to-dos, offered as edits of the plan."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from transition_planner.cli.editing import edited, offered
from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.output import put_json, say
from transition_planner.locales import _
from transition_planner.planfile.changedlines import changed_lines

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.export.ledger.ledger import Ledger
    from transition_planner.planfile.document import Document
    from transition_planner.publish.caldav.connection import Connection
    from transition_planner.publish.caldav.pulling import Report
    from transition_planner.schedule.schedule import Schedule


def pulled(
    connection: Connection,
    document: Document,
    schedule: Schedule,
    path: Path,
    *,
    agreed: bool,
    as_json: bool,
) -> Exit:
    """Show what the plan would take over, and write it on consent.

    Raises:
        Failure: if an edit is refused, or a file cannot be read or written.
        ServerTrouble: if the server cannot be used.
    """
    from transition_planner.publish.caldav.pulling import Pulling  # noqa: PLC0415  # 60 ms that help does not need

    found = Pulling(schedule, _ledger(path, schedule)).pull(connection, document.path or path)
    fitting = [each for each in found.reports if not each.contested]
    after = edited(document, (edit for each in fitting for edit in each.edits))
    lines = changed_lines(document, after)
    if not as_json:
        for each in found.reports:
            say(_sentence(each))
    written = bool(lines) and offered(document, after, agreed=agreed, as_json=as_json)
    if written:
        for each in fitting:
            found.taken(each)
    if as_json:
        put_json(
            {
                "calendar": found.path,
                "changed": lines,
                "written": written,
                "reports": [_data(each) for each in found.reports],
            }
        )
    elif not found.reports:
        say(_("Nobody ticked anything since the plan was published."))
    return Exit.FINE if (written or not lines) and fitting == [*found.reports] else Exit.FINDINGS


def _ledger(path: Path, schedule: Schedule) -> Ledger:
    """The plan's ledger, by which renamed tasks keep their to-dos; when that was is of no importance here.

    Raises:
        Failure: if it cannot be read.
    """
    from transition_planner.export.ledger.advancing import advance  # noqa: PLC0415  # as above
    from transition_planner.export.ledger.ledger import (  # noqa: PLC0415  # as above
        LedgerFileError,
        ledger_path,
        read_ledger,
    )

    try:
        ledger = read_ledger(ledger_path(path), schedule.plan.id)
    except LedgerFileError as error:
        raise Failure(str(error), Exit.UNREADABLE) from error
    return advance(schedule, ledger, ledger.changed or datetime.fromtimestamp(0, UTC))


def _sentence(report: Report) -> str:
    said = _("{task}: {percent} % in the calendar, {plan} % in the plan.").format(
        task=report.task, percent=report.server.percent, plan=report.plan.percent
    )
    if not report.contested:
        return said
    return _("{said} Both have changed since it was published: it is left alone.").format(said=said)


def _data(report: Report) -> dict[str, str | int | bool | None]:
    day = report.server.day
    return {
        "task": report.task,
        "plan": report.plan.percent,
        "server": report.server.percent,
        "day": day.isoformat() if day else None,
        "contested": report.contested,
    }
