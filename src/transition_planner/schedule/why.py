"""Why a task is when it is: its chain of drivers back to the plan's start, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _, language
from transition_planner.locales.dates import full_date, long_date
from transition_planner.plan.link import LinkType
from transition_planner.plan.quantity import ELAPSED_MINUTES
from transition_planner.plan.text import in_language
from transition_planner.schedule.driver import Driver, bound, driver, first_task
from transition_planner.schedule.paths import path_to
from transition_planner.schedule.wording import in_words
from transition_planner.schedule.work import months_of
from transition_planner.worktime.instant import add_months, from_date, to_date
from transition_planner.worktime.reasons import ReasonKind, free_spans

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.plan.task import Fixed
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.cycle import Circle
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.worktime.reasons import FreeSpan


@dataclass(frozen=True, slots=True)
class Step:
    """One task of the chain and what decides its date."""

    row: int
    driver: Driver
    sentence: str
    """In the language spoken when the chain was asked for."""


def why(schedule: Schedule, row: int) -> tuple[Step, ...]:
    """The chain from a task back to where it begins: the plan's start, a fixed date, or work that has begun."""
    if row in schedule.undated:
        return (Step(row, Driver("circle"), sentence(schedule, row)),)
    rows = [row] if schedule.network.phase[row] else []
    if row not in schedule.network.manual_phases:
        rows += reversed(path_to(schedule, row))
    return tuple(Step(each, driver(schedule, each), sentence(schedule, each)) for each in rows)


def title(schedule: Schedule, row: int) -> str:
    """The task's title in the language spoken now, else its id."""
    outline = schedule.outline
    return in_language(outline.tasks[row].title, language()) or outline.ids[row]


def sentence(schedule: Schedule, row: int) -> str:
    """What decides when one task or phase is, in one to three sentences; or why it has no dates."""
    if row in schedule.undated:
        return _by_circle(schedule, row, schedule.undated[row])
    if schedule.network.phase[row] and row not in schedule.network.manual_phases:
        first = first_task(schedule, row)
        return _("The phase “{phase}” starts {day} with its first task “{task}”.").format(
            phase=title(schedule, row), day=full_date(schedule.first_day(row)), task=title(schedule, first)
        )
    if row in schedule.impossible:
        return _("“{task}” has no dates of its own: {reason}.").format(
            task=title(schedule, row), reason=schedule.impossible[row]
        )
    found = driver(schedule, row)
    if found.arc is not None:
        said = _by_link(schedule, row, found.arc)
    elif found.kind in {"constraint", "phase"}:
        said = _by_date(schedule, row, found)
    else:
        said = {
            "start": _("“{task}” starts {start}, when the plan starts."),
            "manual": _("“{task}” runs from {start} to {finish}: its dates are set by hand."),
            "progress": _("“{task}” started {start}.")
            if schedule.outline.tasks[row].finished is None
            else _("“{task}” was finished {finish}."),
        }[found.kind].format(
            task=title(schedule, row),
            start=full_date(schedule.first_day(row)),
            finish=full_date(schedule.last_day(row)),
        )
    return " ".join((said, *_waits(schedule, row, found)))


def _by_circle(schedule: Schedule, row: int, circle: Circle) -> str:
    if schedule.outline.ids[row] in circle.path:
        form = _("“{task}” has no dates: it waits in a circle, {path}.")
    elif schedule.network.phase[row] and not schedule.predecessors(row):
        form = _("The phase “{task}” has no dates, since a task in it waits for a circle: {path}.")
    else:
        form = _("“{task}” has no dates: it waits for a circle, {path}.")
    return form.format(task=title(schedule, row), path=circle)


def _by_link(schedule: Schedule, row: int, arc: Arc) -> str:
    """The sentence for a link: whole ones, since each language orders its words otherwise."""
    lag = arc.link.lag
    waits = 0 if lag is None or lag.amount == 0 else 1 if lag.amount > 0 else -1
    return _link_form(arc.link.type, waits, schedule.is_milestone(row)).format(
        task=title(schedule, row),
        start=full_date(schedule.first_day(row)),
        finish=full_date(schedule.last_day(row)),
        amount=in_words(lag) if lag else "",
        pred=title(schedule, arc.pred),
        pred_start=full_date(schedule.first_day(arc.pred)),
        pred_finish=full_date(schedule.last_day(arc.pred)),
    )


def _link_form(type_: LinkType, waits: int, milestone: bool) -> str:
    """The sentence of a type of link without a lag (0), with one (1), or with a lead (-1)."""
    match type_:
        case LinkType.FS if milestone:
            forms = (
                _("“{task}” is {start}, because “{pred}” ends {pred_finish}."),
                _("“{task}” is {start}, {amount} after “{pred}” ends {pred_finish}."),
                _("“{task}” is {start}, {amount} before “{pred}” ends {pred_finish}."),
            )
        case LinkType.FS:
            forms = (
                _("“{task}” starts {start}, because “{pred}” ends {pred_finish}."),
                _("“{task}” starts {start}, {amount} after “{pred}” ends {pred_finish}."),
                _("“{task}” starts {start}, {amount} before “{pred}” ends {pred_finish}."),
            )
        case LinkType.SS:
            forms = (
                _("“{task}” starts {start}, because “{pred}” starts {pred_start}."),
                _("“{task}” starts {start}, {amount} after “{pred}” starts {pred_start}."),
                _("“{task}” starts {start}, {amount} before “{pred}” starts {pred_start}."),
            )
        case LinkType.FF:
            forms = (
                _("“{task}” ends {finish}, because “{pred}” ends {pred_finish}."),
                _("“{task}” ends {finish}, {amount} after “{pred}” ends {pred_finish}."),
                _("“{task}” ends {finish}, {amount} before “{pred}” ends {pred_finish}."),
            )
        case _:  # SF
            forms = (
                _("“{task}” ends {finish}, because “{pred}” starts {pred_start}."),
                _("“{task}” ends {finish}, {amount} after “{pred}” starts {pred_start}."),
                _("“{task}” ends {finish}, {amount} before “{pred}” starts {pred_start}."),
            )
    return forms[waits]


def _by_date(schedule: Schedule, row: int, found: Driver) -> str:
    """The sentence for a date that is fixed at the task or at a phase around it."""
    if found.field == "as_late_as_possible":
        return _("“{task}” starts {start}, as late as nothing behind it is delayed.").format(
            task=title(schedule, row), start=full_date(schedule.first_day(row))
        )
    if found.row is not None and found.field == "manual":
        return _("“{task}” starts {start} with its phase “{phase}”, whose dates are set by hand.").format(
            task=title(schedule, row),
            start=full_date(schedule.first_day(row)),
            phase=title(schedule, found.row),
        )
    fixed = _fixed(schedule, row, found)
    forms = {
        "start_no_earlier_than": _("“{task}” starts {start}: not before {date}{why}."),
        "finish_no_earlier_than": _("“{task}” starts {start}, to end not before {date}{why}."),
        "start_no_later_than": _("“{task}” starts {start}: not after {date}{why}, whatever its links ask."),
        "finish_no_later_than": _("“{task}” ends {finish}: not after {date}{why}, whatever its links ask."),
        "must_start_on": _("“{task}” is fixed to start on {date}{why}."),
        "must_finish_on": _("“{task}” is fixed to end on {date}{why}."),
    }
    reason = in_language(fixed.why, language())
    return forms[found.field or ""].format(
        task=title(schedule, row),
        start=full_date(schedule.first_day(row)),
        finish=full_date(schedule.last_day(row)),
        date=full_date(fixed.date),
        why=f" ({reason})" if reason else "",
    )


def _fixed(schedule: Schedule, row: int, found: Driver) -> Fixed:
    fixed: Fixed = getattr(schedule.outline.tasks[row if found.row is None else found.row], found.field or "")
    return fixed


def _waits(schedule: Schedule, row: int, found: Driver) -> list[str]:
    """Sentences about closed days between the moment the driver allows and the start."""
    calendar = schedule.calendar(row)
    start = schedule.early_start(row)
    if found.arc is not None and not found.arc.to_finish:
        allowed = _allowed(schedule, found.arc)
    elif found.field == "start_no_earlier_than":
        allowed = from_date(_fixed(schedule, row, found).date)
    elif found.kind == "start":
        allowed = schedule.network.start
    else:
        return []
    spans = (
        free_spans(calendar, to_date(allowed), to_date(start)) if to_date(start) > to_date(allowed) else ()
    )
    closed = [span for span in spans if span.reasons[0].kind < ReasonKind.WEEKDAY]
    if any(span.reasons[0].kind is ReasonKind.WINDOW for span in closed):
        name = in_language(_calendar_title(schedule, row), language()) or calendar.name
        return [
            _("The next day of “{calendar}” is {day}.").format(calendar=name, day=full_date(to_date(start)))
        ]
    return [_no_work(span) for span in closed]


def _allowed(schedule: Schedule, arc: Arc) -> int:
    """The instant from which an arc allows its successor to start, working or not."""
    moment = schedule.early_start(arc.pred) if arc.from_start else schedule.early_finish(arc.pred)
    lag = arc.link.lag
    if lag is None or lag.amount <= 0:
        return moment
    if lag.elapsed:
        return add_months(moment + round(lag.amount * ELAPSED_MINUTES.get(lag.unit, 0)), months_of(lag))
    return schedule.calendar(arc.succ).instant(bound(schedule, arc) & ~1)


def _calendar_title(schedule: Schedule, row: int) -> str | dict[str, str] | None:
    entry = schedule.plan.calendars.get(schedule.calendar(row).name)
    return entry.title if entry else None


def _no_work(span: FreeSpan) -> str:
    named = [reason for reason in span.reasons if reason.kind < ReasonKind.WEEKDAY]
    reasons = ", ".join(dict.fromkeys(str(reason) for reason in named))
    if span.first == span.last:
        return _("No work {day}: {reason}.").format(day=long_date(span.first), reason=reasons)
    return _("No work {first} to {last}: {reason}.").format(
        first=_short(span.first, span.last), last=long_date(span.last), reason=reasons
    )


def _short(first: date, last: date) -> str:
    """The first day of a span without its year where the last day's says it."""
    text = long_date(first)
    return text.removesuffix(str(first.year)).rstrip() if first.year == last.year else text
