"""From splices to a new document: made, read again, and compared with what was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from transition_planner.locales import _
from transition_planner.planfile.edits.refusal import EditRefused
from transition_planner.planfile.edits.stretch import Stretch, meaning
from transition_planner.planfile.edits.validity import check_task
from transition_planner.planfile.events import NotYamlError
from transition_planner.planfile.splice import spliced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.nodes import Node
    from transition_planner.planfile.splice import Splice
    from transition_planner.planfile.starts import Starts


@dataclass(frozen=True, slots=True)
class Applied:
    """An edit that was made."""

    document: Document
    splices: tuple[Splice, ...]
    """What it did to the text, in its order; none where there was nothing to do."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A task, or (None) the plan around its tasks, whose text an edit changed or put beside a change."""

    task: str | None
    before: Node | None
    """Its value as it was; None where there was none."""
    meant: Any
    """What its value should say now; `Stretch` tells how much of a phase that is."""


def applied(
    document: Document,
    splices: Sequence[Splice],
    plan: Plan,
    touched: Sequence[Touched],
    starts: Starts | None = None,
) -> Applied:
    """The document with the splices made.

    Args:
        document: as it was.
        splices: of its text.
        plan: what the new text says.
        touched: what is read again.
        starts: where the tasks stand in the new text; None where none came or went.

    Raises:
        EditRefused: if a touched value does not say what was meant, an alias elsewhere shares it, or a touched task
            could not be read again.
    """
    if not splices:
        return Applied(document, ())
    ordered = tuple(sorted(splices, key=lambda splice: (splice.start, splice.end)))
    text = spliced(document.text, ordered)
    if starts is None:
        starts = document.starts.shifted(ordered)
    new = replace(document, text=text, plan=plan, starts=starts)
    for each in touched:
        _confirm(new, each)
    return Applied(new, ordered)


def refuse_shared(text: str, before: Node | None, after: Node | None) -> None:
    """Refuse an edit that changes, removes or adds an anchored value for which an alias in the text stands.

    Raises:
        EditRefused: if there is one.
    """
    was = dict(_anchors(before)) if before else {}
    now = dict(_anchors(after)) if after else {}
    for name in was.keys() | now.keys():
        if was.get(name) != now.get(name) and re.search(rf"\*{re.escape(name)}(?![\w-])", text):
            raise EditRefused(
                _(
                    "The value with the anchor &{name} is shared by an alias *{name}: change it in the file."
                ).format(name=name)
            )


def _confirm(document: Document, touched: Touched) -> None:
    try:
        after = Stretch(document, touched.task).root
    except NotYamlError:
        after = None
    if after is None or _own(meaning(after)) != _own(touched.meant):
        raise EditRefused(
            _("The text of {task} would not say what is meant: change it in the file.").format(
                task=touched.task or _("the plan")
            )
        )
    refuse_shared(document.text, touched.before, after)
    changed = touched.before is None or meaning(touched.before) != touched.meant
    if changed and touched.task is not None:
        check_task(document, touched.task)


def _own(said: Any) -> Any:
    """What an entry says but for the tasks inside, which are confirmed on their own."""
    return {**said, "tasks": None} if isinstance(said, dict) and "tasks" in said else said


def _anchors(node: Node) -> Iterator[tuple[str, Any]]:
    """The anchored values in a node."""
    if node.anchor:
        yield node.anchor, meaning(node)
    for key, value in node.entries:
        yield from _anchors(key)
        yield from _anchors(value)
    for item in node.items:
        yield from _anchors(item)
