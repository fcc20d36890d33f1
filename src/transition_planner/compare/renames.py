"""Which tasks got another id between two states of a plan: one went, one came, and they say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.compare.entries import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.compare.entries import Entries, Entry

ALIKE = 0.6
"""The share of equal fields from which a task that went and one that came are the same, renamed."""


def renames(old: Entries, new: Entries) -> dict[str, str]:
    """The later id of each renamed task by its earlier one, in file order; the likest pairs are served first."""
    gone = [id_ for id_ in old if id_ not in new]
    come = [id_ for id_ in new if id_ not in old]
    if not gone or not come:
        return {}
    came = [_traits(new[id_]) for id_ in come]
    likeness = []
    for before, id_ in enumerate(gone):
        was = _traits(old[id_])
        for after, other in enumerate(come):
            if old[id_].task.is_phase == new[other].task.is_phase:
                likeness.append((-_alike(was, came[after]), before, after))
    pairs: dict[int, int] = {}
    for score, before, after in sorted(likeness):
        if -score >= ALIKE and before not in pairs and after not in pairs.values():
            pairs[before] = after
    return {gone[before]: come[after] for before, after in sorted(pairs.items())}


def _traits(entry: Entry) -> dict[str, Any]:
    """What a task says but for links, whose ids a renaming changes too; of a bare phase what is inside."""
    fields = said(entry.task)
    fields.pop("after", None)
    return fields or dict.fromkeys(entry.task.tasks or (), True)


def _alike(was: Mapping[str, Any], is_: Mapping[str, Any]) -> float:
    """The share of traits that are equal."""
    keys = was.keys() | is_.keys()
    return sum(was.get(key) == is_.get(key) for key in keys) / len(keys) if keys else 0.0
