"""Make a new plan in a folder of its own.

JSON: {file, id}, the plan's file and the id it was given.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import click

import transition_planner
from transition_planner.cli.day import as_day
from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.finding_plans import PLAN_FILE
from transition_planner.cli.options import json_option, language_option
from transition_planner.cli.output import put, put_json, say
from transition_planner.locales import _

TEMPLATES = Path(transition_planner.__path__[0]) / "templates"
"""A folder for each template; its files are copied with @ID@, @TITLE@ and @START@ filled in."""


@click.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--template",
    type=click.Choice(sorted(each.name for each in TEMPLATES.glob("*/"))),
    default="empty",
    show_default=True,
    help=_("The kind of transition to begin with."),
)
@click.option("--title", metavar="TEXT", help=_("The plan's title. [default: the folder's name]"))
@click.option(
    "--start",
    metavar="DATE",
    type=as_day,
    help=_("The plan's first day, as in 2027-01-11. [default: the coming Monday]"),
)
@language_option
@json_option
def command(folder: Path, template: str, title: str | None, start: date | None, *, as_json: bool) -> Exit:
    """Make a new plan in a folder of its own."""
    id_ = str(uuid4())
    title = _title_of(folder) if title is None else title.strip()
    if not title:
        raise Failure(_("A plan needs a title."), Exit.USAGE)
    first = start or _coming_monday(date.today())  # noqa: DTZ011  # the person's own day
    texts = _filled_in(template, id_=id_, title=title, start=first)
    taken = [folder / name for name in texts if (folder / name).exists()]
    if taken:
        raise Failure(
            _("{file} exists and stays as it is. Name another folder.").format(file=taken[0]), Exit.USAGE
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    if as_json:
        put_json({"file": str(folder / PLAN_FILE), "id": id_})
    else:
        put(str(folder / PLAN_FILE))
        say(
            _(
                "Next: `transition-planner {folder}` opens it, `transition-planner check {folder}` proves it."
            ).format(folder=folder)
        )
    return Exit.FINE


def _title_of(folder: Path) -> str:
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or _("Our plan")


def _coming_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())


def _filled_in(template: str, *, id_: str, title: str, start: date) -> dict[str, str]:
    """The texts of the new plan's files by name.

    Raises:
        Failure: if title and start make no plan that can be read.
    """
    from transition_planner.planfile.loading import PlanFileError, parse  # noqa: PLC0415  # 100 ms
    from transition_planner.planfile.quoting import written  # noqa: PLC0415  # as above
    from transition_planner.planfile.schema import schema_file  # noqa: PLC0415  # as above

    # The plan's first line names the schema beside it, so that editors complete and check what one writes.
    schema = schema_file("plan")
    texts = {schema.name: schema.read_text(encoding="utf-8")}
    for path in (TEMPLATES / template).iterdir():
        text = path.read_text(encoding="utf-8")
        for token, value in (
            ("ID", id_),
            ("TITLE", written(title, flow=True)),
            ("START", start.isoformat()),
        ):
            text = text.replace(f'"@{token}@"', value)
        texts[path.name] = text
    try:
        parse(texts[PLAN_FILE])
    except PlanFileError as error:
        raise Failure(str(error), Exit.USAGE) from error
    return texts
