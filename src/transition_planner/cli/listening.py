"""Where commands that serve something listen."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Callable

_BACKLOG = 128

Bind = tuple[str, int]
"""A host and a port; port 0 is any that is free."""


def bind_option(default: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--bind HOST:PORT`; the command gets `bind`."""
    return click.option(
        "--bind",
        metavar="HOST:PORT",
        default=default,
        show_default=True,
        callback=lambda _ctx, _param, value: _address(value),
        help=_("Where to listen."),
    )


def listening(bind: Bind) -> socket.socket:
    """A socket that listens there.

    Raises:
        Failure: if none can, because another program does or there is no such host.
    """
    family = socket.AF_INET6 if ":" in bind[0] else socket.AF_INET
    try:
        return socket.create_server(bind, family=family, backlog=_BACKLOG)
    except OSError as error:
        raise Failure(
            _(
                "Nothing can listen at {address}: {reason}. Name another place with --bind; port 0 takes one that is "
                "free."
            ).format(address=_written(*bind), reason=(error.strerror or str(error)).partition(" (")[0]),
            Exit.OUTSIDE,
        ) from error


def url_of(listens: socket.socket) -> str:
    """The address that a browser is given."""
    return f"http://{_written(*listens.getsockname()[:2])}"


def _written(host: str, port: int) -> str:
    return f"{f'[{host}]' if ':' in host else host}:{port}"


def _address(value: str) -> Bind:
    host, colon, port = value.rpartition(":")
    if not colon or not port.isdecimal() or int(port) > 65535:  # noqa: PLR2004  # the largest port there is
        raise click.BadParameter(
            _("{value} is not an address: write host and port as in 127.0.0.1:8765").format(value=repr(value))
        )
    return host.strip("[]"), int(port)
