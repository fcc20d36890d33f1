"""The lines of the form for what stands outside tasks. A line's name is the way to its value: `limits/critical`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.locales import LANGUAGES, _
from transition_planner.plan.plan import Limits
from transition_planner.plan.thresholds import Thresholds
from transition_planner.tui.entries.overrides import KEY, override_fields
from transition_planner.tui.form.fields import TITLE, FormField, Section, Sort, as_example

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_EMPTY_LINES = 2
"""For more days, at the end of each list: each must be accepted before there are others."""

Said = dict[str, Any]
"""What an entry says, as the plan's file has it."""


def sections_of(kind: str, said: Mapping[str, Any]) -> tuple[Section, ...]:
    """The lines of an entry, in the language spoken now.

    Args:
        kind: Which map or list of the plan it is in; "" for the plan itself.
        said: What it says.
    """
    sections: dict[str, Callable[[Mapping[str, Any]], tuple[Section, ...]]] = {
        "": _plan,
        "calendars": _calendar,
        "roles": _role,
        "models": _model,
        "waivers": _waiver,
    }
    return sections[kind](said)


def _plan(_said: Mapping[str, Any]) -> tuple[Section, ...]:
    return (
        Section(_("Plan"), (*_titles(), FormField("summary", Sort.TEXT, _("Summary")))),
        Section(
            _("Time"),
            (
                FormField("start", Sort.AMOUNT, _("Start")),
                FormField("status-date", Sort.AMOUNT, _("Status date"), as_example("2027-03-01")),
                FormField("calendar", Sort.NAME, _("Calendar"), "always"),
                FormField("timezone", Sort.NAME, _("Time zone"), "Europe/Helsinki"),
                FormField("day", Sort.AMOUNT, _("A day of work"), as_example("7h")),
                FormField("week", Sort.AMOUNT, _("A week of work"), as_example("5d")),
            ),
        ),
        Section(
            _("Choice"),
            (
                FormField("chosen", Sort.NAME, _("Chosen model")),
                FormField("choice", Sort.NAME, _("Task that chooses")),
                FormField(
                    "baseline", Sort.AMOUNT, _("Baseline"), as_example(_("a tag, a commit or 2027-06-18"))
                ),
            ),
        ),
        Section(
            _("Law"),
            (
                FormField("rules", Sort.NAMES, _("Rule packs"), as_example("fi/association, fi/licence")),
                FormField(
                    "rule-parameters", Sort.SETTINGS, _("Rules set otherwise"), as_example("meeting-notice 7")
                ),
                FormField("employees", Sort.COUNTS, _("Employees of sides"), as_example("school 45, new 60")),
            ),
        ),
        Section(_("Limits"), _limits()),
        Section(_("What check takes as too much"), _thresholds()),
    )


def _limits() -> tuple[FormField, ...]:
    sorts = {"critical": Sort.AMOUNT, "near-critical": Sort.AMOUNT, "each-end": Sort.FLAG}
    labels = {
        "critical": _("Critical up to"),
        "near-critical": _("Nearly critical up to"),
        "each-end": _("Each end by itself"),
    }
    return _with_defaults("limits", Limits(), sorts, labels)


def _thresholds() -> tuple[FormField, ...]:
    percent, number, amount = Sort.PERCENT, Sort.NUMBER, Sort.AMOUNT
    sorts = {
        "offenders": percent,
        "least-finish-start": percent,
        "least-index": number,
        "long-lag": amount,
        "long-float": amount,
        "long-duration": amount,
        "short-duration": amount,
        "predecessors": number,
        "least-density": number,
        "most-density": number,
        "most-critical": percent,
        "most-milestones": percent,
        "tasks-at-once": number,
        "weeks-without-news": number,
        "status-age": number,
        "slip": number,
    }
    labels = {
        "offenders": _("Offenders"),
        "least-finish-start": _("FS links, at least"),
        "least-index": _("Indexes, at least"),
        "long-lag": _("Lag"),
        "long-float": _("Float"),
        "long-duration": _("Long duration"),
        "short-duration": _("Short duration"),
        "predecessors": _("Links into a task"),
        "least-density": _("Links a task, least"),
        "most-density": _("Links a task, most"),
        "most-critical": _("Critical tasks"),
        "most-milestones": _("Milestones"),
        "tasks-at-once": _("Tasks of a role"),
        "weeks-without-news": _("Weeks without news"),
        "status-age": _("Age of status, days"),
        "slip": _("Slip, days"),
    }
    return _with_defaults("thresholds", Thresholds(), sorts, labels)


def _with_defaults(
    key: str, entry: Limits | Thresholds, sorts: Mapping[str, Sort], labels: Mapping[str, str]
) -> tuple[FormField, ...]:
    """Lines that show what holds while they are empty."""
    holds = entry.model_dump(mode="json", by_alias=True)
    percent = {name: f"{holds[name]}%" for name, sort in sorts.items() if sort is Sort.PERCENT}
    return tuple(
        FormField(
            f"{key}/{name}",
            sort,
            labels[name],
            _("{value} while it is empty").format(value=percent.get(name, holds[name])),
        )
        for name, sort in sorts.items()
    )


def _calendar(said: Mapping[str, Any]) -> tuple[Section, ...]:
    return (
        Section(_("Calendar"), _named()),
        Section(
            _("Working time"),
            (
                FormField(
                    "week",
                    Sort.WEEKS,
                    _("Week"),
                    as_example("mon-thu 08:00-16:00; fri 08:00-12:00"),
                ),
                FormField("holidays", Sort.NAMES, _("Public holidays"), as_example("FI")),
                FormField("within", Sort.NAME, _("Only within"), _("another calendar")),
            ),
        ),
        Section(_("Closed"), _days(said, "closed", "2027-07-01..2027-07-31")),
        Section(_("Open all the same"), _days(said, "open", "2027-05-08 09:00-15:00")),
        Section(_("Open on these days only"), _days(said, "only", "FREQ=MONTHLY;BYDAY=2TU")),
    )


def _days(said: Mapping[str, Any], key: str, example: str) -> tuple[FormField, ...]:
    number = len(listed(said.get(key)))
    shown = as_example(_("{days}, and the reason").format(days=example))
    lines = [FormField(f"{key}/{index}", Sort.DAYS, str(index + 1)) for index in range(number)]
    more = range(number, number + _EMPTY_LINES)
    return (*lines, *(FormField(f"{key}/{index}", Sort.DAYS, _("One more"), shown) for index in more))


def _role(_said: Mapping[str, Any]) -> tuple[Section, ...]:
    return (
        Section(
            _("Role"),
            (
                *_named(),
                FormField("side", Sort.NAME, _("Side"), _("the organisation it belongs to")),
                FormField("calendar", Sort.NAME, _("Calendar"), _("when it can work")),
            ),
        ),
    )


def _model(said: Mapping[str, Any]) -> tuple[Section, ...]:
    return (
        Section(
            _("Model"),
            (
                *_named(),
                FormField("summary", Sort.TEXT, _("Summary")),
                FormField("goal", Sort.NAME, _("Goal"), _("the milestone it aims at")),
            ),
        ),
        Section(_("Tasks otherwise"), tuple(override_fields(said.get(KEY, {})))),
    )


def _waiver(_said: Mapping[str, Any]) -> tuple[Section, ...]:
    return (
        Section(
            _("Waiver"),
            (
                FormField("rule", Sort.NAME, _("Rule"), as_example("TP204")),
                FormField("of", Sort.NAME, _("Excepted"), _("everything")),
                FormField("why", Sort.TEXT, _("Reason")),
                FormField("until", Sort.AMOUNT, _("Until"), as_example("2027-06-18")),
            ),
        ),
    )


def _named() -> tuple[FormField, ...]:
    return (*_titles(), FormField("id", Sort.ID, _("Id"), _("made from the title")))


def _titles() -> tuple[FormField, ...]:
    return tuple(
        FormField(f"{TITLE}{each}", Sort.TITLE, _("Title ({language})").format(language=each))
        for each in LANGUAGES
    )


def listed(value: Any) -> list[Any]:
    """A value that may stand alone as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
