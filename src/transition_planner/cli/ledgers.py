"""The plan's ledger, brought in step with what a command sends."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.output import say
from transition_planner.locales import _

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.export.ics.laws import Laws
    from transition_planner.export.ledger.ledger import Ledger
    from transition_planner.schedule.schedule import Schedule


def revised_option() -> click.Option:
    """`--revised`, the moment of the revision that is sent; the command gets `revised`, in UTC."""
    return click.Option(
        ["--revised"],
        metavar="MOMENT",
        callback=_moment,
        help=_("When the plan was revised, as 2027-03-01T12:00Z. [default: the last commit of its file]"),
    )


def _moment(_ctx: click.Context, _param: click.Parameter, value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise click.BadParameter(
            _("{value} is not a moment: write day, time and time zone as in 2027-03-01T12:00Z").format(
                value=repr(value)
            )
        )
    return moment.astimezone(UTC)


def advanced_ledger(
    path: Path, schedule: Schedule, laws: Laws, revised: datetime | None, *, write: bool = True
) -> Ledger:
    """The ledger beside the plan, brought in step with a schedule and, unless nothing is sent, written.

    Raises:
        Failure: if nothing tells when the plan was revised, or the ledger cannot be read.
    """
    from transition_planner.export.ledger.advancing import advance  # noqa: PLC0415  # 60 ms that help does not need
    from transition_planner.export.ledger.committed import NotCommitted, committed  # noqa: PLC0415  # as above
    from transition_planner.export.ledger.ledger import (  # noqa: PLC0415  # as above
        LedgerFileError,
        ledger_path,
        read_ledger,
    )
    from transition_planner.export.writing import write_whole  # noqa: PLC0415  # as above
    from transition_planner.planfile.datefiles.resolving import live_files  # noqa: PLC0415  # as above

    file = ledger_path(path)
    try:
        before = read_ledger(file, schedule.plan.id)
        ledger = advance(schedule, before, revised or committed(path, live_files(schedule.plan)), laws)
    except NotCommitted as unknown:
        raise Failure(str(unknown), Exit.USAGE) from unknown
    except LedgerFileError as error:
        raise Failure(str(error), Exit.UNREADABLE) from error
    if write and write_whole(file, ledger.encoded()):
        say(_("What was sent is noted in {file}: keep it with the plan.").format(file=file))
    return ledger
