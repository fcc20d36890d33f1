"""Where a password comes from: the environment or a command, never an argument, which other users can see."""

from __future__ import annotations

import os
import shlex
import subprocess

from transition_planner.locales import _
from transition_planner.publish.caldav.trouble import ServerTrouble

VARIABLE = "TP_CALDAV_PASSWORD"
_PATIENCE = 120
"""Seconds for a command that may ask its own questions."""


def password(command: str | None) -> str:
    """The password that a command prints on its first line; without a command that of the environment.

    Raises:
        ServerTrouble: if there is none.
    """
    if command is None:
        found = os.environ.get(VARIABLE, "")
        if not found:
            raise ServerTrouble(
                _(
                    "There is no password: put it into {variable}, or name a command with --password-command."
                ).format(variable=VARIABLE)
            )
        return found
    try:
        done = subprocess.run(  # noqa: S603  # the person's own command
            shlex.split(command), stdout=subprocess.PIPE, text=True, timeout=_PATIENCE, check=True
        )
    except (OSError, ValueError, IndexError, subprocess.SubprocessError) as error:
        # The command's output is not told: it may hold the password.
        raise ServerTrouble(_("The command for the password failed.")) from error
    first = done.stdout.splitlines()[:1]
    if not first or not first[0]:
        raise ServerTrouble(_("The command for the password prints none."))
    return first[0]
