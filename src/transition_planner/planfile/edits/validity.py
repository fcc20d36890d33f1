"""Whether a plan that an edit made could be read again: the checks of reading, for what the edit touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import ValidationError

from transition_planner.plan.entry import Entry
from transition_planner.plan.task import Task
from transition_planner.planfile.document import key_path
from transition_planner.planfile.edits.refusal import EditRefused
from transition_planner.planfile.edits.tree import tasks_in
from transition_planner.planfile.locate import Places
from transition_planner.planfile.messages import wrong_values
from transition_planner.planfile.references import References
from transition_planner.planfile.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from transition_planner.plan.finding import Finding, KeyPath
    from transition_planner.planfile.document import Document

E = TypeVar("E", bound=Entry)


def validated(kind: type[E], fields: dict[str, Any]) -> E:
    """The entry with these fields.

    Raises:
        EditRefused: with the plan's own message if it is not valid.
    """
    try:
        return kind.model_validate(fields, by_alias=True, by_name=False)
    except ValidationError as error:
        raise EditRefused(
            _sentence(next(wrong_values(error, fields, kind, _NOWHERE, Suggestions())))
        ) from None


def check_task(document: Document, task: str) -> None:
    """Refuse a task that refers to nothing, or contradicts itself or what models override in it.

    Raises:
        EditRefused: for the first such thing.
    """
    references = replace(
        _references(document),
        # Gathering 10,000 tasks takes 5 ms; the check of one only looks up a few.
        tasks=cast("dict[str, Task]", _Tasks(document)),
    )
    _refuse_first(references.of_task(task, key_path(document, task)))


def check_plan(document: Document) -> None:
    """Refuse a plan in which anything does (see `check_task`).

    Raises:
        EditRefused: for the first such thing.
    """
    _refuse_first(_references(document).findings())


_NOWHERE = Places("", "")


class _Tasks(Mapping[str, Task]):
    """All tasks of a document by id, each looked up when it is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __getitem__(self, id_: str) -> Task:
        way = [str(step) for step in key_path(self._document, id_)[1::2]]
        return tasks_in(self._document.plan, way[:-1])[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._document.starts.rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._document.starts.ids)

    def __len__(self) -> int:
        return len(self._document.starts.ids)


def _references(document: Document) -> References:
    def override_errors(
        error: ValidationError, fields: Mapping[str, object], way: KeyPath
    ) -> Iterable[Finding]:
        return wrong_values(error, fields, Task, _NOWHERE, Suggestions(), way)

    return References(document.plan, document.register, Suggestions(), lambda _at: 0, override_errors)


def _refuse_first(findings: Iterable[Finding]) -> None:
    for finding in findings:
        raise EditRefused(_sentence(finding))


def _sentence(finding: Finding) -> str:
    """A finding as a sentence that begins with the key it is about."""
    key = next((step for step in reversed(finding.at) if isinstance(step, str)), "")
    message = f"{key}: {finding.message}." if key else f"{finding.message}."
    return f"{message} {finding.hint}".rstrip()
