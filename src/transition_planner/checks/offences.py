"""What a model's tasks break of the plan's packs, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Offence
from transition_planner.law.counting import yearly
from transition_planner.law.wording import asked, cited, sentence
from transition_planner.locales import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.law.binding import Binding
    from transition_planner.law.lawrule import LawRule
    from transition_planner.law.margin import Margin


def offences(context: Context, *, statutory: bool) -> Iterator[Offence]:
    """The rules broken that the law sets, or those that are custom.

    Raises:
        UnscheduledError: if there are packs and the model has no schedule.
    """
    if not context.shelf.packs:
        return
    for binding in context.bindings:
        if binding.margin.broken and binding.rule.statutory is statutory:
            yield _offence(context, binding)


def _offence(context: Context, binding: Binding) -> Offence:
    schedule, ids = context.schedule, context.outline.ids
    id_, rule, margin = binding.id, binding.rule, binding.margin
    second, bound = ids[margin.second], ids[margin.bound]
    first = ids[margin.first] if margin.first is not None else ""
    days = -margin.days
    if margin.late:
        message = _("{task} finishes on {finish}, {late} by {rule}: {asked}").format(
            task=bound,
            finish=schedule.last_day(margin.bound),
            late=ngettext("{n} day late", "{n} days late", days).format(n=days),
            rule=cited(id_, rule),
            asked=asked(rule, first, second),
        )
        return Offence(message, context.at(margin.bound), _hint_of_late(context, rule, margin))
    message = _("{second} starts on {start}, {early} by {rule}: {asked}").format(
        second=second,
        start=schedule.first_day(margin.second),
        early=ngettext("{n} day too early", "{n} days too early", days).format(n=days)
        if days
        else _("hours too early"),
        rule=cited(id_, rule),
        asked=asked(rule, first, second),
    )
    hint = _(
        "{first}, forecast for {finish}, would still do on {limit}; `transition-planner why {first}` shows what "
        "holds it. Else start {second} later. Rule: {text}"
    )
    if rule.form == "lead-min" and rule.counts_from == "start":
        hint = _(
            "{first}, forecast to start on {start}, would still do if it started on {limit}; `transition-planner why "
            "{first}` shows what holds it. Else start {second} later. Rule: {text}"
        )
    hint = hint.format(
        first=first,
        start=schedule.first_day(margin.bound),
        finish=schedule.last_day(margin.bound),
        limit=margin.limit,
        second=second,
        text=sentence(rule),
    )
    return Offence(message, context.at(margin.second), hint)


def _hint_of_late(context: Context, rule: LawRule, margin: Margin) -> str:
    """By when a task would still do; of a window also the day from which on it will again."""
    hint = _(
        "It would still do on {limit}; `transition-planner why {task}` shows what holds it. Rule: {text}"
    )
    opens = None
    if rule.open is not None:
        opens = yearly(context.schedule.last_day(margin.bound), rule.open.partition("..")[0], forward=True)
        hint = _(
            "It would still do on {limit}, or again from {opens} on; `transition-planner why {task}` shows what holds "
            "it. Rule: {text}"
        )
    return hint.format(
        limit=margin.limit,
        opens=opens,
        task=context.outline.ids[margin.bound],
        text=sentence(rule),
    )
