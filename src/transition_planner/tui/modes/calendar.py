"""Calendar: a month with its milestones, deadlines, decisions, windows, closures and holidays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from transition_planner.locales import _
from transition_planner.locales.dates import full_date
from transition_planner.plan.moment import FIRST_YEAR, LAST_YEAR
from transition_planner.tui.commands.switching import go_to_task
from transition_planner.tui.dialogs.picker import Picker, choices
from transition_planner.tui.keys.command import Command, Group
from transition_planner.tui.modes.almanac import Almanac
from transition_planner.tui.modes.mode import Mode, back
from transition_planner.tui.modes.monthview import DAYS, MonthView
from transition_planner.tui.painting.ink import Ink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.desk import Desk
    from transition_planner.tui.dialogs.picker import Choice

_FIRST, _LAST = date(FIRST_YEAR + 1, 1, 1), date(LAST_YEAR - 1, 12, 31)
_MONTHS = 12


class CalendarMode(Mode):
    """The month of a day that one moves."""

    id_: ClassVar[str] = "calendar"

    def __init__(self, plan: Desk) -> None:
        self.view = MonthView(plan.today)
        self._seen: Schedule | None = None
        self._almanac = Almanac(plan.state.schedule)
        self.day = _day_of_cursor(plan) or plan.today
        """The day selected."""
        super().__init__(plan)

    def title_now(self) -> str:
        """The mode's name."""
        return _("Calendar")

    def body(self) -> Iterable[Widget]:
        """The month."""
        yield self.view

    def own_groups(self) -> tuple[Group[Any], ...]:
        """Moving about and going to tasks."""
        return (Group(self.title_now(), (*self.commands_now(), back())),)

    def commands_now(self) -> tuple[Command[CalendarMode], ...]:
        """By day, week, month, or from one thing that happens to the next."""
        return (
            Command(
                "day-before", ("left",), _("Day before"), _("To the day before."), lambda mode: mode.move(-1)
            ),
            Command("day-after", ("right",), _("Next day"), _("To the next day."), lambda mode: mode.move(1)),
            Command(
                "week-before", ("up", "k"), _("Week before"), _("A week back."), lambda mode: mode.move(-DAYS)
            ),
            Command(
                "week-after", ("down", "j"), _("Next week"), _("A week on."), lambda mode: mode.move(DAYS)
            ),
            Command(
                "month-before",
                ("pageup", "ctrl+b"),
                _("Month before"),
                _("A month back."),
                lambda mode: mode.turn(-1),
            ),
            Command(
                "month-after",
                ("pagedown", "ctrl+f"),
                _("Next month"),
                _("A month on."),
                lambda mode: mode.turn(1),
            ),
            Command(
                "event-after",
                ("n",),
                _("Next event"),
                _("To the next day on which something happens."),
                lambda mode: mode.seek(1),
                footer=True,
            ),
            Command(
                "event-before",
                ("N",),
                _("Event before"),
                _("To the day before on which something happens."),
                lambda mode: mode.seek(-1),
            ),
            Command("day-today", ("t",), _("Today"), _("To today."), lambda mode: mode.go(mode.plan.today)),
            Command(
                "day-of-task",
                ("c",),
                _("Day of the task"),
                _("To the day on which the selected task ends."),
                lambda mode: mode.go(_day_of_cursor(mode.plan) or mode.day),
            ),
            Command(
                "jump",
                ("enter", "e"),
                _("To the task"),
                _("To the task of which something happens on the day."),
                lambda mode: mode.jump(),
                footer=True,
            ),
        )

    def refill(self) -> None:
        """Show the month in the plan as it is now."""
        schedule = self.plan.state.schedule
        if schedule is not self._seen:
            self._seen, self._almanac = schedule, Almanac(schedule)
        self.view.show(self._almanac, self.day)

    def explain(self) -> None:
        """All that happens on the day."""
        said = [(full_date(self.day), Ink.PHASE)]
        said += [(f"{mark.sign} {mark.text}", mark.ink) for mark in self._almanac.marks(self.day)]
        windows = self._almanac.open_windows(self.day)
        if windows:
            said.append((_("Open: {windows}").format(windows=", ".join(windows)), Ink.TEXT))
        self.passage.show(said)

    def go(self, day: date) -> None:
        """To a day."""
        self.day = min(max(day, _FIRST), _LAST)
        self.view.show(self._almanac, self.day)
        self.explain()

    def move(self, days: int) -> None:
        """So many days on."""
        self.go(self.day + timedelta(days=days))

    def turn(self, months: int) -> None:
        """So many months on, to the same day of the month or the last that it has."""
        month = self.day.year * _MONTHS + self.day.month - 1 + months
        first = date(month // _MONTHS, month % _MONTHS + 1, 1)
        following = (first + timedelta(days=31)).replace(day=1)
        self.go(min(first + timedelta(days=self.day.day - 1), following - timedelta(days=1)))

    def seek(self, direction: int) -> None:
        """To the next day on which something happens, or the one before (-1)."""
        found = self._almanac.next_day(self.day, direction)
        if found is None:
            self.plan.say(_("nothing happens later") if direction > 0 else _("nothing happens earlier"))
        else:
            self.go(found)

    def jump(self) -> None:
        """To the day's task in the plan, the one that is picked where there are several."""
        tasks = list(dict.fromkeys(self._tasks()))
        if not tasks:
            self.plan.say(_("nothing of a task happens on that day"))
        elif len(tasks) == 1:
            go_to_task(self.plan, tasks[0])
        else:
            offered = [each for each in choices(self.plan.state.schedule.outline) if each.id in tasks]
            self.plan.ask(Picker(full_date(self.day), offered), self._take)

    def _take(self, found: Choice) -> None:
        go_to_task(self.plan, found.id)

    def _tasks(self) -> Iterator[str]:
        for mark in self._almanac.marks(self.day):
            if mark.task is not None:
                yield mark.task

    def on_month_view_clicked(self, message: MonthView.Clicked) -> None:
        """Select the day; a second click leads to its task."""
        self.go(message.day)
        if message.double:
            self.jump()

    def on_month_view_turned(self, message: MonthView.Turned) -> None:
        """By weeks with the wheel."""
        self.move(DAYS * message.weeks)


def _day_of_cursor(plan: Desk) -> date | None:
    """The day on which the plan's selected task ends."""
    row = plan.state.row
    schedule = plan.state.schedule
    return None if row is None or row in schedule.undated else schedule.last_day(row)
