"""Rules of the law as lines of text and as data."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from transition_planner.compare.sheet import Sheet
from transition_planner.law.shelf import applied
from transition_planner.law.wording import amount, asked, certainty, form, origin
from transition_planner.locales import _, language
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from transition_planner.law.lawrule import LawRule, Pack
    from transition_planner.plan.plan import Plan

    Told = tuple[str, str, Pack, LawRule]
    """The pack's name, the rule's id, and both."""


def as_in_plan(plan: Plan, id_: str, rule: LawRule) -> LawRule:
    """A rule with the time that a plan sets; its note says that, or that it does not apply."""
    own = applied(rule, id_, plan)
    if own is rule:
        return rule
    said = _("The plan says that it does not apply.")
    if own is not None:
        said = _("The plan sets this time; the pack has {amount}.").format(amount=amount(rule))
    return (own or rule).model_copy(update={"note": " ".join(filter(None, (said, rule.note)))})


def law_lines(id_: str, pack: Pack, rule: LawRule) -> Iterator[str]:
    """A rule: its name, what it asks of dates, in a sentence, and where that is from."""
    yield f"{id_} ({_kind(rule)})"
    asks = asked(rule, rule.from_ or "", rule.to or "")
    if asks:
        yield f"  {asks}"
    if not rule.computed:
        tags = _tags(rule)
        if tags:
            yield "  " + _("Tags: {tags}").format(tags=tags)
    yield f"  {in_language(rule.text, language())}"
    yield f"  {rule.law}, {rule.section}: {rule.source}"
    yield "  " + _("Made from: {seen}; certainty: {certainty}; compared with the law up to {day}").format(
        seen=origin(rule), certainty=certainty(rule), day=pack.seen
    )
    if rule.note:
        yield "  " + _("Note: {text}").format(text=rule.note)


def law_data(name: str, id_: str, pack: Pack, rule: LawRule) -> dict[str, Any]:
    """A rule of the pack of some name in JSON."""
    return {
        "id": id_,
        "pack": name,
        "severity": rule.severity,
        "form": rule.form,
        "computed": rule.computed,
        "asks": asked(rule, rule.from_ or "", rule.to or ""),
        "from": rule.from_,
        "to": rule.to,
        "text": in_language(rule.text, language()),
        "law": rule.law,
        "section": rule.section,
        "source": rule.source,
        "seen": rule.seen,
        "certainty": rule.certainty,
        "compared": pack.seen.isoformat(),
        "note": rule.note,
    }


def law_sheets(told: Iterable[Told]) -> list[Sheet]:
    """A table for each pack."""
    return [
        Sheet(
            _("{name}: {title}, compared with the law up to {day}").format(
                name=name, title=in_language(pack.title, language()), day=pack.seen
            ),
            tuple(_row(id_, rule) for _name, id_, _pack, rule in rules),
            (
                _("Rule"),
                _("Kind"),
                _("What it asks"),
                _("Tags"),
                _("In a sentence"),
                _("Act and section"),
                _("Address"),
                _("Made from; certainty"),
                _("Note"),
            ),
        )
        for (name, pack), rules in groupby(told, key=lambda each: (each[0], each[2]))
    ]


def _row(id_: str, rule: LawRule) -> tuple[str, ...]:
    return (
        id_,
        _kind(rule),
        asked(rule, rule.from_ or "", rule.to or ""),
        _tags(rule),
        in_language(rule.text, language()),
        f"{rule.law}, {rule.section}",
        rule.source,
        f"{origin(rule)}; {certainty(rule)}",
        rule.note or "",
    )


def _kind(rule: LawRule) -> str:
    """`statutory, lead-min`, `practice, content, for reading`."""
    kind = _("statutory") if rule.severity == "statutory" else _("practice")
    told = form(rule)
    if not rule.computed:
        told = _("{form}, for reading").format(form=told)
    return f"{kind}, {told}"


def _tags(rule: LawRule) -> str:
    return ", ".join(tag for tag in (rule.from_, rule.to) if tag)
