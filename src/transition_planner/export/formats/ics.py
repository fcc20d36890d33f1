"""`export ics`: dates for the calendar program that everybody already uses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from transition_planner.export.format import Choice, Format, WrongChoice
from transition_planner.export.ics.kind import USUAL, Kind
from transition_planner.locales import _
from transition_planner.plan.organisations import organisations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.export.ledger.ledger import Ledger
    from transition_planner.locales import Language
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


def _write(
    schedule: Schedule, document: Document, language: Language, chosen: Mapping[str, tuple[str, ...]]
) -> bytes:
    return _write_revised(schedule, document, language, chosen, None)


def _write_revised(
    schedule: Schedule,
    document: Document,
    language: Language,
    chosen: Mapping[str, tuple[str, ...]],
    ledger: Ledger | None,
) -> bytes:
    from transition_planner.export.ics.calendar import calendar  # noqa: PLC0415  # icalendar: 60 ms at import
    from transition_planner.export.ics.laws import laws_of  # noqa: PLC0415  # as above
    from transition_planner.export.ics.selection import Selection  # noqa: PLC0415  # as above

    selection = Selection(
        kinds=frozenset(map(Kind, chosen["kinds"])),
        organisations=_organisations(schedule.plan, chosen["organisation"]),
        critical_only="critical" in chosen["only"],
        until=_until(chosen["until"]),
        todos="todos" in chosen["also"],
        journals="journals" in chosen["also"],
        alarms=frozenset(map(Kind, chosen["alarms"])),
    )
    return calendar(schedule, selection, language, ledger, laws_of(document, schedule))


def _organisations(plan: Plan, chosen: tuple[str, ...]) -> frozenset[str]:
    known = organisations(plan)
    for name in chosen:
        if name not in known:
            raise WrongChoice(
                "organisation",
                _("no role of the plan is on the side {name}. There is {names}.").format(
                    name=repr(name), names=", ".join(known)
                )
                if known
                else _("no role of the plan has a side: write side: NAME at the roles."),
            )
    return frozenset(chosen)


def _until(chosen: tuple[str, ...]) -> date | None:
    if not chosen:
        return None
    try:
        return date.fromisoformat(",".join(chosen))
    except ValueError:
        raise WrongChoice(
            "until",
            _("{value} is not a day: write year, month and day as in 2027-06-18").format(
                value=repr(",".join(chosen))
            ),
        ) from None


FORMAT = Format(
    name="ics",
    suffix=".ics",
    summary=lambda: _("milestones, deadlines and decisions for calendar programs (iCalendar)"),
    writer=_write,
    revised_writer=_write_revised,
    choices=(
        Choice("kinds", tuple(Kind), lambda: _("which dates to export"), default=tuple(USUAL)),
        Choice(
            "organisation",
            (),
            lambda: _("only key dates, and dates of roles on these sides, as owner or involved"),
            default=(),
            metavar="SIDE,…",
        ),
        Choice("only", ("critical",), lambda: _("leave out what has float"), default=()),
        Choice(
            "until",
            (),
            lambda: _("leave out what begins after this day"),
            default=(),
            metavar="DAY",
        ),
        Choice(
            "also",
            ("todos", "journals"),
            lambda: _("tasks and decisions as to-dos too, decisions as journal entries too"),
            default=(),
        ),
        Choice(
            "alarms",
            tuple(Kind),
            lambda: _("which dates ring a day before, deadlines also 14 days before"),
            default=(),
        ),
    ),
    hint=lambda: _(
        "A calendar program that imports this file copies it once: the copy does not move when the plan does."
    ),
)
