"""What a model's tasks break of the plan's packs, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.law.breach import between, outside
from transition_planner.checks.law.shelf import applied
from transition_planner.checks.law.wording import asked, cited
from transition_planner.checks.rule import Offence
from transition_planner.locales import _, language, ngettext
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.checks.law.breach import Breach
    from transition_planner.checks.law.lawrule import LawRule
    from transition_planner.checks.law.pairing import Pairs


def offences(context: Context, *, statutory: bool) -> Iterator[Offence]:
    """The rules broken that the law sets, or those that are custom.

    Raises:
        UnscheduledError: if there are packs and the model has no schedule.
    """
    shelf = context.shelf
    if not shelf.packs:
        return
    pairs = context.pairs
    for id_, written in shelf.rules.items():
        rule = applied(written, id_, context.plan) if written.computed else None
        if rule is not None and (rule.severity == "statutory" and not rule.own_rules) is statutory:
            for breach in breaches(context, pairs, rule):
                yield _offence(context, id_, rule, breach)


def breaches(context: Context, pairs: Pairs, rule: LawRule) -> Iterator[Breach]:
    """Where a model breaks a rule."""
    schedule = context.schedule
    found = (
        (outside(schedule, rule, row) for row in pairs.rows.get(rule.to or "", []))
        if rule.form == "window"
        else (between(schedule, rule, first, second) for first, second in pairs.of(rule))
    )
    return (breach for breach in found if breach is not None)


def _offence(context: Context, id_: str, rule: LawRule, breach: Breach) -> Offence:
    schedule, ids = context.schedule, context.outline.ids
    second, bound = ids[breach.second], ids[breach.bound]
    first = ids[breach.first] if breach.first is not None else ""
    days = breach.days
    if breach.late:
        message = _("{task} finishes on {finish}, {late} by {rule}: {asked}").format(
            task=bound,
            finish=schedule.last_day(breach.bound),
            late=ngettext("{n} day late", "{n} days late", days).format(n=days),
            rule=cited(id_, rule),
            asked=asked(rule, first, second),
        )
        hint = _(
            "It would still do on {limit}; `transition-planner why {task}` shows what holds it. Rule: {text}"
        ).format(limit=breach.limit, task=bound, text=in_language(rule.text, language()))
        return Offence(message, context.at(breach.bound), hint)
    message = _("{second} starts on {start}, {early} by {rule}: {asked}").format(
        second=second,
        start=schedule.first_day(breach.second),
        early=ngettext("{n} day too early", "{n} days too early", days).format(n=days)
        if days
        else _("hours too early"),
        rule=cited(id_, rule),
        asked=asked(rule, first, second),
    )
    hint = _(
        "{first}, forecast for {finish}, would still do on {limit}; `transition-planner why {first}` shows what "
        "holds it. Else start {second} later. Rule: {text}"
    ).format(
        first=first,
        finish=schedule.last_day(breach.bound),
        limit=breach.limit,
        second=second,
        text=in_language(rule.text, language()),
    )
    return Offence(message, context.at(breach.second), hint)
