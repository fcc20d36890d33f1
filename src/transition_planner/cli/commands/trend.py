"""Tell what each commit forecast for the key milestones: a table, a chart, or a picture.

Only commits that changed a date are told, along the first-parent line of the history, through renames of the file.
What a commit forecasts is remembered in the cache folder ($XDG_CACHE_HOME), so that the next run only looks at new
ones.

JSON: {plan, model, points: [{commit, when, author, subject, finish, dates: {id: day}}], skipped: [{commit, why}]}.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.history import history_told, tell_shallow
from transition_planner.cli.opening import open_schedule
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put, put_json, put_table, say
from transition_planner.locales import _, language
from transition_planner.locales.dates import long_date

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from transition_planner.compare.trend import Trend


@click.command()
@plan_options()
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "chart", "svg")),
    default="table",
    help=_("How it is told. [default: table]"),
)
@language_option
@json_option
def command(path: Path, model: str | None, form: str, *, as_json: bool) -> Exit:
    """Tell what each commit forecast for the key milestones."""
    from transition_planner.compare.forecastcache import ForecastCache  # noqa: PLC0415  # 100 ms that help does not need
    from transition_planner.compare.trend import trend  # noqa: PLC0415  # as above
    from transition_planner.compare.trendchart import svg_chart, text_chart  # noqa: PLC0415  # as above
    from transition_planner.tui.painting.titles import one_line, title_of  # noqa: PLC0415  # as above

    document, here = open_schedule(path, model)
    plan = document.plan
    with history_told():
        found = trend(path, here.model, ForecastCache.of(str(plan.id), here.model, language()))
    tell_shallow(path)
    if as_json:
        put_json({"plan": str(plan.id), "model": here.model} | _data(found))
        return Exit.FINE
    for change, why in found.skipped:
        say(_("{commit} is left out: {why}").format(commit=change.short, why=why))
    if not found.points:
        say(_("No commit of this plan has dates."))
        return Exit.FINE
    if not any(point.dates for point in found.points):
        say(
            _(
                "No task of this plan is a key milestone: mark those that everybody should know with key: true."
            )
        )
        return Exit.FINE
    titles = {id_: title_of(here.outline, row) for id_, row in here.outline.row.items()}
    if form == "svg":
        click.echo(svg_chart(found, titles, one_line(plan.title)), nl=False)
    elif form == "chart":
        for line in text_chart(found, titles):
            put(line)
    else:
        _put_table(found, titles)
    return Exit.FINE


def _put_table(found: Trend, titles: dict[str, str]) -> None:
    ids = list(dict.fromkeys(id_ for point in reversed(found.points) for id_ in point.dates))
    for id_ in ids:
        put(f"{titles.get(id_, id_)}:")
        rows = []
        last: date | None = None
        for point in found.points:
            day, change = point.dates.get(id_), point.change
            if day == last:
                continue
            moved = f"{(day - last).days:+}" if day is not None and last is not None else ""
            told = "-" if day is None else long_date(day)
            rows.append((long_date(change.when.date()), told, moved, change.short, change.subject))
            last = day
        put_table(rows, indent="  ", numbers=(2,))


def _data(found: Trend) -> dict[str, object]:
    return {
        "points": [
            {
                "commit": each.change.commit,
                "when": each.change.when.isoformat(),
                "author": each.change.author,
                "subject": each.change.subject,
                "finish": each.finish.isoformat(),
                "dates": {id_: day.isoformat() for id_, day in each.dates.items()},
            }
            for each in found.points
        ],
        "skipped": [{"commit": change.commit, "why": why} for change, why in found.skipped],
    }
