"""Write the plan's dates in a format of other programs.

JSON (with -o FILE): {format, file, bytes}, what was written; with --each-organisation a list of these.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.ledgers import advanced_ledger, revised_option
from transition_planner.cli.opening import open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put_json, say
from transition_planner.cli.suggestions import did_you_mean
from transition_planner.export.format import WrongChoice
from transition_planner.export.registry import find, names
from transition_planner.export.writing import write_whole
from transition_planner.locales import _, language
from transition_planner.plan.organisations import organisations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from transition_planner.export.format import Choice, Format
    from transition_planner.export.ledger.ledger import Ledger
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule

    _Chosen = Mapping[str, tuple[str, ...]]
    """The chosen values by the name of the choice."""


class Formats(click.Group):
    """One command a format of the export room's registry."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The formats' names."""
        return list(names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        """The command of a format; None where there is none of that name."""
        return _command(find(cmd_name)) if cmd_name in names() else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the format that is named first, and the other arguments.

        Raises:
            UsageError: if there is no such format, with the nearest ones.
        """
        if not ctx.resilient_parsing and args[0] not in names():
            ctx.fail(
                _("There is no format {name}.{suggestion} There is {formats}.").format(
                    name=args[0], suggestion=did_you_mean(args[0], names()), formats=", ".join(names())
                )
            )
        return super().resolve_command(ctx, args)


def _command(format_: Format) -> click.Command:
    """The command that writes one format: PLAN, `-o`, and an option for each of the format's choices."""
    summary = _sentence(format_.summary())

    @click.command(format_.name, help=summary, short_help=summary)
    @plan_options()
    @click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help=_("The file to write. [default: stdout]"),
    )
    @language_option
    @json_option
    def write(path: Path, model: str | None, output: Path | None, *, as_json: bool, **chosen: Any) -> Exit:
        folder: Path | None = chosen.pop("each_organisation", None)
        with_ledger, revised = chosen.pop("ledger", False), chosen.pop("revised", None)
        if folder is not None and output is not None:
            raise Failure(_("-o and --each-organisation do not go together: leave one out."), Exit.USAGE)
        if as_json and output is None and folder is None:
            raise Failure(_("--json tells what was written to a file: name one with -o FILE."), Exit.USAGE)
        document, schedule = open_schedule(path, model)
        ledger = _advanced(path, document, schedule, revised) if with_ledger else None
        write_one = partial(_data, format_, schedule, document, ledger)
        if folder is not None:
            files = _each_organisation(format_, folder, document.plan, chosen)
        elif output is not None:
            files = {output: chosen}
        else:
            click.echo(write_one(chosen), nl=False)
            return Exit.FINE
        for file, choices in files.items():
            write_whole(file, write_one(choices))
        _tell(format_, tuple(files), as_json=as_json, as_list=folder is not None)
        return Exit.FINE

    write.params.extend(map(_option, format_.choices))
    if any(choice.name == "organisation" for choice in format_.choices):
        write.params.append(
            click.Option(
                ["--each-organisation"],
                metavar="DIR",
                type=click.Path(path_type=Path),
                help=_("Write a file for each organisation into this folder."),
            )
        )
    if format_.revised_writer is not None:
        write.params.append(
            click.Option(
                ["--ledger"],
                is_flag=True,
                help=_(
                    "Tell programs what has changed since the last time, and note it in calendar.ledger.json beside "
                    "the plan."
                ),
            )
        )
        write.params.append(revised_option())
    return write


def _advanced(path: Path, document: Document, schedule: Schedule, revised: datetime | None) -> Ledger:
    """The plan's ledger, brought in step and written."""
    from transition_planner.export.ics.laws import laws_of  # noqa: PLC0415  # 20 ms that help does not need

    return advanced_ledger(path, schedule, laws_of(document, schedule), revised)


def _tell(format_: Format, files: Sequence[Path], *, as_json: bool, as_list: bool) -> None:
    """Say what was written."""
    if as_json:
        told = [{"format": format_.name, "file": str(file), "bytes": file.stat().st_size} for file in files]
        put_json(told if as_list else told[0])
        return
    for file in files:
        say(_("Wrote {file}.").format(file=file))
    if format_.hint is not None:
        say(format_.hint())


def _each_organisation(format_: Format, folder: Path, plan: Plan, chosen: _Chosen) -> dict[Path, _Chosen]:
    """The files of the organisations in a folder, which is made, with the choices of each.

    Raises:
        Failure: if there is none.
    """
    if not organisations(plan):
        raise Failure(_("No role of the plan has a side: write side: NAME at the roles."), Exit.USAGE)
    folder.mkdir(parents=True, exist_ok=True)
    return {
        folder / f"{side}{format_.suffix}": {**chosen, "organisation": (side,)}
        for side in organisations(plan)
    }


def _data(
    format_: Format, schedule: Schedule, document: Document, ledger: Ledger | None, chosen: _Chosen
) -> bytes:
    try:
        return format_.write(schedule, document, language(), chosen, ledger)
    except WrongChoice as wrong:
        raise click.BadParameter(str(wrong), param_hint=f"--{wrong.choice}") from wrong


def _option(choice: Choice) -> click.Option:
    return click.Option(
        [f"--{choice.name}"],
        metavar=choice.metavar,
        callback=lambda _ctx, _param, value: _some_of(choice, value),
        help=_help(choice),
    )


def _help(choice: Choice) -> str:
    summary = _sentence(choice.summary())
    if not choice.values:
        return summary
    default = ", ".join(choice.values if choice.default is None else choice.default)
    return _("{summary}: {values} [default: {default}]").format(
        summary=summary.rstrip("."),
        values=", ".join(choice.values),
        default=_("all") if choice.default is None else default or _("none"),
    )


def _some_of(choice: Choice, value: str | None) -> tuple[str, ...]:
    """The values of a list with commas; none where the person chose nothing.

    Raises:
        BadParameter: if there is no such value.
    """
    chosen = tuple(part.strip() for part in value.split(",")) if value is not None else ()
    for each in chosen:
        if choice.values and each not in choice.values:
            raise click.BadParameter(
                _("there is no {name}.{suggestion} There is {names}.").format(
                    name=repr(each),
                    suggestion=did_you_mean(each, choice.values),
                    names=", ".join(choice.values),
                )
            )
    return chosen


def _sentence(text: str) -> str:
    """A phrase as a sentence of help."""
    return f"{text[:1].upper()}{text[1:]}."


command = Formats(subcommand_metavar="FORMAT …")
