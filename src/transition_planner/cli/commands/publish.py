"""Keep calendars on a server in step with the plan.

JSON: {calendar, changed, steps: [{action, id, path, why}]}; action is create, change, delete, adopt, conflict, gone or
refused, and `why` says why the server refuses it. With --status: {calendar, in_step, due, changed_by_others,
deleted_by_others, refused, of_others}, numbers of entries. With --pull: {calendar, changed, written, reports: [{task,
plan, server, day, contested}]}; `changed` is the list of lines taken out (-) and put in (+), plan and server are
percent, day is when the task was done, and what is contested both have changed since, so that it is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.caldav_access import connected
from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.ledgers import advanced_ledger, revised_option
from transition_planner.cli.opening import open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options, yes_option
from transition_planner.cli.output import put_json, put_table, say
from transition_planner.cli.pulling import pulled
from transition_planner.locales import _, language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from transition_planner.publish.caldav.publishing import Published
    from transition_planner.publish.caldav.step import Step


@click.group()
def command() -> None:
    """Hold the ways to publish."""


@command.command(
    help=_(
        "Put the plan's dates into a calendar of their own on a CalDAV server (Nextcloud, iCloud, Fastmail, Radicale). "
        "What others changed or deleted there is told and left alone. The password comes from TP_CALDAV_PASSWORD, "
        "from --password-command or from the keyring."
    )
)
@click.argument("url", metavar="URL")
@click.option("--user", metavar="NAME", required=True, help=_("Who you are on the server."))
@click.option("--password-command", metavar="COMMAND", help=_("What prints your password on its first line."))
@click.option("--todos", is_flag=True, help=_("Put tasks and decisions there as to-dos too."))
@click.option("--dry-run", is_flag=True, help=_("Only tell what would be done."))
@click.option("--status", is_flag=True, help=_("Only tell how the calendar stands to the plan."))
@click.option(
    "--plan-wins", is_flag=True, help=_("Write over what others changed, and save their form in a file.")
)
@click.option("--restore", is_flag=True, help=_("Make anew what others deleted."))
@click.option(
    "--pull", is_flag=True, help=_("Publish nothing, and take over what people ticked in their to-dos.")
)
@yes_option
@plan_options()
@language_option
@json_option
def caldav(
    url: str,
    path: Path,
    model: str | None,
    user: str,
    password_command: str | None,
    revised: datetime | None = None,
    *,
    todos: bool,
    dry_run: bool,
    status: bool,
    plan_wins: bool,
    restore: bool,
    pull: bool,
    yes: bool,
    as_json: bool,
) -> Exit:
    """Compare, and take the steps."""
    if pull and (dry_run or status or plan_wins or restore):
        raise Failure(_("--pull publishes nothing: leave out the options of publishing."), Exit.USAGE)
    if yes and not pull:
        raise Failure(_("--yes is about what --pull writes into the plan."), Exit.USAGE)
    with connected(url, user, password_command) as connection:
        document, schedule = open_schedule(path, model)
        if pull:
            return pulled(connection, document, schedule, path, agreed=yes, as_json=as_json)
        from transition_planner.export.ics.laws import laws_of  # noqa: PLC0415  # 60 ms that help does not need
        from transition_planner.publish.caldav.publishing import Publishing, publish  # noqa: PLC0415  # as above

        dry_run = dry_run or status
        laws = laws_of(document, schedule)
        done = publish(
            Publishing(
                schedule=schedule,
                ledger=advanced_ledger(path, schedule, laws, revised, write=not dry_run),
                language=language(),
                laws=laws,
                todos=todos,
                plan_wins=plan_wins,
                restore=restore,
                dry_run=dry_run,
            ),
            connection,
            document.path or path,
        )
    if status:
        _put_standing(done, as_json=as_json)
    elif as_json:
        steps = [
            {"action": each.action.value, "id": each.uid, "path": each.path, "why": each.why or None}
            for each in done.steps
        ]
        put_json({"calendar": done.path, "changed": not dry_run, "steps": steps})
    else:
        _tell(done.steps, done.titles, dry_run=dry_run)
    if any(each.action == "refused" for each in done.steps):
        return Exit.OUTSIDE
    return Exit.FINDINGS if any(each.left_alone for each in done.steps) else Exit.FINE


caldav.params.append(revised_option())


def _tell(steps: Sequence[Step], titles: dict[str, str], *, dry_run: bool) -> None:
    words = {
        "create": _("new"),
        "change": _("changed"),
        "delete": _("deleted"),
        "adopt": _("already there"),
        "conflict": _("changed by others, left alone: --plan-wins writes over it"),
        "refused": _("refused by the server: {reason}"),
        "gone": _("deleted by others, left so: --restore makes it anew"),
    }
    if not steps:
        say(_("The calendar is in step with the plan."))
        return
    put_table(
        [(titles.get(each.uid, each.uid), words[each.action].format(reason=each.why)) for each in steps]
    )
    if dry_run:
        say(_("Nothing was done: this is what would be."))


def _put_standing(done: Published, *, as_json: bool) -> None:
    told = done.standing
    numbers = {
        "in_step": (told.in_step, _("as in the plan")),
        "due": (told.due, _("to be written by the next run")),
        "changed_by_others": (told.changed, _("changed by others")),
        "deleted_by_others": (told.deleted, _("deleted by others")),
        "refused": (told.refused, _("not taken by the server")),
        "of_others": (told.others, _("made by others")),
    }
    if as_json:
        put_json({"calendar": done.path, **{name: number for name, (number, _word) in numbers.items()}})
    else:
        put_table([(str(number), word) for number, word in numbers.values()])
