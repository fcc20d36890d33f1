from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.planfile.nasty import plans
from transition_planner.planfile.document import entry_span
from transition_planner.planfile.edits import (
    AddLink,
    AddTask,
    Edit,
    EditRefused,
    MoveTask,
    RemoveLink,
    RemoveTask,
    RenameTask,
    SetField,
    SetPlanField,
    apply,
)
from transition_planner.planfile.history import History
from transition_planner.planfile.loading import parse
from transition_planner.planfile.splice import inverse, spliced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from transition_planner.plan.task import Task
    from transition_planner.planfile.document import Document

VALUES: dict[str, tuple[Any, ...]] = {
    "duration": ("2d", "1emo", None),
    "title": ("Plain", "it's: so", "no", "two\nlines", {"fi": "Yksi", "en": "Two 💡"}, {"sv": "Tre"}, "", None),
    "note": ("# not a comment", "a\n\n  b\n", " led by a space\n", "tab\tinside", None),
    "owner": ("lead", None),
    "deadline": ("2027-06-18", {"date": "2027-07-01", "why": "so"}, None),
    "key": (True, False, None),
    "done": (40, "50%", None),
    "kind": ("007", "work", None),
}
NEW_IDS = ("new", "yes", "1e3", "N-1", "0x1f")


def every_task(tasks: Mapping[str, Task]) -> Iterator[tuple[str, Task]]:
    for id_, task in tasks.items():
        yield id_, task
        yield from every_task(task.tasks or {})


@st.composite
def edits(draw: Callable[[st.SearchStrategy[Any]], Any], document: Document) -> Edit:
    ids = document.starts.ids
    if not ids:
        return AddTask("again", {}, None, None)
    some = st.sampled_from(ids)
    task = draw(some)
    match draw(st.integers(0, 9)):
        case 0 | 1 | 2:
            name = draw(st.sampled_from(sorted(VALUES)))
            return SetField(task, name, draw(st.sampled_from(VALUES[name])))
        case 3:
            other = draw(st.sampled_from([id_ for id_ in ids if id_ != task] or ids))
            return AddLink(task, other + draw(st.sampled_from(["", " FS+1d", " FF"])))
        case 4:
            links = [(id_, link.task) for id_, each in every_task(document.plan.tasks) for link in each.after]
            return RemoveLink(*draw(st.sampled_from(links or [(task, "none")])))
        case 5:
            return RenameTask(task, draw(st.sampled_from(NEW_IDS)))
        case 6:
            return RemoveTask(task)
        case 7:
            fields = draw(st.sampled_from([{}, {"title": "New: task", "duration": "2d"}, {"note": "a\nb"}]))
            return AddTask(draw(st.sampled_from(NEW_IDS)), fields, *draw(spots(document)))
        case 8:
            return MoveTask(task, *draw(spots(document)))
    return draw(
        st.sampled_from(
            [
                SetPlanField(("status-date",), "2027-02-01"),
                SetPlanField(("title",), {"fi": "Suunnitelma", "en": "Plan"}),
                SetPlanField(("models", "m", "goal"), task),
                SetPlanField(("models", "m", "overrides", task, "note"), "other"),
                SetPlanField(("models", "m", "overrides"), None),
                SetPlanField(("chosen",), "m"),
            ]
        )
    )


@st.composite
def spots(draw: Callable[[st.SearchStrategy[Any]], Any], document: Document) -> tuple[str | None, str | None]:
    """A phase and a task in it to stand behind."""
    phases = [phase for phase in document.starts.phases.values() if phase is not None]
    phase = draw(st.sampled_from([None, *phases, *document.starts.ids]))
    inside = [id_ for id_ in document.starts.ids if document.starts.phases[id_] == phase]
    return phase, draw(st.sampled_from([None, *inside]))


def set_fields(document: Document) -> dict[str, set[str]]:
    return {id_: task.model_fields_set for id_, task in every_task(document.plan.tasks)}


def comments(text: str) -> int:
    return len(re.findall(r"(?:^|\s)#", text))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans(), st.data())
def test_edits_change_only_their_spans_and_undoing_all_gives_the_first_bytes_back(
    text: str, data: st.DataObject
) -> None:
    first = history = History.of(parse(text))
    for _ in range(data.draw(st.integers(1, 5))):
        before = history.document
        edit = data.draw(edits(before))
        try:
            history = history.do(edit)
        except EditRefused:
            continue
        after = history.document
        if after is before:
            continue
        assert spliced(before.text, history.splices) == after.text
        assert spliced(after.text, inverse(history.splices)) == before.text
        reread = parse(after.text)
        assert reread.plan == after.plan
        assert reread.starts == after.starts
        assert set_fields(reread) == set_fields(after)
    while history.can_undo:
        history = history.undo()
        assert parse(history.document.text).plan == history.document.plan
    assert history.document == first.document
    while history.can_redo:
        history = history.redo()
        assert parse(history.document.text).plan == history.document.plan


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans(), st.data())
def test_setting_a_plain_value_changes_one_line_of_its_own_entry(text: str, data: st.DataObject) -> None:
    before = parse(text)
    task = data.draw(st.sampled_from(before.starts.ids))
    field, value = data.draw(st.sampled_from([("owner", "lead"), ("kind", "work"), ("done", 40), ("key", True)]))
    try:
        after = apply(before, SetField(task, field, value)).document
    except EditRefused:
        return
    start, end = entry_span(before, task)
    grown = len(after.text) - len(before.text)
    assert after.text[:start] == before.text[:start]
    assert after.text[end + grown :] == before.text[end:]
    assert comments(after.text) == comments(before.text)
    old, new = before.text.splitlines(), after.text.splitlines()
    changed = [line for line in old if line not in new]
    assert len(changed) <= 1
    assert len(new) - len(old) in {0, 1}
