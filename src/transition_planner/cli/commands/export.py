"""Write the plan's dates in a format of other programs.

JSON (with -o FILE): {format, file, bytes}, what was written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.opening import open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put_json, say
from transition_planner.cli.suggestions import did_you_mean
from transition_planner.export.registry import find, names
from transition_planner.locales import _, language

if TYPE_CHECKING:
    from transition_planner.export.format import Choice, Format


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
    def write(
        path: Path, model: str | None, output: Path | None, *, as_json: bool, **chosen: tuple[str, ...]
    ) -> Exit:
        if as_json and output is None:
            raise Failure(_("--json tells what was written to a file: name one with -o FILE."), Exit.USAGE)
        document, schedule = open_schedule(path, model)
        data = format_.write(schedule, document, language(), chosen)
        if output is None:
            click.echo(data, nl=False)
            return Exit.FINE
        output.write_bytes(data)
        if as_json:
            put_json({"format": format_.name, "file": str(output), "bytes": len(data)})
        else:
            say(_("Wrote {file}.").format(file=output))
        return Exit.FINE

    write.params.extend(map(_option, format_.choices))
    return write


def _option(choice: Choice) -> click.Option:
    return click.Option(
        [f"--{choice.name}"],
        metavar="NAME,…",
        callback=lambda _ctx, _param, value: _some_of(choice, value),
        help=_("{summary}: {values} [default: all]").format(
            summary=_sentence(choice.summary()).rstrip("."), values=", ".join(choice.values)
        ),
    )


def _some_of(choice: Choice, value: str | None) -> tuple[str, ...]:
    """The values of a list with commas; none for all.

    Raises:
        BadParameter: if there is no such value.
    """
    chosen = tuple(part.strip() for part in value.split(",")) if value is not None else ()
    for each in chosen:
        if each not in choice.values:
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
