"""What was typed in a line of the form, as the value that the plan's file gets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from transition_planner.locales import _
from transition_planner.plan.calendar import ALWAYS
from transition_planner.plan.task import Task
from transition_planner.planfile.suggestions import Suggestions
from transition_planner.tui.form.fields import Sort
from transition_planner.tui.form.fieldtexts import flags, value_of
from transition_planner.tui.form.mistyped import Mistyped
from transition_planner.tui.gestures import all_ids

if TYPE_CHECKING:
    from collections.abc import Collection

    from transition_planner.plan.link import Link
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.edits.layout import Value
    from transition_planner.tui.form.fieldtexts import Texts

_ENDS = re.compile(r"(?P<start>\S+?)\s*\.\.\s*(?P<finish>\S+)(?:\s+(?P<why>.*))?")


def typed_value(plan: Plan, task: Task, name: str, sort: Sort, text: str, language: str) -> Value:
    """What to write into a field; None where it is to go.

    Args:
        plan: What the field may name things of.
        task: The task as it is: what is not typed, such as a reason in another language, is kept.
        name: The field's key in the file.
        sort: How the field is written.
        text: What was typed, without spaces around it.
        language: In which language texts were typed.

    Raises:
        Mistyped: if the plan cannot take it.
    """
    before = value_of(task, name)
    if sort is Sort.TEXT:
        return retold(before, text, language)
    if not text:
        return None
    if sort is Sort.FLAG:
        wanted = yes_or_no(name, text)
        return None if wanted == value_of(Task(), name) else wanted
    value: Value = f"{text}%" if name == "done" and text.isdecimal() else text
    if sort is Sort.NAMES:
        value = [each.strip() for each in text.split(",") if each.strip()]
    elif sort is Sort.LINKS:
        value = [str(link) for link in links(plan, text)]
    elif sort is Sort.FIXED:
        day, _space, why = text.partition(" ")
        value = _reasoned({"date": day.rstrip(",")}, before, why.strip(), language)
    elif sort is Sort.MANUAL:
        value = _manual(name, text, before, language)
    _check_names(plan, name, value)
    _parsed(name, value)
    return value["date"] if isinstance(value, dict) and value.keys() == {"date"} else value


def links(plan: Plan, text: str) -> list[Link]:
    """The links typed.

    Raises:
        Mistyped: if one is none, or leads from no task of the plan.
    """
    found = list(_parsed("after", [part.strip() for part in text.split(",") if part.strip()]).after)
    known = all_ids(plan.tasks)
    for link in found:
        require_known("after", link.task, known, _("there is no task {name}"))
    return found


def retold(old: Texts, text: str, language: str) -> Value:
    """A text with what was typed in a language, and what it has in others; None where nothing is left."""
    return _in_language(old, text, language) if text else _without(old, language)


def yes_or_no(name: str, text: str) -> bool:
    """Whether yes was typed.

    Raises:
        Mistyped: if it was neither yes nor no.
    """
    answers = {"true": True, "yes": True, "y": True, "false": False, "no": False, "n": False}
    for on, said in flags().items():
        answers |= {said: on, said[0]: on}
    wanted = answers.get(text.casefold())
    if wanted is None:
        raise Mistyped(name, _("{value} is neither yes nor no").format(value=repr(text)))
    return wanted


def require_known(line: str, name: str, known: Collection[str], sentence: str) -> None:
    """Make sure that a name typed in a line is one of those known.

    Raises:
        Mistyped: with the sentence and the nearest known name if not.
    """
    if name not in known:
        hint = Suggestions().hint(name, known)
        raise Mistyped(line, " ".join(part for part in (sentence.format(name=name) + ".", hint) if part))


def _manual(name: str, text: str, before: Any, language: str) -> Value:
    match = _ENDS.fullmatch(text)
    if match is None:
        raise Mistyped(
            name, _("{value} is not a span: write 2027-06-01..2027-06-18").format(value=repr(text))
        )
    span = {"start": match["start"], "finish": match["finish"].rstrip(",")}
    return _reasoned(span, before, match["why"] or "", language)


def _reasoned(dates: dict[str, str], before: Any, why: str, language: str) -> dict[str, Value]:
    """Dates with the reason typed, which keeps its other languages."""
    new = retold(before.why if before is not None else None, why, language)
    return {**dates, **({} if new is None else {"why": new})}


def _in_language(old: Texts, text: str, language: str) -> Value:
    return {**old, language: text} if isinstance(old, dict) else text


def _without(old: Texts, language: str) -> Value:
    """A text without what it says in a language; None where nothing is left."""
    kept: dict[str, Value] = {**old} if isinstance(old, dict) else {}
    kept.pop(language, None)
    return kept or None


def _parsed(name: str, value: Any) -> Task:
    try:
        return Task.model_validate({name: value})
    except ValidationError as error:
        told = error.errors(include_url=False)[0].get("ctx", {})
        sentence = str(told.get("template", "")) or _("{value} does not fit here")
        raise Mistyped(name, _(sentence).format(**{"value": repr(value), **told})) from None


def _check_names(plan: Plan, name: str, value: Value) -> None:
    if name == "calendar":
        require_known(name, str(value), [*plan.calendars, ALWAYS], _("there is no calendar {name}"))
    elif name in {"owner", "involves"}:
        for role in value if isinstance(value, list) else [value]:
            require_known(name, str(role), plan.roles, _("there is no role {name}"))
    elif name == "in" and isinstance(value, list):
        for model in value:
            require_known(name, str(model), plan.models, _("there is no model {name}"))
