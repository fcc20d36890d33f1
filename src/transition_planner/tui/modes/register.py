"""Register: threats, opportunities and objectives, and the tasks of the model that take them up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from transition_planner.locales import _, ngettext
from transition_planner.locales.dates import full_date, long_date
from transition_planner.planfile.edits import EditRefused, SetField
from transition_planner.tui.board.columns import MARKS
from transition_planner.tui.chart.bars import urgency
from transition_planner.tui.commands.switching import go_to_task
from transition_planner.tui.dialogs.picker import Picker, choices
from transition_planner.tui.gestures import no_task
from transition_planner.tui.keys.command import Command
from transition_planner.tui.modes.listing import Entry
from transition_planner.tui.modes.mode import Mode
from transition_planner.tui.painting.ink import Ink
from transition_planner.tui.painting.titles import model_title, one_line, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from transition_planner.plan.register import Item, Register
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.modes.listing import Parts

UNCOVERED, COVERED = "✗", "✓"


@dataclass(frozen=True, slots=True)
class Line:
    """What a line of the list is about: an item, or a task that takes it up."""

    field: str
    """The task field that names items of this sort."""
    item: str
    task: str | None = None


def entries(schedule: Schedule, register: Register | None) -> list[Entry]:
    """Each section's items, those first that no task takes up, those last that do not concern the model."""
    if register is None:
        return [Entry(((" " + _("the plan has no register"), Ink.FAINT),))]
    headings = {
        "threats": _("Threats"),
        "opportunities": _("Opportunities"),
        "objectives": _("Objectives"),
    }
    lines: list[Entry] = []
    for name, field, items in reversed(list(register.sections())):
        taken = taking_up(schedule, field)
        lines += [Entry(()), _heading(headings[name], schedule, items, taken)] if items else []
        for item, about in sorted(
            items.items(), key=lambda each: _rank(schedule, taken, *each)
        ):  # called at once
            lines += _item(schedule, Line(field, item), about, taken[item])
    return lines[1:]


def taking_up(schedule: Schedule, field: str) -> Mapping[str, Sequence[int]]:
    """The rows of the tasks that name an item, by item; those that no task names have none."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, task in enumerate(schedule.outline.tasks):
        for item in getattr(task, field):
            rows[item].append(row)
    return rows


def attaching(schedule: Schedule, line: Line, task: str) -> SetField:
    """The edit with which a task takes an item up.

    Raises:
        EditRefused: if it does already.
    """
    items = getattr(schedule.outline.tasks[schedule.outline.row[task]], line.field)
    if line.item in items:
        raise EditRefused(_("{task} takes up {item} already").format(task=task, item=line.item))
    return SetField(task, line.field, [*items, line.item])


def detaching(schedule: Schedule, line: Line, task: str) -> SetField:
    """The edit with which a task no longer takes an item up.

    Raises:
        EditRefused: if it does not.
    """
    items = getattr(schedule.outline.tasks[schedule.outline.row[task]], line.field)
    if line.item not in items:
        raise EditRefused(_("{task} does not take up {item}").format(task=task, item=line.item))
    return SetField(task, line.field, [each for each in items if each != line.item] or None)


class RegisterMode(Mode):
    """The register's items with their tasks."""

    id_: ClassVar[str] = "register"

    def title_now(self) -> str:
        """The mode's name."""
        return _("Register")

    def commands_now(self) -> tuple[Command[Mode], ...]:
        """Jump, attach, detach."""
        return (
            Command(
                "jump",
                ("enter", "e"),
                _("To the task"),
                _("To the task that takes it up."),
                _jump,
                footer=True,
            ),
            Command(
                "attach",
                ("a",),
                _("Attach"),
                _("Let the plan's selected task take the item up."),
                _attach,
                edits=True,
                footer=True,
            ),
            Command(
                "attach-other",
                ("A",),
                _("Attach…"),
                _("Let a task that is picked take the item up."),
                _attach_other,
                edits=True,
            ),
            Command(
                "detach",
                ("d", "delete"),
                _("Detach"),
                _("Let the task no longer take the item up."),
                _detach,
                edits=True,
                footer=True,
            ),
        )

    def refill(self) -> None:
        """Show the register in the model shown."""
        state = self.plan.state
        self.listing.show(entries(state.schedule, state.history.document.register))

    def explain(self) -> None:
        """All that the register says of the item, and which task would be attached."""
        line, register = self.line, self.plan.state.history.document.register
        if line is None or register is None:
            self.passage.show(())
            return
        item = next(items[line.item] for _name, field, items in register.sections() if field == line.field)
        said = [(f"{line.item}  {one_line(item.title)}", Ink.PHASE), *_facts(self.plan.state.schedule, item)]
        row = self.plan.state.row
        if row is not None:
            task = title_of(self.plan.state.schedule.outline, row)
            said.append((_("Selected in the plan: {task}").format(task=task), Ink.FAINT))
        self.passage.show(said)

    def act(self) -> None:
        """To the task."""
        _jump(self)

    def point_at(self, id_: str) -> None:
        """Select an item."""
        register = self.plan.state.history.document.register
        sections = register.sections() if register is not None else ()
        for _name, field, items in sections:
            if id_ in items:
                self.listing.select(Line(field, id_))

    @property
    def line(self) -> Line | None:
        """What the selected line is about."""
        key = self.listing.key
        return key if isinstance(key, Line) else None


def _jump(mode: Mode) -> None:
    line = _line(mode)
    if line is None:
        return
    schedule = mode.plan.state.schedule
    rows = taking_up(schedule, line.field)[line.item]
    task = line.task or next((schedule.outline.ids[row] for row in rows), None)
    if task is None:
        mode.plan.say(_("no task of this model takes it up: {key} attaches one").format(key="A"))
    else:
        go_to_task(mode.plan, task)


def _attach(mode: Mode) -> None:
    _change(mode, mode.plan.state.cursor, attach=True)


def _attach_other(mode: Mode) -> None:
    line = _line(mode)
    if line is None:
        return
    outline = mode.plan.state.schedule.outline
    mode.plan.ask(
        Picker(_("{item} is taken up by").format(item=line.item), choices(outline)),
        lambda found: _change(mode, found.id, attach=True),
    )


def _detach(mode: Mode) -> None:
    line = mode.line if isinstance(mode, RegisterMode) else None
    _change(mode, (line.task if line else None) or mode.plan.state.cursor, attach=False)


def _change(mode: Mode, task: str | None, *, attach: bool) -> None:
    line = _line(mode)
    if line is None:
        return
    if task is None:
        mode.plan.warn(no_task())
        return
    schedule = mode.plan.state.schedule
    try:
        edit = attaching(schedule, line, task) if attach else detaching(schedule, line, task)
    except EditRefused as refusal:
        mode.plan.warn(refusal.message)
        return
    said = _("{task} takes up {item}") if attach else _("{task} no longer takes up {item}")
    mode.plan.edit((edit,), said.format(task=task, item=line.item))


def _line(mode: Mode) -> Line | None:
    """What the selected line is about; None, with a word why, where it is about no item."""
    line = mode.line if isinstance(mode, RegisterMode) else None
    if line is None:
        register = mode.plan.state.history.document.register
        mode.plan.say(_("the plan has no register") if register is None else _("select an item first"))
    return line


def _rank(schedule: Schedule, taken: Mapping[str, Sequence[int]], id_: str, item: Item) -> int:
    if not item.concerns(schedule.model):
        return 2
    return 1 if taken[id_] else 0


def _heading(
    title: str, schedule: Schedule, items: Mapping[str, Item], taken: Mapping[str, Sequence[int]]
) -> Entry:
    open_ = sum(item.concerns(schedule.model) and not taken[id_] for id_, item in items.items())
    said = ngettext("{count} not taken up", "{count} not taken up", open_).format(count=open_)
    return Entry(((f" {title}", Ink.PHASE), (f"   {said}", Ink.NEAR if open_ else Ink.FAINT)))


def _item(schedule: Schedule, line: Line, item: Item, rows: Sequence[int]) -> Iterator[Entry]:
    id_, title = line.item, one_line(item.title)
    if not item.concerns(schedule.model):
        yield Entry(((f" · {id_:<5} {title}   " + _("not in this model"), Ink.FAINT),), line)
        return
    sign, ink = (COVERED, Ink.DONE) if rows else (UNCOVERED, Ink.NEAR)
    yield Entry(((f" {sign} ", ink), (f"{id_:<5} ", Ink.FAINT), (title, Ink.TEXT)), line)
    ids = schedule.outline.ids
    for row in rows:
        yield Entry(partial(_task, schedule, row), Line(line.field, id_, ids[row]))


def _task(schedule: Schedule, row: int) -> Parts:
    mark = urgency(schedule, row)
    return (
        (f"        {MARKS[mark]} ", mark),
        (title_of(schedule.outline, row), Ink.TEXT),
        (f"   {_when(schedule, row)}", Ink.FAINT),
    )


def _when(schedule: Schedule, row: int) -> str:
    return _("no dates") if row in schedule.undated else long_date(schedule.last_day(row))


def _facts(schedule: Schedule, item: Item) -> Iterator[tuple[str, Ink]]:
    told = [
        _("seen by: {sign}").format(sign=one_line(text))
        for text in (item.sign, item.measure)
        if text is not None
    ]
    if item.likelihood is not None and item.impact is not None:
        told.append(
            _("likelihood {likelihood}, impact {impact}").format(
                likelihood=item.likelihood, impact=item.impact
            )
        )
    if item.before is not None:
        told.append(_("too late after {day}").format(day=full_date(item.before)))
    if item.applies is not None:
        models = ", ".join(model_title(schedule.plan, each) for each in item.applies)
        told.append(_("only in {models}").format(models=models))
    if told:
        yield " · ".join(told), Ink.TEXT
