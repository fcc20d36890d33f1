"""After any sequence of edits, of whatever kind, the schedule that follows them equals a fresh one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.schedule.networks import tasks
from tests.schedule.test_properties import edits, make, picture

from transition_planner.plan import column
from transition_planner.plan.link import Link
from transition_planner.schedule import bulk, passes
from transition_planner.schedule.bulk import engine
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task
    from transition_planner.schedule.schedule import Schedule

HOURS = make({}, calendars={"office": {"week": "mon-fri 09:00-15:00"}}).calendars["office"]
ENDS = make({}, limits={"each-end": True}).limits


def with_tasks(plan: Plan, entries: dict[str, Task]) -> Plan:
    return plan.model_copy(update={"tasks": entries})


def leading_nowhere(task: Task, gone: str) -> Task:
    """The task without links to one that is gone, also inside."""
    inside = task.tasks and {id_: leading_nowhere(each, gone) for id_, each in task.tasks.items()}
    after = tuple(link for link in task.after if link.task != gone)
    if after == task.after and inside == task.tasks:
        return task
    return task.model_copy(update={"after": after} | ({"tasks": inside} if inside else {}))


class Edits(RuleBasedStateMachine):
    """Each step edits the plan and follows it from the schedule before; a circle leaves both as they were."""

    starts = tasks(most=7)
    plan: Plan
    found: Schedule

    def __init__(self) -> None:
        super().__init__()
        self.past: list[Plan] = []

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        self.plan = make(data.draw(self.starts))
        self.found = self.scheduled(self.plan)

    def scheduled(self, plan: Plan, previous: Schedule | None = None) -> Schedule:
        return schedule(plan, previous=previous)

    def follow(self, edited: Plan) -> None:
        try:
            self.found = self.scheduled(edited, self.found)
        except CycleError:
            return
        self.past.append(self.plan)
        self.plan = edited

    @rule(data=st.data())
    def edit_a_field(self, data: st.DataObject) -> None:
        self.follow(data.draw(edits(self.plan)))

    @rule(data=st.data(), link=st.sampled_from(("FS", "SS+1d", "FF", "SF+2d", "FS+1ed")))
    def add_a_task(self, data: st.DataObject, link: str) -> None:
        pred = data.draw(st.sampled_from(sorted(self.plan.tasks)))
        entries = make({f"n{len(self.past)}": {"duration": "2d", "after": [f"{pred} {link}"]}}).tasks
        self.follow(with_tasks(self.plan, {**self.plan.tasks, **entries}))

    @precondition(lambda self: len(self.plan.tasks) > 2)
    @rule(data=st.data())
    def remove_a_task(self, data: st.DataObject) -> None:
        gone = data.draw(st.sampled_from(sorted(self.plan.tasks)))
        inside = self.plan.tasks[gone].tasks or {}
        entries = {id_: task for id_, task in self.plan.tasks.items() if id_ != gone}
        for each in (gone, *inside):
            entries = {id_: leading_nowhere(task, each) for id_, task in entries.items()}
        self.follow(with_tasks(self.plan, entries))

    @rule(data=st.data())
    def move_a_task_to_the_end(self, data: st.DataObject) -> None:
        moved = data.draw(st.sampled_from(sorted(self.plan.tasks)))
        entries = dict(self.plan.tasks)
        self.follow(with_tasks(self.plan, entries | {moved: entries.pop(moved)}))

    @precondition(lambda self: "phase" in self.plan.tasks)
    @rule(data=st.data(), follows=st.booleans())
    def link_the_phase(self, data: st.DataObject, follows: bool) -> None:
        other = data.draw(st.sampled_from(sorted(self.plan.tasks)))
        one, before = ("phase", other) if follows else (other, "phase")
        task = self.plan.tasks[one]
        linked = task.model_copy(update={"after": (*task.after, Link.parse(before))})
        self.follow(with_tasks(self.plan, {**self.plan.tasks, one: linked}))

    @rule()
    def shorten_the_days(self) -> None:
        self.follow(self.plan.model_copy(update={"calendars": {**self.plan.calendars, "office": HOURS}}))

    @rule()
    def let_each_end_have_its_own_finish(self) -> None:
        self.follow(self.plan.model_copy(update={"limits": ENDS}))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        """The plan of before is the same object again, as the history keeps it."""
        self.plan = self.past.pop()
        self.found = self.scheduled(self.plan, self.found)

    @invariant()
    def equals_a_fresh_one(self) -> None:
        if not hasattr(self, "plan"):
            return
        fresh = schedule(self.plan)
        assert self.found.plan is self.plan
        assert picture(self.found) == picture(fresh)
        assert (self.found.start, self.found.finish) == (fresh.start, fresh.finish)


class EditsByNumpy(Edits):
    """The same of plans that are taken for large ones, compared with what the lists find.

    Some edits are followed by what they move, others by full passes over the columns of edits ago.
    """

    starts = tasks(most=7, plain=True) | tasks(most=7)
    most_moved = 0

    @initialize(most=st.integers(0, 1))
    def choose_when_to_give_up(self, most: int) -> None:
        self.most_moved = most

    def scheduled(self, plan: Plan, previous: Schedule | None = None) -> Schedule:
        with (
            mock.patch.object(bulk, "LARGE", 0),
            mock.patch.multiple(engine, ROWS_A_LEVEL=0, ODD_SHARE=1),
            mock.patch.object(passes, "_FEW", self.most_moved),
            mock.patch.object(column, "_MANY", self.most_moved),
        ):
            return super().scheduled(plan, previous)


SETTINGS = settings(
    max_examples=40,
    stateful_step_count=12,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestEdits = Edits.TestCase
TestEdits.settings = SETTINGS
TestEditsByNumpy = EditsByNumpy.TestCase
TestEditsByNumpy.settings = SETTINGS
