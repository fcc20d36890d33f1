"""Serve calendars over HTTP, to be reached through a web server that speaks https."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.feeding import all_secrets, built_feeds, known_secrets
from transition_planner.cli.ledgers import revised_option
from transition_planner.cli.options import language_option, plan_options
from transition_planner.cli.output import say
from transition_planner.locales import _

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_BACKLOG = 128


@click.group()
def command() -> None:
    """Hold what can be served."""


@command.command(
    help=_(
        "Serve the feeds that `feed links` names, and follow the plan: what is committed to its file is in the feeds a "
        "second later. A plan that cannot be read leaves its last good dates in place."
    )
)
@click.option(
    "--bind",
    metavar="HOST:PORT",
    default="127.0.0.1:8765",
    show_default=True,
    callback=lambda _ctx, _param, value: _address(value),
    help=_("Where to listen."),
)
@plan_options()
@language_option
def feed(bind: tuple[str, int], path: Path, model: str | None, revised: datetime | None = None) -> Exit:
    """Listen until somebody stops it."""
    try:
        from transition_planner.publish.feed.app import application  # noqa: PLC0415  # 90 ms that help does not need
        from transition_planner.publish.feed.serving import web_server  # noqa: PLC0415  # as above
    except ImportError as error:
        raise Failure(
            _("Serving needs more packages: pip install 'transition-planner[feed]'"), Exit.OUTSIDE
        ) from error
    from transition_planner.publish.feed.secrets import SecretsFile, secrets_path  # noqa: PLC0415  # as above
    from transition_planner.publish.feed.source import Source  # noqa: PLC0415  # as above

    all_secrets(path)
    watched = [path]
    source = Source(lambda: built_feeds(path, model, revised, watched), watched, _tell)
    source.look()
    secrets = SecretsFile(secrets_path(path), known_secrets(path))
    listening = socket.create_server(bind, family=_family(bind[0]), backlog=_BACKLOG)
    host, port = listening.getsockname()[:2]
    say(
        _("Serving feeds at {address}. `transition-planner feed links` tells where each one is.").format(
            address=f"http://{f'[{host}]' if ':' in host else host}:{port}"
        )
    )
    with source.watched():
        web_server(application(source, secrets.read)).run(sockets=[listening])
    return Exit.FINE


feed.params.append(revised_option())


def _tell(error: Exception) -> None:
    say(_("The feeds stay as they last were: {reason}").format(reason=error))


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _address(value: str) -> tuple[str, int]:
    host, colon, port = value.rpartition(":")
    if not colon or not port.isdecimal() or int(port) > 65535:  # noqa: PLR2004  # the largest port there is
        raise click.BadParameter(
            _("{value} is not an address: write host and port as in 127.0.0.1:8765").format(value=repr(value))
        )
    return host.strip("[]"), int(port)
