"""Rules of the law as lines of text and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.law.wording import asked
from transition_planner.locales import _, language
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.law.lawrule import LawRule, Pack


def law_lines(id_: str, pack: Pack, rule: LawRule) -> Iterator[str]:
    """A rule: its name, what it asks of dates, in a sentence, and where that is from."""
    statutory = rule.severity == "statutory"
    told = rule.form if rule.computed else _("{form}, for reading").format(form=rule.form)
    kind = _("statutory") if statutory else _("practice")
    yield f"{id_} ({kind}, {told})"
    asks = asked(rule, rule.from_ or "", rule.to or "")
    if asks:
        yield f"  {asks}"
    if not rule.computed:
        tags = [tag for tag in (rule.from_, rule.to) if tag]
        if tags:
            yield "  " + _("Tags: {tags}").format(tags=", ".join(tags))
    yield f"  {in_language(rule.text, language())}"
    yield f"  {rule.law}, {rule.section}: {rule.source}"
    yield "  " + _("Made from: {seen}; certainty: {certainty}; compared with the law up to {day}").format(
        seen=rule.seen, certainty=rule.certainty, day=pack.seen
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
