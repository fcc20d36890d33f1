"""Whether the fields of one task fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.entry import kebab
from transition_planner.plan.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.task import Task

NOT_OF_A_PHASE = (
    "duration",
    "range",
    "start_no_later_than",
    "finish_no_earlier_than",
    "finish_no_later_than",
    "must_start_on",
    "must_finish_on",
    "as_late_as_possible",
    "started",
    "finished",
    "done",
    "remaining",
    "resumes",
)
"""Fields that hold or move dates which a phase only has from its tasks."""


def inconsistencies(task: Task, way: KeyPath) -> Iterator[Finding]:
    """What contradicts itself in a task that stands at `way`."""
    if task.is_phase:
        written = task.model_fields_set
        for name in NOT_OF_A_PHASE:
            value = getattr(task, name) if name in written else None
            if value is not None and value is not False:
                yield Finding(
                    "TP003",
                    _("a phase cannot have {key}: its dates come from its tasks").format(key=kebab(name)),
                    at=(*way, kebab(name)),
                    hint=_("Move it to a task of the phase."),
                )
    elif task.is_milestone:
        for name in ("range", "remaining"):
            if getattr(task, name) is not None:
                yield Finding(
                    "TP003",
                    _("a milestone cannot have {key}: it takes no time").format(key=name),
                    at=(*way, name),
                    hint=_("Give the task a duration, or delete the key."),
                )
    elif task.range is not None:
        yield from _range(task, way)


def unwritten(task: Task, way: KeyPath) -> Iterator[Finding]:
    """The keys of a task that are written without a value, which would silently make a milestone of it, say."""
    for name in task.model_fields_set:
        if getattr(task, name) is None:
            yield Finding(
                "TP003",
                _("{key} has no value").format(key=kebab(name)),
                at=(*way, kebab(name)),
                hint=_("Write one, or delete the key."),
            )


def _range(task: Task, way: KeyPath) -> Iterator[Finding]:
    span = task.range
    if span is None:
        return
    if span.shortest.unit == span.longest.unit and span.shortest.amount > span.longest.amount:
        yield Finding(
            "TP003",
            _("the range {range} begins above its end").format(range=span),
            at=(*way, "range"),
            hint=_("Write {longest}..{shortest}.").format(longest=span.longest, shortest=span.shortest),
        )
