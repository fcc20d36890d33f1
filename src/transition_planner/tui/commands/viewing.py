"""Commands that change how the plan is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.tui.chart.span import span
from transition_planner.tui.commands.help import Help
from transition_planner.tui.keys.command import Command
from transition_planner.tui.painting.titles import model_title
from transition_planner.tui.state.timescale import Zoom, fitting
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk


def left(screen: Desk) -> None:
    """The chart to earlier days."""
    screen.board.pan(-_step(screen))


def right(screen: Desk) -> None:
    """The chart to later days."""
    screen.board.pan(_step(screen))


def far_left(screen: Desk) -> None:
    """The chart half its width to earlier days."""
    screen.board.pan(-screen.board.timeline.size.width // 2)


def far_right(screen: Desk) -> None:
    """The chart half its width to later days."""
    screen.board.pan(screen.board.timeline.size.width // 2)


def _step(screen: Desk) -> int:
    return max(screen.board.timeline.size.width // 10, 1)


def reveal(screen: Desk) -> None:
    """The chart to the bar of the task."""
    screen.board.reveal()


def today(screen: Desk) -> None:
    """The chart to today."""
    if screen.board.timeline.today is None:
        screen.say(_("today lies outside the plan"))
    else:
        screen.board.show_day(screen.today.toordinal())


def nearer(screen: Desk) -> None:
    """Shorter times."""
    _zoom(screen, screen.state.zoom.nearer(1))


def farther(screen: Desk) -> None:
    """Longer times."""
    _zoom(screen, screen.state.zoom.nearer(-1))


def days(screen: Desk) -> None:
    """Three columns for a day."""
    _zoom(screen, Zoom.DAYS)


def weeks(screen: Desk) -> None:
    """A column for a day."""
    _zoom(screen, Zoom.WEEKS)


def months(screen: Desk) -> None:
    """Four columns for a week."""
    _zoom(screen, Zoom.MONTHS)


def quarters(screen: Desk) -> None:
    """Two columns for a week."""
    _zoom(screen, Zoom.QUARTERS)


def year(screen: Desk) -> None:
    """A column for a week."""
    _zoom(screen, Zoom.YEAR)


def years(screen: Desk) -> None:
    """A column for two weeks."""
    _zoom(screen, Zoom.YEARS)


def whole(screen: Desk) -> None:
    """As near as the whole plan is on show."""
    first, last = span(screen.state.schedule)
    _zoom(screen, fitting(first, last, screen.board.timeline.size.width))
    screen.board.show_day(first)


def _zoom(screen: Desk, zoom: Zoom) -> None:
    screen.show(screen.state.zoomed(zoom))


def next_model(screen: Desk) -> None:
    """The plan's next model, after the last one the first."""
    state = screen.state
    models = list(state.schedule.plan.models)
    if len(models) < 2:  # noqa: PLR2004  # with one there is no other
        screen.say(_("the plan has no other model"))
        return
    following = models[(models.index(state.model or models[0]) + 1) % len(models)]
    try:
        screen.show(state.in_model(following))
    except (NoWorkingTime, ValueError) as error:
        screen.warn(str(error))
        return
    screen.say(_("model: {title}").format(title=model_title(state.schedule.plan, following)))


def show_help(screen: Desk) -> None:
    """What all keys do."""
    screen.app.push_screen(Help(screen.name_in_front, screen.groups_in_front))


def viewing_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command("left", ("left",), _("Earlier"), _("Move the chart to earlier days."), left),
        Command("right", ("right",), _("Later"), _("Move the chart to later days."), right),
        Command(
            "far-left",
            ("shift+left", "("),
            _("Much earlier"),
            _("Move the chart by half its width."),
            far_left,
        ),
        Command(
            "far-right",
            ("shift+right", ")"),
            _("Much later"),
            _("Move the chart by half its width."),
            far_right,
        ),
        Command("reveal", ("c",), _("Show bar"), _("Move the chart to the bar of this task."), reveal),
        Command("today", ("t",), _("Today"), _("Move the chart to today."), today),
        Command("nearer", ("z",), _("Zoom in"), _("Look at shorter times more closely."), nearer),
        Command("farther", ("Z",), _("Zoom out"), _("Look at longer times."), farther),
        Command("whole", ("0",), _("Whole plan"), _("As near as the whole plan is on show."), whole),
        Command("days", ("1",), _("Days"), _("Three columns for a day."), days),
        Command("weeks", ("2",), _("Weeks"), _("A column for a day."), weeks),
        Command("months", ("3",), _("Months"), _("Four columns for a week."), months),
        Command("quarters", ("4",), _("Quarters"), _("Two columns for a week."), quarters),
        Command("year", ("5",), _("Year"), _("A column for a week."), year),
        Command("years", ("6",), _("Years"), _("A column for two weeks."), years),
        Command("model", ("m",), _("Next model"), _("Show the plan's next model."), next_model),
        Command("help", ("?", "f1"), _("Help"), _("Show what all keys do."), show_help, footer=True),
    )
