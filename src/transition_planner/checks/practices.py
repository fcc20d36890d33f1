"""The machine's half of GAO's ten practices of scheduling, for one model: what the rules of each practice find.

What people have to judge (whether all work is in the plan, whether estimates are honest) is not in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.assessment import Metric, Verdict
from transition_planner.checks.registry import rules
from transition_planner.locales import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.plan.finding import KeyPath

CODES = {
    1: ("TP405", "TP505", "TP506", "TP509"),
    2: ("TP209", "TP210", *(f"TP3{number:02}" for number in (*range(1, 10), 13, 14, 15, 16, 17))),
    3: ("TP501", "TP508"),
    4: ("TP208", "TP211", "TP213", "TP502", "TP510"),
    5: ("TP105", "TP311", "TP312", "TP318", "TP901"),
    6: ("TP203", "TP901", "TP902"),
    7: ("TP201", "TP202", "TP207"),
    8: ("TP507",),
    9: ("TP205", "TP206", "TP70"),
    10: ("TP802", "TP803", "TP804", "TP805", "TP806", "TP812"),
}
"""The rules that look after each practice: codes, or beginnings of codes."""
_PROGRESS, _BASELINE = 9, 10


def practices(context: Context) -> tuple[Metric, ...]:
    """The ten practices.

    Raises:
        UnscheduledError: if not all of the model has dates.
    """
    return tuple(_practice(context, number, name) for number, name in enumerate(_names(), 1))


def _names() -> Iterator[str]:
    yield _("capturing all activities")
    yield _("sequencing all activities")
    yield _("assigning resources")
    yield _("establishing durations")
    yield _("traceable horizontally and vertically")
    yield _("valid critical path")
    yield _("reasonable float")
    yield _("schedule risk analysis")
    yield _("updating with progress and logic")
    yield _("maintaining a baseline")


def _practice(context: Context, number: int, name: str) -> Metric:
    if number == _BASELINE and context.plan.baseline is None:
        return Metric(number, name, _("no baseline"), "0", Verdict.FAILED)
    offenders = tuple(_offenders(context, CODES[number]))
    if not offenders and number == _PROGRESS and context.plan.status_date is None:
        return Metric(number, name, _("no status date"), "0", Verdict.NOT_APPLICABLE)
    if not offenders and not context.open_rows:
        return Metric(number, name, _("nothing to count"), "0", Verdict.NOT_APPLICABLE)
    value = ngettext("{n} finding", "{n} findings", len(offenders)).format(n=len(offenders))
    verdict = Verdict.FAILED if offenders else Verdict.PASSED
    return Metric(number, name, value, "0", verdict, tuple(dict.fromkeys(offenders)))


def _offenders(context: Context, codes: tuple[str, ...]) -> Iterator[str]:
    for rule in rules():
        if rule.code.startswith(codes):
            for offence in rule.look(context):
                yield f"{_task(offence.at) or offence.message} ({rule.code})"


def _task(at: KeyPath) -> str | None:
    """The id of the innermost task on a way into the plan."""
    for step, following in zip(reversed(at[:-1]), reversed(at[1:]), strict=True):
        if step in {"tasks", "overrides"}:
            return str(following)
    return None
