"""One text read and validated as an entry: a plan or a register."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import ValidationError

from transition_planner.locales import _
from transition_planner.plan.entry import Entry, ErrorBudget
from transition_planner.plan.finding import Finding
from transition_planner.planfile.limits import LARGEST
from transition_planner.planfile.locate import Places
from transition_planner.planfile.messages import wrong_values
from transition_planner.planfile.partial import without
from transition_planner.planfile.places import place_at
from transition_planner.planfile.reader import read
from transition_planner.planfile.suggestions import Suggestions
from transition_planner.planfile.syntax import MOST_FINDINGS, forbidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.plan.entry import Made
    from transition_planner.planfile.reader import Raw

E = TypeVar("E", bound=Entry)


@dataclass(slots=True)
class Validated(Generic[E]):
    """What could be made of a text."""

    places: Places
    entry: E | None = None
    """The entry; where values are wrong, what is left without them; None where that is nothing."""
    partial: bool = False
    """Whether wrong values were left out of the entry."""
    raw: Raw | None = None
    findings: list[Finding] = field(default_factory=list)
    """All that is wrong so far, with places."""
    suggestions: Suggestions = field(default_factory=Suggestions)

    def add(self, findings: Iterable[Finding]) -> None:
        """Add findings about values, but for those that reading could not make anything of and has told about."""
        told = {finding.place for finding in self.raw.findings} if self.raw else set()
        new = (finding for finding in findings if finding.place not in told)
        self.findings += islice(new, max(0, MOST_FINDINGS - len(self.findings)))


def validated(text: str, name: str, kind: type[E]) -> Validated[E]:
    """Read a text, without its byte order mark, as an entry of some kind; `name` is the file's in findings."""
    result: Validated[E] = Validated(Places(text, name))
    result.findings += unreadable(text, name)
    if result.findings:
        return result
    result.raw = raw = read(text, name)
    result.findings += raw.findings
    if not raw.whole:
        return result
    offsets = cache(raw.offsets)
    result.places = Places(text, name, lambda chain: offsets().get(chain))
    if not isinstance(raw.data, dict):
        result.findings.append(_no_map(raw.data, result.places))
        return result
    budget = ErrorBudget(MOST_FINDINGS)
    try:
        result.entry = _entry(kind, raw.data, budget)
    except ValidationError as error:
        values = wrong_values(error, raw.data, kind, result.places, result.suggestions)
        wrong = list(islice(values, MOST_FINDINGS))
        result.add(wrong)
        result.entry = _rest(kind, raw.data, wrong, budget.made) if len(wrong) < MOST_FINDINGS else None
        result.partial = True
    return result


def unreadable(text: str, name: str) -> list[Finding]:
    """What keeps a text from being read at all: its size, and characters that YAML does not allow."""
    if len(text) > LARGEST:
        return [too_large(name)]
    return list(forbidden_characters(text, name))


def too_large(name: str) -> Finding:
    """The finding for a file that is not read."""
    return Finding(
        "TP006",
        _("the file is larger than {number} MB").format(number=LARGEST // 1_000_000),
        hint=_("Is it a plan? 100,000 tasks take some 26 MB."),
        place=place_at("", name, 0),
    )


def _entry(kind: type[E], data: dict[str, Any], budget: ErrorBudget) -> E:
    return kind.model_validate(data, context=budget, by_alias=True, by_name=False)


def _rest(kind: type[E], data: dict[str, Any], wrong: list[Finding], right: Made) -> E | None:
    """What is left without what is wrong, from a validation that has made what is right."""
    rest = without(data, [finding.at for finding in wrong])
    if rest is None:
        return None
    again = ErrorBudget(MOST_FINDINGS, known=right)
    try:
        return _entry(kind, {key: value for key, value in rest.items() if key in _keys(kind)}, again)
    except ValidationError:
        return None


def _keys(kind: type[Entry]) -> set[str]:
    return {info.alias or name for name, info in kind.model_fields.items()}


def _no_map(data: Any, places: Places) -> Finding:
    if data is None:
        return Finding(
            "TP006",
            _("the file is empty"),
            hint=_("Begin with format: 1, or let the command new write a plan."),
            place=places.at(()),
        )
    return Finding(
        "TP006",
        _("the file holds no keys with values"),
        hint=_("Write each as key: value, on a line of its own."),
        place=places.at(()),
    )
