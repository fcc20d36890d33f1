"""One run of the program: in which language, and how it ends when something goes wrong."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.output import say
from transition_planner.locales import LANGUAGES, _, libraries_speaking, preferred_language, set_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.locales import Language

NAME = "transition-planner"


def run(arguments: Sequence[str]) -> int:
    """Run the command line and give its exit code. Data goes to stdout, talk to stderr."""
    language = _language(arguments)
    set_language(language)
    with libraries_speaking(language):
        return _ended(arguments)


def _ended(arguments: Sequence[str]) -> int:
    """The exit code of a run in the language set before: commands look their help up as they are imported."""
    from transition_planner.cli.program import program  # noqa: PLC0415  # in that language

    try:
        code = program.main(list(arguments), prog_name=NAME, standalone_mode=False)
    except click.Abort:
        return Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Failure as failure:
        say(_("Error: {message}").format(message=failure))
        return failure.code
    except OSError as error:
        say(_("Error: {message}").format(message=_refused(error)))
        return Exit.OUTSIDE
    return code or Exit.FINE


def _refused(error: OSError) -> str:
    """What the system refused, and for which file."""
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _language(arguments: Sequence[str]) -> Language:
    """The language asked for anywhere among the arguments, else the person's."""
    asked = ""
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--language":
            asked = following
        elif argument.startswith("--language="):
            asked = argument.removeprefix("--language=")
    return next((language for language in LANGUAGES if language == asked), preferred_language())
