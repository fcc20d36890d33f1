"""Edits drawn at random for a document, most of which can be made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from transition_planner.planfile.edits import (
    AddLink,
    AddTask,
    MoveTask,
    RemoveLink,
    RemoveTask,
    RenameEntry,
    RenameTask,
    SetField,
    SetPlanField,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.plan.task import Task
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import (
        Edit,
    )
    from transition_planner.planfile.edits.rename_entry import Kind

VALUES: dict[str, tuple[Any, ...]] = {
    "duration": ("2d", "1emo", None),
    "title": (
        "Plain",
        "it's: so",
        "no",
        "two\nlines",
        {"fi": "Yksi", "en": "Two 💡"},
        {"sv": "Tre"},
        "",
        None,
    ),
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


def edits(document: Document) -> st.SearchStrategy[Edit]:
    """Any edit, of a task that is there."""
    ids = document.starts.ids
    if not ids:
        return st.just(AddTask("again", {}, None, None))
    tasks = st.sampled_from(ids)
    settings = [(field, value) for field, values in VALUES.items() for value in values]
    lags = st.sampled_from(["", " FS+1d", " FF"])
    linked = [(id_, link.task) for id_, task in every_task(document.plan.tasks) for link in task.after]
    fields = st.sampled_from([{}, {"title": "New: task", "duration": "2d"}, {"note": "a\nb"}])
    places = st.sampled_from(_places(document))
    return st.one_of(
        st.builds(lambda task, setting: SetField(task, *setting), tasks, st.sampled_from(settings)),
        st.builds(lambda task, other, lag: AddLink(task, other + lag), tasks, tasks, lags),
        st.sampled_from([RemoveLink(*pair) for pair in linked or [(ids[0], "none")]]),
        st.builds(RenameTask, tasks, st.sampled_from(NEW_IDS)),
        st.builds(
            lambda entry, to: RenameEntry(entry[0], entry[1], to),
            st.sampled_from(_entries(document)),
            st.sampled_from(NEW_IDS),
        ),
        st.builds(RemoveTask, tasks),
        st.builds(
            lambda id_, some, place: AddTask(id_, some, *place), st.sampled_from(NEW_IDS), fields, places
        ),
        st.builds(lambda task, place: MoveTask(task, *place), tasks, places),
        st.builds(SetPlanField, st.just(("models", "m", "goal")), tasks),
        st.builds(lambda task: SetPlanField(("models", "m", "overrides", task, "note"), "other"), tasks),
        st.sampled_from(
            [
                SetPlanField(("status-date",), "2027-02-01"),
                SetPlanField(("title",), {"fi": "Suunnitelma", "en": "Plan"}),
                SetPlanField(("models", "m", "overrides"), None),
                SetPlanField(("chosen",), "m"),
                SetPlanField(("limits", "near-critical"), "2d"),
                SetPlanField(("thresholds", "least-index"), 0.9),
                SetPlanField(("waivers", 0), {"rule": "TP201", "why": "so: # it", "until": "2027-12-31"}),
                SetPlanField(("roles", "head"), {"title": "Head", "calendar": "bank"}),
                SetPlanField(("calendars", "bank"), {"week": ["mon-fri 08:00-16:00", "sat 09:00-12:00"]}),
                SetPlanField(("calendars", "bank", "closed", 0), {"on": "2027-06-24"}),
                SetPlanField(("calendars", "bank", "closed"), None),
            ]
        ),
    )


def _entries(document: Document) -> list[tuple[Kind, str]]:
    """The calendars, roles and models."""
    kinds: tuple[Kind, ...] = ("calendars", "roles", "models")
    return [(kind, id_) for kind in kinds for id_ in getattr(document.plan, kind)]


def _places(document: Document) -> list[tuple[str | None, str | None]]:
    """Phases, or tasks that would become some, with a task in them to stand behind; None is the first place."""
    phases = document.starts.phases
    inside = [(phase, id_) for id_, phase in phases.items()]
    return [(None, None), *((id_, None) for id_ in document.starts.ids), *inside]
