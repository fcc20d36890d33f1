"""What a plan's models promise, and where their logic is open, worked out from the plan's own words and dates."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tests.checks.small import TODAY

from transition_planner.checks.past import Past
from transition_planner.checks.run import check
from transition_planner.law.binding import bindings
from transition_planner.law.shelf import shelf_of
from transition_planner.schedule.moments import end_of
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.plan.finding import Finding
    from transition_planner.plan.link import Link
    from transition_planner.plan.task import Task
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule

Sign = tuple[str, str]
"""A rule's code, and the task, item or field that it finds something at."""

ASKED = ("TP505", "TP607", "TP812")
_ENTRIES = ("tasks", "overrides", "threats", "opportunities", "objectives")
_DATES = ("start_no_earlier_than", "finish_no_earlier_than", "must_start_on", "must_finish_on")


class State:
    """A plan as it is, with all its models scheduled."""

    def __init__(self, document: Document, since: Document | None = None) -> None:
        self.document = document
        self.past = Past(since=since)
        self.models = {name: schedule(document.plan, name) for name in document.plan.models}

    @cached_property
    def found(self) -> set[Sign]:
        """What `check` finds."""
        return {_sign(each) for each in check(self.document, today=TODAY, asked=ASKED, past=self.past)}

    @cached_property
    def dates(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Start and finish of each task of each model."""
        return {
            (name, id_): (made.early_start(row), made.early_finish(row))
            for name, made in self.models.items()
            for id_, row in made.outline.row.items()
        }

    @cached_property
    def promises_broken(self) -> set[Sign]:
        """Deadlines, fixed dates, lead times and threats' moments that the forecast does not keep."""
        broken: set[Sign] = set()
        shelf = shelf_of(self.document)
        for made in self.models.values():
            ids = made.outline.ids
            for id_, task in zip(ids, made.outline.tasks, strict=True):
                row = made.outline.row[id_]
                if task.deadline is not None and made.early_finish(row) > end_of(task.deadline.date):
                    broken.add(("TP201", id_))
                if set(made.missed(row)) - {"deadline"}:
                    broken.add(("TP203", id_))
            for binding in bindings(made, shelf):
                margin = binding.margin
                if margin.broken:
                    code = "TP601" if binding.rule.statutory else "TP602"
                    broken.add((code, ids[margin.bound if margin.late else margin.second]))
            broken |= set(self._late_measures(made))
        return broken

    def _late_measures(self, made: Schedule) -> Iterator[Sign]:
        register = self.document.register
        assert register is not None
        for id_, threat in register.threats.items():
            measures = self.measures(made, "mitigates", id_)
            if threat.before is not None and measures and threat.concerns(made.outline.model):
                first = min(measures, key=lambda task: made.early_finish(made.outline.row[task]))
                if made.early_finish(made.outline.row[first]) > end_of(threat.before):
                    yield "TP404", first

    def measures(self, made: Schedule, field: str, item: str) -> list[str]:
        """The tasks of a model that name an item of the register."""
        rows = zip(made.outline.ids, made.outline.tasks, strict=True)
        return [id_ for id_, task in rows if item in getattr(task, field)]

    @cached_property
    def open_ends(self) -> set[Sign]:
        """Tasks that no link holds at one of their ends."""
        return {sign for name in self.models for sign in self._open_in(name)}

    def _open_in(self, model: str) -> Iterator[Sign]:
        made, plan = self.models[model], self.document.plan
        before: dict[str, list[Link]] = {}
        after: dict[str, list[Link]] = {}
        for successor, link in self.links(model):
            before.setdefault(successor, []).append(link)
            after.setdefault(link.task, []).append(link)
        starts = [id_ for id_, task in self.leaves(model).items() if task.is_milestone and id_ not in before]
        for id_, task in self.leaves(model).items():
            calendar = plan.calendars.get(task.calendar or plan.calendar)
            dated = any(getattr(task, field) is not None for field in _DATES)
            windowed = calendar is not None and bool(calendar.window)
            if id_ not in before and not (dated or windowed or id_ in starts[:1]):
                yield "TP301", id_
            ends = made.early_finish(made.outline.row[id_]) == made.finish
            last = ends and (task.decision or task.is_milestone)
            if id_ not in after and id_ != plan.models[model].goal and not last:
                yield "TP302", id_
            held = task.start_no_earlier_than or task.must_start_on
            if not (task.is_milestone or held) and _all(before.get(id_), ("FF", "SF")):
                yield "TP306", id_
            if not task.is_milestone and _all(after.get(id_), ("SS", "SF")):
                yield "TP307", id_

    def leaves(self, model: str) -> dict[str, Task]:
        """The tasks and milestones of a model."""
        outline = self.models[model].outline
        return {id_: task for id_, task in zip(outline.ids, outline.tasks, strict=True) if not task.is_phase}

    def links(self, model: str) -> list[tuple[str, Link]]:
        """Each link between two tasks of a model; the shipped plan links no phases."""
        leaves = self.leaves(model)
        return [(id_, link) for id_, task in leaves.items() for link in task.after if link.task in leaves]

    @cached_property
    def held_rules(self) -> set[tuple[str, str, str]]:
        """Each rule of the law with a task that it binds in a model."""
        shelf = shelf_of(self.document)
        return {
            (name, binding.id, made.outline.ids[row])
            for name, made in self.models.items()
            for binding in bindings(made, shelf)
            for row in (binding.margin.first, binding.margin.second)
            if row is not None
        }

    @cached_property
    def silent_rules(self) -> set[Sign]:
        """Each rule of the law that a task names, that dates could be held against, and that does not bind it."""
        rules = shelf_of(self.document).rules
        return {
            ("TP607", f"{id_} names {rule}")
            for model in self.models
            for id_, task in self.leaves(model).items()
            for rule in task.rules
            if rule in rules and rules[rule].computed and (model, rule, id_) not in self.held_rules
        }


def _sign(finding: Finding) -> Sign:
    where = finding.message.partition(",")[0] if finding.code == "TP607" else _entry(finding.at)
    return finding.code, where


def _all(links: list[Link] | None, types: tuple[str, ...]) -> bool:
    return bool(links) and all(link.type in types for link in links or ())


def _entry(at: tuple[str | int, ...]) -> str:
    """The innermost entry on a way into the plan or the register; its beginning where there is none."""
    for step, following in zip(reversed(at[:-1]), reversed(at[1:]), strict=True):
        if step in _ENTRIES:
            return str(following)
    return ".".join(map(str, at[:2]))
