"""TPA04."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.announced import announced
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.plan.organisations import organisations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TPA04", Family.CALENDARS, Severity.INFO)
def untitled_date(context: Context) -> Iterator[Offence]:
    """A date has no title in a language of the plan.

    What it checks:
        Of milestones, decisions and tasks with a deadline that are still ahead: where roles have sides, that they
        have a title; where the plan's own title is told by language, that theirs is told in the same ones.

    Why it matters:
        In a calendar the title is all that people see. Without one it is the id, and where it lacks a language
        readers of that one find another between their own.

    Example that fails:
        title: {fi: Uusi koti, en: A new home}
        tasks: {agreement-signed: {title: {en: Agreement signed}}}

    Example that passes:
        title: {fi: Uusi koti, en: A new home}
        tasks: {agreement-signed: {title: {fi: Sopimus allekirjoitettu, en: Agreement signed}}}

    Remedy:
        Write the title, in all languages in which calendars are made.

    Source:
        RFC 5545, 3.8.1.12: SUMMARY; docs/calendars.md.
    """
    languages = context.plan.title if isinstance(context.plan.title, dict) else {}
    followed = bool(organisations(context.plan))  # else nobody may look at it but those who write it
    for row in dict.fromkeys(each.row for each in announced(context.plan, context.outline)):
        task, id_ = context.outline.tasks[row], context.outline.ids[row]
        if task.finished is not None:
            continue
        if followed and not task.title:
            yield Offence(
                _("{task} has no title: calendars show its id").format(task=id_),
                context.at(row),
                _("Write what happens on that day."),
            )
        elif isinstance(task.title, dict) and (
            lacking := [each for each in languages if each not in task.title]
        ):
            yield Offence(
                _("the title of {task} is not told in {languages}").format(
                    task=id_, languages=listed(lacking)
                ),
                context.at(row, "title"),
                _("Calendars in that language show another one: add it."),
            )
