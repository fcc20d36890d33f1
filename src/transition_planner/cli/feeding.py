"""What the commands about feeds share: the feeds of a plan's file, and the words of their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.ledgers import advanced_ledger
from transition_planner.cli.opening import open_plan, open_schedule
from transition_planner.cli.output import say
from transition_planner.locales import _, language

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from transition_planner.publish.feed.feeds import Feed
    from transition_planner.publish.feed.secrets import Secrets


def built_feeds(
    path: Path, model: str | None, revised: datetime | None, watched: list[Path] | None = None
) -> Mapping[str, Feed]:
    """The feeds of a plan's file by name, noted in its ledger; `watched` becomes the files that they come from.

    Raises:
        Failure: if the plan, its ledger or the time of its revision cannot be had.
    """
    from transition_planner.export.ics.laws import laws_of  # noqa: PLC0415  # as below
    from transition_planner.export.ledger.ledger import ledger_path  # noqa: PLC0415  # as below
    from transition_planner.planfile.datefiles.resolving import live_files  # noqa: PLC0415  # as below
    from transition_planner.publish.feed.feeds import feeds  # noqa: PLC0415  # 60 ms that help does not need

    document, schedule = open_schedule(path, model)
    if watched is not None:
        watched[:] = [path, ledger_path(path), *(path.parent / name for name in live_files(document.plan))]
    laws = laws_of(document, schedule)
    return feeds(schedule, advanced_ledger(path, schedule, laws, revised), language(), laws)


def known_secrets(path: Path) -> Secrets:
    """The words of a plan's feeds as they stand in their file.

    Raises:
        Failure: if that cannot be read.
    """
    from transition_planner.publish.feed.secrets import (  # noqa: PLC0415  # as above
        SecretsFileError,
        read_secrets,
        secrets_path,
    )

    try:
        return read_secrets(secrets_path(path))
    except SecretsFileError as error:
        raise Failure(str(error), Exit.UNREADABLE) from error


def all_secrets(path: Path) -> Secrets:
    """The words of all feeds of a plan; those that are missing are made and written.

    Raises:
        Failure: if the plan or the words cannot be read.
    """
    from transition_planner.publish.feed.feeds import feed_names  # noqa: PLC0415  # as above
    from transition_planner.publish.feed.secrets import secrets_path, write_secrets  # noqa: PLC0415  # as above

    known = known_secrets(path)
    secrets = known.covering(feed_names(open_plan(path, None).plan))
    if secrets != known:
        file = secrets_path(path)
        write_secrets(file, secrets)
        say(_("The secret addresses are in {file}: keep it out of version control.").format(file=file))
    return secrets
