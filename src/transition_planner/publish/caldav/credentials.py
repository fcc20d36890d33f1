"""Where a password comes from: a command, the environment or the keyring, never an argument, which others can see."""

from __future__ import annotations

import os
import shlex
import subprocess

from transition_planner.locales import _
from transition_planner.publish.caldav.trouble import ServerTrouble

VARIABLE = "TP_CALDAV_PASSWORD"
_PATIENCE = 120
"""Seconds for a command that may ask its own questions."""


def password(command: str | None, host: str, user: str) -> str:
    """The password of a person on a server.

    It is what a command prints on its first line; without a command that of the environment, and without one there
    that of the system's keyring, where the package for it is installed.

    Raises:
        ServerTrouble: if there is none.
    """
    if command is not None:
        return _printed(command)
    found = os.environ.get(VARIABLE) or _kept(host, user)
    if not found:
        raise ServerTrouble(
            _(
                "There is no password: put it into {variable}, name a command with --password-command, or keep it in "
                "the keyring with: keyring set {host} {user}"
            ).format(variable=VARIABLE, host=host, user=user)
        )
    return found


def _printed(command: str) -> str:
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


def _kept(host: str, user: str) -> str | None:
    try:
        import keyring  # noqa: PLC0415  # an optional package, 100 ms
        from keyring.errors import KeyringError  # noqa: PLC0415  # as above
    except ImportError:
        return None
    try:
        return keyring.get_password(host, user)
    except KeyringError:  # locked, or there is none on this machine
        return None
