"""When the plan was revised: the time of the last commit of its file, and of those that it reads dates from."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_PATIENCE = 20
"""Seconds for git, which may wait for a slow disk."""


class NotCommitted(Exception):  # noqa: N818  # a fact about the file, with what to do about it
    """Git does not know when the file became what it is."""


def committed(plan: Path, beside: Sequence[str] = ()) -> datetime:
    """The time of the last commit that changed the plan's file or one beside it that it reads dates from, in UTC.

    Raises:
        NotCommitted: if there is none, a file was changed since, or git is not there.
    """
    name = plan.resolve()
    stamp = _git(name, "log", "-1", "--format=%ct", "--", name.name, *beside)
    if stamp is None or not stamp.strip():
        raise NotCommitted(
            _(
                "{file} is not in version control, so that nothing tells when it was revised: commit it with git, or "
                "say when with --revised 2027-03-01T12:00Z."
            ).format(file=plan)
        )
    if _git(name, "status", "--porcelain", "--", name.name, *beside):
        raise NotCommitted(
            _(
                "{file} has changes that are not committed, so that nothing tells when it was revised: commit them, or "
                "say when with --revised 2027-03-01T12:00Z."
            ).format(file=plan)
        )
    return datetime.fromtimestamp(int(stamp), UTC)


def _git(file: Path, *arguments: str) -> str | None:
    """What git prints about a file's folder; None where it fails or is not installed."""
    try:
        done = subprocess.run(  # noqa: S603  # fixed arguments and the plan's own name
            ("git", "-C", str(file.parent), *arguments),  # noqa: S607  # git stands where the system has it
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
