"""Serve calendars over HTTP, or the terminal interface in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.feeding import all_secrets, built_feeds, known_secrets
from transition_planner.cli.ledgers import revised_option
from transition_planner.cli.listening import bind_option, listening, url_of
from transition_planner.cli.opening import open_plan
from transition_planner.cli.options import language_option, plan_options
from transition_planner.cli.output import say
from transition_planner.locales import _, language

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from transition_planner.cli.listening import Bind


@click.group()
def command() -> None:
    """Hold what can be served."""


@command.command(
    help=_(
        "Serve the feeds that `feed links` names, and follow the plan: what is committed to its file is in the feeds a "
        "second later. A plan that cannot be read leaves its last good dates in place."
    )
)
@bind_option("127.0.0.1:8765")
@plan_options()
@language_option
def feed(bind: Bind, path: Path, model: str | None, revised: datetime | None = None) -> Exit:
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
    listens = listening(bind)
    say(
        _("Serving feeds at {address}. `transition-planner feed links` tells where each one is.").format(
            address=url_of(listens)
        )
    )
    with source.watched():
        web_server(application(source, secrets.read)).run(sockets=[listens])
    return Exit.FINE


feed.params.append(revised_option())


@command.command(
    help=_(
        "Show the plan in a browser as it is in the terminal. Each page opens it anew and can only look, unless "
        "--write is given. Nobody is asked for a password: it is for this computer."
    )
)
@bind_option("127.0.0.1:8766")
@click.option("--write", is_flag=True, help=_("Let the plan be edited and saved from the browser."))
@plan_options()
@language_option
def tui(bind: Bind, path: Path, model: str | None, *, write: bool) -> Exit:
    """Listen until somebody stops it."""
    try:
        from transition_planner.tui.browser.server import serve  # noqa: PLC0415  # 200 ms that help does not need
        from transition_planner.tui.browser.session import program  # noqa: PLC0415  # as above
    except ImportError as error:
        raise Failure(
            _("Serving needs more packages: pip install 'transition-planner[browser]'"), Exit.OUTSIDE
        ) from error
    from transition_planner.plan.text import in_language  # noqa: PLC0415  # as above

    title = in_language(open_plan(path, model).plan.title, language())
    listens = listening(bind)
    say(_("Serving the plan at {address}. Ctrl-C ends it.").format(address=url_of(listens)))
    serve(program(path, model, language(), write=write), title, listens, bind[0])
    return Exit.FINE


def _tell(error: Exception) -> None:
    say(_("The feeds stay as they last were: {reason}").format(reason=error))
