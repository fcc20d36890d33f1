"""Ways in which an edit spoils a plan, with what is to be found then, or why it does no harm.

A mutation that is neither fails the test: what is to be found, and each reason, are worked out anew from the plan.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

import networkx as nx
from tests.planfile.drawing import every_task

from transition_planner.plan.link import LinkType
from transition_planner.planfile.edits import RemoveLink, SetField, SetPlanField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from tests.plans.states import Sign, State

    from transition_planner.plan.link import Link
    from transition_planner.plan.task import Task
    from transition_planner.planfile.edits import Edit

LOGIC = frozenset({"TP301", "TP302", "TP306", "TP307"})
PROMISES = frozenset({"TP201", "TP203", "TP404", "TP601", "TP602"})


def _promises(before: State, after: State) -> set[Sign]:
    return after.promises_broken - before.promises_broken


def _kept(before: State, after: State) -> str:
    if before.dates == after.dates:
        return "no date moves"
    return "dates move, and every deadline, fixed date, lead time and threat's moment is kept"


@dataclass(frozen=True)
class Mutation:
    """An edit that may spoil a plan."""

    edit: Edit
    named: frozenset[str]
    """The rules that look for what it may do."""
    expected: Callable[[State, State], set[Sign]] = _promises
    """What they find, given the plan before and after."""
    excuse: Callable[[State, State], str] = _kept
    """Why it does no harm where nothing is expected; "" where there is no reason."""
    label: str = field(default="", compare=False)


def _tasks(state: State) -> Iterator[tuple[str, Task]]:
    for id_, task in every_task(state.document.plan.tasks):
        if not task.is_phase:
            yield id_, task


def links_removed(state: State, _rng: Random) -> Iterator[Mutation]:
    """A link is lost: what followed it is found by that, or other links say the same and no date moves."""
    for id_, task in _tasks(state):
        for index, link in enumerate(task.after):
            yield Mutation(
                RemoveLink(id_, link.task, index),
                LOGIC | PROMISES | {"TP812"},
                lambda before, after, id_=id_, link=link: (  # type: ignore[misc]
                    _promises(before, after)
                    | (after.open_ends - before.open_ends)
                    | (set() if _said_elsewhere(after, id_, link) else {("TP812", id_)})
                ),
                lambda before, after, id_=id_, link=link: (  # type: ignore[misc]
                    "other links lead from the one task to the other, and no date moves"
                    if _said_elsewhere(after, id_, link) and before.dates == after.dates
                    else ""
                ),
                f"{id_} no longer follows {link}",
            )


_HELD = (
    *("manual", "started", "finished", "must_start_on", "must_finish_on"),
    *("start_no_later_than", "finish_no_later_than"),
)


def _said_elsewhere(state: State, task: str, link: Link) -> bool:
    """Whether in each model a later end of the predecessor makes the task start later all the same."""
    models = [name for name in state.models if {task, link.task} <= state.leaves(name).keys()]
    waits = link.lag is not None and link.lag.amount > 0
    return not waits and all(nx.has_path(_pushing(state, name, task), link.task, task) for name in models)


def _pushing(state: State, model: str, last: str) -> nx.DiGraph[str]:
    """The links of a model that only ever wait for an end, into the last task and into all that no date holds."""
    leaves = state.leaves(model)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(leaves)
    for task, link in state.links(model):
        waits = link.type is LinkType.FS and (link.lag is None or link.lag.amount >= 0)
        if waits and (task == last or not any(getattr(leaves[task], each) for each in _HELD)):
            graph.add_edge(link.task, task)
    return graph


def dates_moved(state: State, rng: Random) -> Iterator[Mutation]:
    """A deadline, an earliest start or a fixed date is another day."""
    for id_, task in _tasks(state):
        for name in ("deadline", "start_no_earlier_than", "must_start_on"):
            fixed = getattr(task, name)
            if fixed is not None:
                day = _day(fixed.date) + timedelta(days=rng.choice((-200, -60, -20, -7, 7, 30, 90, 250)))
                key = name.replace("_", "-")
                yield Mutation(
                    SetField(id_, key, {"date": day.isoformat(), "why": "Moved"}),
                    PROMISES,
                    label=f"{key} of {id_} is {day}",
                )


def _day(moment: date) -> date:
    return date(moment.year, moment.month, moment.day)


def notices_shortened(state: State, rng: Random) -> Iterator[Mutation]:
    """The wait after a notice is shorter."""
    for id_, task in _tasks(state):
        for index, link in enumerate(task.after):
            if link.lag is not None and link.lag.amount > 0:
                days = rng.randrange(int(link.lag.amount))
                links: list[str] = [str(each) for each in task.after]
                links[index] = f"{link.task} {link.type}+{days}{link.lag.unit}"
                yield Mutation(SetField(id_, "after", [*links]), PROMISES, label=f"{id_}: {links[index]}")


_COVERAGE = {
    "mitigates": ("threats", "TP401"),
    "realises": ("opportunities", "TP402"),
    "serves": ("objectives", "TP403"),
}


def measures_deleted(state: State, rng: Random) -> Iterator[Mutation]:
    """A task no longer mitigates a threat, realises an opportunity or serves an objective."""
    for id_, task in _tasks(state):
        for name, (section, code) in _COVERAGE.items():
            items = list(getattr(task, name))
            if items:
                item = items.pop(rng.randrange(len(items)))
                yield Mutation(
                    SetField(id_, name, [*items] or None),
                    frozenset({code, "TP404"}),
                    _uncovered(name, section, code, item),
                    _other_measure(name, item),
                    f"{id_} no longer {name} {item}",
                )


def _uncovered(name: str, section: str, code: str, item: str) -> Callable[[State, State], set[Sign]]:
    def expected(before: State, after: State) -> set[Sign]:
        register = after.document.register
        concerned = [model for model in after.models if getattr(register, section)[item].concerns(model)]
        bare = any(not after.measures(after.models[model], name, item) for model in concerned)
        late = {sign for sign in _promises(before, after) if sign[0] == "TP404"}
        return late | ({(code, item)} if bare else set())

    return expected


def _other_measure(name: str, item: str) -> Callable[[State, State], str]:
    def excuse(_before: State, after: State) -> str:
        others = {id_ for made in after.models.values() for id_ in after.measures(made, name, item)}
        return f"others do: {', '.join(sorted(others))}" if others else ""

    return excuse


def durations_changed(state: State, rng: Random) -> Iterator[Mutation]:
    """A task takes longer, or less."""
    for id_, task in _tasks(state):
        if task.duration is not None and task.duration.amount and task.range is not None:
            amount = max(1, round(task.duration.amount * rng.choice((0.2, 0.6, 0.9, 1.2, 2, 5))))
            spans = (task.range.shortest, task.range.longest)
            outside = task.duration.unit == spans[0].unit == spans[1].unit and not (
                spans[0].amount <= amount <= spans[1].amount
            )
            signs: set[Sign] = {("TP502", id_)} if outside else set()
            yield Mutation(
                SetField(id_, "duration", f"{amount}{task.duration.unit}"),
                PROMISES | {"TP502"},
                lambda before, after, signs=signs: _promises(before, after) | signs,  # type: ignore[misc]
                label=f"{id_} takes {amount}{task.duration.unit}",
            )


def tags_removed(state: State, _rng: Random) -> Iterator[Mutation]:
    """A task loses a tag by which the law finds it."""
    for id_, task in _tasks(state):
        for tag in task.tags:
            left = [each for each in task.tags if each != tag]
            yield Mutation(
                SetField(id_, "tags", [*left] or None),
                PROMISES | {"TP607"},
                lambda before, after: _promises(before, after) | (after.silent_rules - before.silent_rules),
                lambda before, after: (
                    "no rule was held by it" if before.held_rules <= after.held_rules else ""
                ),
                f"{id_} is no longer {tag}",
            )


def owners_removed(state: State, _rng: Random) -> Iterator[Mutation]:
    """Nobody answers for a task."""
    for id_, task in _tasks(state):
        if task.owner is not None:
            needed = task.decision or not task.is_milestone
            signs: set[Sign] = {("TP501", id_)} if needed else set()
            yield Mutation(
                SetField(id_, "owner", None),
                frozenset({"TP501"}),
                lambda _before, _after, signs=signs: signs,  # type: ignore[misc]
                lambda _before, _after, needed=needed: "" if needed else "a milestone is no work",  # type: ignore[misc]
                f"{id_} has no owner",
            )


def words_spoilt(state: State, rng: Random) -> Iterator[Mutation]:
    """A tag or a statutory rule is misspelt, a title taken twice, a task put into no model."""
    tasks = list(_tasks(state))
    for id_, task in tasks:
        for key, values, code in (("tags", task.tags, "TP604"), ("rules", task.rules, "TP605")):
            if values:
                spoilt = [*values[:-1], f"{values[-1]}x"]
                yield _simple(SetField(id_, key, [*spoilt]), code, id_)
        if task.title:
            other = rng.choice([each for each, _task in tasks if each != id_])
            title = task.title if isinstance(task.title, str) else dict(task.title)
            yield Mutation(
                SetField(other, "title", title if isinstance(title, str) else {**title}),
                frozenset({"TP505"}),
                _namesakes,
                lambda _before, after: "no model has both" if not _namesakes(after, after) else "",
                f"{other} has the title of {id_}",
            )
        yield _simple(SetField(id_, "in", []), "TP104", id_)


def _namesakes(_before: State, after: State) -> set[Sign]:
    signs: set[Sign] = set()
    for made in after.models.values():
        seen: set[str] = set()
        for id_, task in zip(made.outline.ids, made.outline.tasks, strict=True):
            title = str(task.title)
            if task.title and title in seen:
                signs.add(("TP505", id_))
            seen.add(title)
    return signs


def _simple(edit: Edit, code: str, id_: str) -> Mutation:
    return Mutation(
        edit,
        frozenset({code}),
        lambda _before, _after: {(code, id_)},
        lambda _before, _after: "",
        f"{code} at {id_}",
    )


def waivers_spoilt(_state: State, _rng: Random) -> Iterator[Mutation]:
    """The waiver ends, is gone, or is of something else."""
    finding: Sign = ("TP307", "hyte-indicators")
    for edit, signs in (
        (SetPlanField(("waivers",), None), {finding}),
        (SetPlanField(("waivers", 0, "until"), "2027-01-10"), {finding, ("TP503", "waivers.0")}),
        (SetPlanField(("waivers", 0, "rule"), "TP306"), {finding, ("TP504", "waivers.0")}),
    ):
        yield Mutation(
            edit,
            frozenset({"TP307", "TP503", "TP504"}),
            lambda _before, _after, signs=signs: signs,  # type: ignore[misc]
            lambda _before, _after: "",
            f"{edit.at} {edit.value}",
        )


KINDS: dict[Callable[[State, Random], Iterator[Mutation]], int] = {
    links_removed: 60,
    dates_moved: 32,
    notices_shortened: 4,
    measures_deleted: 36,
    durations_changed: 24,
    tags_removed: 20,
    owners_removed: 8,
    words_spoilt: 13,
    waivers_spoilt: 3,
}
"""How many of each kind are tried: 200 in all."""
