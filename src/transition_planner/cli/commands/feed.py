"""Make feeds that calendars subscribe to: one of the whole plan, one of each organisation.

Each has a secret address, which lies in feed.secrets.json beside the plan: keep that file out of version control.

JSON: build {folder, files, changed}; links {NAME: address}; revoke {NAME: address}, the new one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.feeding import all_secrets, built_feeds
from transition_planner.cli.ledgers import revised_option
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put_json, put_table, say
from transition_planner.cli.suggestions import did_you_mean
from transition_planner.locales import _, ngettext

if TYPE_CHECKING:
    from datetime import datetime

    from transition_planner.publish.feed.secrets import Secrets


@click.group()
def command() -> None:
    """Hold the commands about feeds."""


base_option = click.option(
    "--base",
    metavar="URL",
    default="",
    help=_("The address of the folder or server, to stand before the secret words."),
)


@command.command(help=_("Write the feeds into a folder that a web server shows to the world."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@plan_options()
@language_option
@json_option
def build(
    folder: Path, path: Path, model: str | None, revised: datetime | None = None, *, as_json: bool
) -> Exit:
    """Write each feed whose bytes are others than before, and take away those that were revoked."""
    from transition_planner.export.writing import write_whole  # noqa: PLC0415  # help does not need it
    from transition_planner.publish.feed.secrets import SUFFIX  # noqa: PLC0415  # as above

    feeds = built_feeds(path, model, revised)
    secrets = all_secrets(path)
    folder.mkdir(parents=True, exist_ok=True)
    changed = [
        name
        for name, feed in feeds.items()
        if write_whole(folder / f"{secrets.words[name]}{SUFFIX}", feed.data)
    ]
    for word in secrets.revoked:
        (folder / f"{word}{SUFFIX}").unlink(missing_ok=True)
    if as_json:
        put_json({"folder": str(folder), "files": len(feeds), "changed": changed})
        return Exit.FINE
    count = len(feeds)
    say(
        ngettext("{folder} holds {count} feed.", "{folder} holds {count} feeds.", count).format(
            folder=folder, count=count
        )
    )
    say(_("Changed: {names}").format(names=", ".join(changed)) if changed else _("None has changed."))
    return Exit.FINE


build.params.append(revised_option())


@command.command(help=_("Print the addresses of the feeds, to be given to those who may read them."))
@base_option
@plan_options()
@language_option
@json_option
def links(base: str, path: Path, model: str | None, *, as_json: bool) -> Exit:  # noqa: ARG001  # all models share them
    """Print them; words that are missing are made."""
    _put(all_secrets(path), base, None, as_json=as_json)
    return Exit.FINE


@command.command(help=_("Give a feed a new address, and end the old one."))
@click.argument("name", metavar="NAME")
@base_option
@plan_options()
@language_option
@json_option
def revoke(name: str, base: str, path: Path, model: str | None, *, as_json: bool) -> Exit:  # noqa: ARG001  # as above
    """Renew the word of one feed."""
    from transition_planner.publish.feed.secrets import secrets_path, write_secrets  # noqa: PLC0415  # as above

    secrets = all_secrets(path)
    if name not in secrets.words:
        raise Failure(
            _("There is no feed {name}.{suggestion} There is {names}.").format(
                name=name, suggestion=did_you_mean(name, secrets.words), names=", ".join(secrets.words)
            ),
            Exit.USAGE,
        )
    renewed = secrets.renewed(name)
    write_secrets(secrets_path(path), renewed)
    _put(renewed, base, name, as_json=as_json)
    return Exit.FINE


def _put(secrets: Secrets, base: str, only: str | None, *, as_json: bool) -> None:
    """Print the addresses of all feeds, or of one."""
    from transition_planner.publish.feed.secrets import SUFFIX  # noqa: PLC0415  # as above

    addresses = {
        name: f"{base.rstrip('/')}/{word}{SUFFIX}"
        for name, word in secrets.words.items()
        if only in (None, name)
    }
    if as_json:
        put_json(addresses)
    else:
        put_table(addresses.items())
