"""Everything about one task: its links both ways, its register texts, its fields, ready for text and JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transition_planner.cli.binding_text import binding_data
from transition_planner.cli.rows import row_data, title
from transition_planner.plan.outline import outline
from transition_planner.schedule.driver import driver
from transition_planner.tui.painting.titles import one_line
from transition_planner.worktime.instant import to_datetime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.plan.link import Link
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A task at the other end of a link."""

    row: int
    link: str
    """Its type and lag: `FS+5d`."""
    driving: bool
    """Whether this link decides when its successor starts."""


def predecessors(schedule: Schedule, row: int) -> tuple[Neighbour, ...]:
    """What a task or phase waits for, links of the phases around it included."""
    driving = driver(schedule, row).arc
    arcs = [arc for leaf in schedule.outline.leaves(row) for arc in schedule.predecessors(leaf)]
    if schedule.outline.tasks[row].is_phase:
        arcs = [arc for arc in arcs if arc.written == row]
    return _once(Neighbour(arc.pred, link_text(arc.link), arc is driving) for arc in arcs)


def successors(schedule: Schedule, row: int) -> tuple[Neighbour, ...]:
    """What waits for a task or phase by its own id."""
    return _once(
        Neighbour(arc.written, link_text(arc.link), _drives(schedule, arc))
        for arc in schedule.successors(row)
    )


def link_text(link: Link) -> str:
    """Type and lag of a link: `FS`, `SS+50%`."""
    return str(link).removeprefix(link.task).strip() or link.type.value


def _drives(schedule: Schedule, arc: Arc) -> bool:
    return driver(schedule, arc.written).arc is arc


def _once(found: Iterator[Neighbour]) -> tuple[Neighbour, ...]:
    """Each link once: one that is written at a phase binds all tasks inside."""
    links: dict[tuple[int, str], Neighbour] = {}
    for each in found:
        key = (each.row, each.link)
        if key not in links or each.driving:
            links[key] = each
    return tuple(links.values())


def register_items(document: Document, schedule: Schedule, row: int) -> tuple[tuple[str, str, str], ...]:
    """Section, id and title of each item of the register that the task names."""
    if document.register is None:
        return ()
    task = schedule.outline.tasks[row]
    return tuple(
        (section, id_, one_line(items[id_].title))
        for section, field, items in document.register.sections()
        for id_ in getattr(task, field)
        if id_ in items
    )


def task_data(document: Document, schedule: Schedule, row: int) -> dict[str, Any]:
    """The whole task in JSON."""
    task = schedule.outline.tasks[row]
    return row_data(schedule, row) | {
        **_moments(schedule, row),
        "calendar": schedule.calendar(row).name,
        "models": models_of(schedule, row),
        "predecessors": [_neighbour(schedule, each) for each in predecessors(schedule, row)],
        "successors": [_neighbour(schedule, each) for each in successors(schedule, row)],
        "register": [
            {"section": section, "id": id_, "title": text}
            for section, id_, text in register_items(document, schedule, row)
        ],
        "law": binding_data(document, schedule, row),
        "fields": task.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"tasks"}),
    }


def _moments(schedule: Schedule, row: int) -> dict[str, str | float | None]:
    """Its four dates to the minute, and its free float; null where it has none."""
    fields = ("early_start", "early_finish", "late_start", "late_finish")
    if row in schedule.undated:
        return dict.fromkeys((*fields, "free_float_days"))
    free = schedule.free_float(row) / schedule.calendar(row).day_minutes
    return {name: _minute(getattr(schedule, name)(row)) for name in fields} | {
        "free_float_days": round(free, 2)
    }


def models_of(schedule: Schedule, row: int) -> list[str]:
    """The models that the task is in."""
    plan = schedule.plan
    return [model for model in plan.models if schedule.outline.ids[row] in outline(plan, model).row]


def _minute(instant: int) -> str:
    return to_datetime(instant).isoformat(timespec="minutes")


def _neighbour(schedule: Schedule, neighbour: Neighbour) -> dict[str, Any]:
    return {
        "id": schedule.outline.ids[neighbour.row],
        "title": title(schedule, neighbour.row),
        "link": neighbour.link,
        "driving": neighbour.driving,
    }
