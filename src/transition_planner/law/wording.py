"""Rules of law in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _, language, ngettext
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from transition_planner.law.lawrule import LawRule
    from transition_planner.law.margin import Margin


def cited(id_: str, rule: LawRule) -> str:
    """`tpo-licence-year-ahead (Asetus taiteen perusopetuksesta 813/1998, 4 § 1 mom.)`."""
    return _("{id} ({law}, {section})").format(id=id_, law=rule.law, section=rule.section)


def form(rule: LawRule) -> str:
    """The kind of rule, as packs write it, in the language of people."""
    return {
        "lead-min": _("lead-min"),
        "lag-max": _("lag-max"),
        "precedence": _("precedence"),
        "deadline": _("deadline"),
        "window": _("window"),
        "threshold": _("threshold"),
        "majority": _("majority"),
        "process-time": _("process-time"),
        "content": _("content"),
        "fact": _("fact"),
    }[rule.form]


def origin(rule: LawRule) -> str:
    """What it was made from."""
    return {"statute": _("statute"), "page": _("page"), "memory": _("memory")}[rule.seen]


def certainty(rule: LawRule) -> str:
    """How sure its author is."""
    return {"high": _("high"), "medium": _("medium"), "low": _("low")}[rule.certainty]


def sentence(rule: LawRule) -> str:
    """What is asked, in a sentence, and what it was made from where its author is not quite sure."""
    text = in_language(rule.text, language())
    if rule.certainty == "high":
        return text
    return _("{text} (Made from: {seen}; certainty: {certainty}.)").format(
        text=text, seen=origin(rule), certainty=certainty(rule)
    )


def amount(rule: LawRule) -> str:
    """`14 days`, `5 working days`, `3 months`; of rules for reading whatever they say, "" for nothing."""
    value = rule.value
    if not isinstance(value, int):
        return " ".join(str(part) for part in (value, rule.unit) if part is not None)
    match rule.unit:
        case "calendar-days":
            return ngettext("{n} day", "{n} days", value).format(n=value)
        case "working-days":
            return ngettext("{n} working day", "{n} working days", value).format(n=value)
        case "months":
            return ngettext("{n} month", "{n} months", value).format(n=value)
        case "years":
            return ngettext("{n} year", "{n} years", value).format(n=value)
        case _:
            return f"{value} {rule.unit or ''}".strip()


def asked(rule: LawRule, first: str, second: str) -> str:
    """What a rule asks of two tasks, or of two tags, and of whom."""
    asks = _asked(rule, first, second)
    if rule.employees is None:
        return asks
    of_whom = ngettext(
        "{asked}, of employers of at least {n} person",
        "{asked}, of employers of at least {n} people",
        rule.employees,
    )
    return of_whom.format(asked=asks, n=rule.employees)


def _asked(rule: LawRule, first: str, second: str) -> str:
    match rule.form:
        case "lead-min" | "lag-max":
            time = _("at most {amount} from {first} to the end of {second}")
            if rule.form == "lead-min":
                time = _("at least {amount} from {first} to {second}")
            return time.format(amount=amount(rule), first=_counted(rule, first), second=second)
        case "precedence":
            return _("{first} ends before {second} starts").format(first=first, second=second)
        case "deadline":
            by = _("{first} by {day} before {second}")
            if rule.binds == "to":
                by = _("{second} by {day} after {first}")
            return by.format(first=first, day=rule.day, second=second)
        case "window" if rule.open:
            return _("{second} inside {span}").format(second=second, span=rule.open)
        case _:
            return amount(rule)


def spare(margin: Margin) -> str:
    """How much dates have to spare, or what is missing."""
    days = abs(margin.days)
    if not margin.broken:
        return ngettext("{n} day to spare", "{n} days to spare", days).format(n=days)
    if not days:
        return _("hours are missing")
    return ngettext("{n} day is missing", "{n} days are missing", days).format(n=days)


def _counted(rule: LawRule, first: str) -> str:
    if rule.counts_from == "start":
        return _("the start of {first}").format(first=first)
    if rule.counts_from == "month-end":
        return _("the end of the month of {first}").format(first=first)
    return first
