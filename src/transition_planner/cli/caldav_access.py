"""A calendar server that a person has access to."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.publish.caldav.connection import Connection


@contextmanager
def connected(url: str, user: str, password_command: str | None) -> Iterator[Connection]:
    """A connection for as long as the block takes; what goes wrong on the way is told as failures.

    Raises:
        Failure: if a package or the password is missing, or the server cannot be used.
    """
    try:
        from transition_planner.publish.caldav.address import address  # noqa: PLC0415  # httpx: 80 ms
        from transition_planner.publish.caldav.connection import Connection  # noqa: PLC0415  # as above
    except ImportError as error:
        raise Failure(
            _("Publishing needs more packages: pip install 'transition-planner[caldav]'"), Exit.OUTSIDE
        ) from error
    from transition_planner.publish.caldav.credentials import password  # noqa: PLC0415  # as above
    from transition_planner.publish.caldav.trouble import ServerTrouble  # noqa: PLC0415  # as above

    try:
        connection = Connection(url, user, password(password_command, address(url).host, user))
        try:
            yield connection
        finally:
            connection.close()
    except ServerTrouble as trouble:
        raise Failure(str(trouble), Exit.OUTSIDE) from trouble
