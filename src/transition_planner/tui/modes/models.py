"""Models: the alternatives side by side, their key milestones on one time axis, and the choice of one of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from transition_planner.compare.modelview import model_views
from transition_planner.locales import _, ngettext
from transition_planner.locales.dates import full_date
from transition_planner.planfile.edits import SetPlanField
from transition_planner.schedule.cycle import CycleError
from transition_planner.tui.commands.switching import go_to_task
from transition_planner.tui.dialogs.ask import Answer, Ask
from transition_planner.tui.keys.command import Command
from transition_planner.tui.modes.listing import Entry
from transition_planner.tui.modes.mode import Mode
from transition_planner.tui.modes.modellines import Line, entries, milestone_dates
from transition_planner.tui.painting.ink import Ink
from transition_planner.tui.painting.titles import model_title, one_line, title_of
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from transition_planner.compare.choice import Wait
    from transition_planner.compare.modelview import ModelView
    from transition_planner.planfile.document import Document
    from transition_planner.tui.desk import Desk

Paragraph = tuple[str, Ink]


class ModelsMode(Mode):
    """The models with what is weighed of each."""

    id_: ClassVar[str] = "models"

    def __init__(self, plan: Desk) -> None:
        super().__init__(plan)
        self._weighed: tuple[Document, tuple[ModelView, ...], tuple[str, ...]] | None = None
        """What the listing tells of, and why no more could be weighed."""

    def title_now(self) -> str:
        """The mode's name."""
        return _("Models")

    def commands_now(self) -> tuple[Command[Mode], ...]:
        """Show a model, choose it, go to a milestone."""
        return (
            Command(
                "show",
                ("enter",),
                _("Show"),
                _("Show the selected model in the plan; on a milestone, go to it."),
                _show,
                footer=True,
            ),
            Command(
                "choose",
                ("c",),
                _("Choose"),
                _("Write into the plan that the selected model is chosen."),
                _choose,
                edits=True,
                footer=True,
            ),
            Command(
                "unchoose",
                ("d", "delete"),
                _("Choose none"),
                _("Take the choice of a model out of the plan."),
                _unchoose,
                edits=True,
            ),
        )

    def refill(self) -> None:
        """Show the models, weighed anew where the plan is another."""
        document = self.plan.state.history.document
        if not document.plan.models:
            self.listing.show([Entry(((" " + _("the plan has no models"), Ink.FAINT),))])
        elif self._weighed is None or self._weighed[0].plan is not document.plan:
            if self._weighed is None:
                self.listing.show([Entry(((" " + _("looking…"), Ink.FAINT),))])
            self.run_worker(self._weigh(document), group="weighing", exclusive=True)
        else:
            self._fill()

    async def _weigh(self, document: Document) -> None:
        """Weigh the models in a thread: the last days to choose of 10,000 tasks take seconds."""
        self._weighed = (document, *await asyncio.to_thread(_weighed, document))
        self._fill()
        self.explain()

    def _fill(self) -> None:
        if self._weighed is None:
            return
        document, views, troubles = self._weighed
        lines = [Entry(((f" {trouble}", Ink.MISSED),)) for trouble in troubles]
        if views:
            width = self.listing.size.width or self.plan.size.width
            lines += entries(document.plan, views, self.plan.state.model, self.plan.today, width)
        self.listing.show(lines)

    def on_resize(self) -> None:
        """Draw the axis as wide as it can be now."""
        self.call_after_refresh(self._fill)

    def explain(self) -> None:
        """What the model is and what waiting costs, or each model's day of the milestone."""
        self.passage.show(tuple(self._explained()))

    def _explained(self) -> Iterator[Paragraph]:
        line = self.line
        if line is None or self._weighed is None:
            return
        document, views, _troubles = self._weighed
        if line.sort == "milestone":
            for view, day in milestone_dates(line.id, views):
                yield f"{model_title(document.plan, view.schedule.model)}: {full_date(day)}", Ink.TEXT
            return
        view = next(each for each in views if each.schedule.model == line.id)
        yield model_title(document.plan, line.id), Ink.PHASE
        summary = one_line(document.plan.models[line.id].summary)
        if summary:
            yield summary, Ink.TEXT
        yield from _of_choice(view)

    def act(self) -> None:
        """Show the model, or go to the milestone."""
        _show(self)

    @property
    def line(self) -> Line | None:
        """What the selected line is about."""
        key = self.listing.key
        return key if isinstance(key, Line) else None


def _weighed(document: Document) -> tuple[tuple[ModelView, ...], tuple[str, ...]]:
    """Each model's view, and why some have none."""
    views, obstacles = model_views(document, document.plan.models)
    return views, tuple(f"{model_title(document.plan, name)}: {why}" for name, why in obstacles.items())


def _of_choice(view: ModelView) -> Iterator[Paragraph]:
    """By when the model must be chosen, and what waiting costs."""
    choice, outline = view.choice, view.schedule.outline
    if choice is None:
        return
    goal = title_of(outline, outline.row[choice.goal])
    if choice.last_day is None:
        yield _("“{goal}” does not wait for the choice.").format(goal=goal), Ink.TEXT
    else:
        late = choice.forecast > choice.last_day
        yield (
            _("It must be chosen by {day}, so that “{goal}” is {target}; the forecast is {forecast}.").format(
                day=full_date(choice.last_day),
                goal=goal,
                target=full_date(choice.target),
                forecast=full_date(choice.forecast),
            ),
            Ink.MISSED if late else Ink.TEXT,
        )
    costs = list(_costs(choice.waits))
    if costs:
        yield _("If the choice waits: {costs}").format(costs=" · ".join(costs)), Ink.NEAR


def _costs(waits: Iterable[Wait]) -> Iterator[str]:
    """What each month of waiting costs that costs more than the month before."""
    before = (0, 0)
    for wait in waits:
        cost = (wait.days, len(wait.missed))
        if cost != before:
            said = ngettext("{count} month: +{days} d", "{count} months: +{days} d", wait.months)
            missed = ngettext("{count} date missed", "{count} dates missed", len(wait.missed))
            yield said.format(count=wait.months, days=wait.days) + (
                f", {missed.format(count=len(wait.missed))}" if wait.missed else ""
            )
        before = cost


def _show(mode: Mode) -> None:
    line = mode.line if isinstance(mode, ModelsMode) else None
    screen = mode.plan
    if line is None:
        screen.say(_("select a model first"))
        return
    if line.sort == "milestone":
        go_to_task(screen, line.id)
    elif _shown(screen, line.id):
        screen.say(_("model: {title}").format(title=model_title(screen.state.schedule.plan, line.id)))


def _shown(screen: Desk, model: str | None) -> bool:
    """Whether the plan's screen could be made to show a model."""
    try:
        screen.show(screen.state.in_model(model))
    except (CycleError, NoWorkingTime, ValueError) as error:
        screen.warn(str(error))
        return False
    return True


def _choose(mode: Mode) -> None:
    line = mode.line if isinstance(mode, ModelsMode) else None
    screen = mode.plan
    if line is None or line.sort != "model":
        screen.say(_("select a model first"))
        return
    plan = screen.state.schedule.plan
    title = model_title(plan, line.id)
    if plan.chosen == line.id:
        screen.say(_("it is chosen already"))
        return

    def take(answer: str) -> None:
        if answer == "y" and _shown(screen, line.id):
            screen.edit((SetPlanField(("chosen",), line.id),), _("chosen: {model}").format(model=title))

    answers = (
        Answer("y", _("write it into the plan; {key} takes it back").format(key=screen.key_of("undo"))),
        Answer("n", _("not now")),
    )
    screen.ask(Ask(_("Choose the model “{model}”?").format(model=title), answers), take)


def _unchoose(mode: Mode) -> None:
    if mode.plan.state.schedule.plan.chosen is None:
        mode.plan.say(_("no model is chosen yet"))
    else:
        mode.plan.edit((SetPlanField(("chosen",), None),), _("no model is chosen"))
