"""The arguments and options that commands share, each defined once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.finding_plans import NoPlanHere, named_plan, plan_at_hand
from transition_planner.locales import LANGUAGES, _

if TYPE_CHECKING:
    from collections.abc import Callable

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_NAMED = "transition_planner.plan"


def _keep_plan(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    ctx.meta[_NAMED] = value


def _find_plan(ctx: click.Context, _param: click.Parameter, value: str | None) -> Path | None:
    if ctx.resilient_parsing:  # the shell completes a half-typed line: nothing is opened
        return None
    option: str | None = ctx.meta.get(_NAMED)
    if value is not None and option is not None:
        raise Failure(
            _("The plan is named twice: {first} and {second}. Leave one out.").format(
                first=option, second=value
            ),
            Exit.USAGE,
        )
    named = value if value is not None else option
    return plan_at_hand(Path()) if named is None else named_plan(Path(named))


def _find_plan_if_any(ctx: click.Context, param: click.Parameter, value: str | None) -> Path | None:
    try:
        return _find_plan(ctx, param, value)
    except NoPlanHere:
        return None


def plan_options(*, model: str | None = "", needed: bool = True) -> Decorator:
    """PLAN, given last or as `--plan`, and `--model`; the command gets `path`, the plan's file, and `model`.

    Args:
        model: What `--model` means, where it is not the model to show; None leaves it out.
        needed: Whether there has to be one; else `path` is None where none is named and none is at hand.
    """
    find = _find_plan if needed else _find_plan_if_any
    default = _("The model to show. [default: the chosen one, else the first]")

    def decorated(function: Callable[..., Any]) -> Callable[..., Any]:
        named = click.option("--model", metavar="NAME", help=model or default)
        for decorate in (
            *((named,) if model is not None else ()),
            click.option(
                "--plan",
                metavar="PLAN",
                is_eager=True,  # before the argument, whose callback looks for it
                expose_value=False,
                callback=_keep_plan,
                help=_("The plan's folder or file, where it is not given as the last argument."),
            ),
            click.argument("path", metavar="[PLAN]", required=False, callback=find),
        ):
            function = decorate(function)
        return function

    return decorated


STDIN = Path("-")
"""What is read instead of a file where a plan is named `-`."""


def _find_plans(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[Path, ...]:
    if len(values) < 2 and values != (str(STDIN),):  # noqa: PLR2004  # one plan is found as everywhere
        path = _find_plan(ctx, param, values[0] if values else None)
        return () if path is None else (path,)
    if ctx.resilient_parsing:
        return ()
    option: str | None = ctx.meta.get(_NAMED)
    named = values if option is None else (option, *values)
    return tuple(STDIN if each == str(STDIN) else named_plan(Path(each)) for each in named)


def several_plans(function: Callable[..., Any]) -> Callable[..., Any]:
    """PLAN… and `--plan`; the command gets `paths`, the plans' files, of which STDIN is none."""
    plan = click.option(
        "--plan",
        metavar="PLAN",
        is_eager=True,  # before the argument, whose callback looks for it
        expose_value=False,
        callback=_keep_plan,
        help=_("The plan's folder or file, where it is not given as the last argument."),
    )
    return plan(click.argument("paths", metavar="[PLAN]...", nargs=-1, callback=_find_plans)(function))


def plan_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--plan` alone, for commands whose last argument is something else; the command gets `path`, the plan's file."""
    return click.option(
        "--plan",
        "path",
        metavar="PLAN",
        callback=_find_plan,
        help=_("The plan's folder or file. [default: the one in this folder]"),
    )(function)


task_argument = click.argument("task", metavar="TASK")
"""A task's id."""

json_option = click.option("--json", "as_json", is_flag=True, help=_("Print JSON instead of text."))
"""Data for programs."""

yes_option = click.option(
    "--yes", is_flag=True, help=_("Write what is shown into the plan without a question.")
)
"""Consent given beforehand."""

language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    expose_value=False,  # heeded before anything is parsed, see `running`
    help=_("The language of the texts. [default: your system's]"),
)
"""Finnish or English."""
