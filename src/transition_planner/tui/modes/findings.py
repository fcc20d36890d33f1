"""Findings: what the check finds in the plan as it is now, and what the plan waives of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from transition_planner.checks.waiving import Waived
from transition_planner.locales import _
from transition_planner.locales.dates import full_date
from transition_planner.plan.finding import Severity
from transition_planner.planfile.changedlines import changed_lines
from transition_planner.planfile.edits import EditRefused, SetPlanField, apply
from transition_planner.tui.commands.switching import go_to_task
from transition_planner.tui.dialogs.prompt import Prompt, Question
from transition_planner.tui.gestures import all_ids
from transition_planner.tui.keys.command import Command
from transition_planner.tui.modes.listing import Entry
from transition_planner.tui.modes.mode import Mode
from transition_planner.tui.painting.ink import Ink

if TYPE_CHECKING:
    from transition_planner.checks.run import Checked
    from transition_planner.plan.finding import Finding
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.waiver import Waiver
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import Edit
    from transition_planner.planfile.edits.layout import Value

_ACCEPTED_FOR = timedelta(days=90)
"""How long a waiver holds unless another day is typed."""

_SIGNS = {
    Severity.ERROR: ("✗", Ink.MISSED),
    Severity.WARNING: ("!", Ink.NEAR),
    Severity.INFO: ("i", Ink.NORMAL),
}


def entries(found: Checked | None) -> list[Entry]:
    """The findings in the order of their places, then those waived; a line says when the check is still looking."""
    if found is None:
        return [Entry(((" " + _("looking…"), Ink.FAINT),))]
    lines = [Entry((*_signs(finding), (finding.message, Ink.TEXT)), finding) for finding in found.findings]
    if not lines:
        lines.append(Entry(((" " + _("nothing found: well planned"), Ink.TODAY),)))
    if found.waived:
        lines += [Entry(()), Entry(((" " + _("Waived"), Ink.PHASE),))]
        lines += [
            Entry((*_signs(each.finding), (each.finding.message, Ink.FAINT)), each) for each in found.waived
        ]
    return lines


def subject(document: Document, finding: Finding) -> str | None:
    """What a waiver of a finding has to name: the innermost task, calendar or item that it is about, if any."""
    register = document.register
    known = all_ids(document.plan.tasks) | set(document.plan.calendars)
    if register is not None:
        known |= {id_ for _name, _field, items in register.sections() for id_ in items}
    return next((str(key) for key in reversed(finding.at) if key in known), None)


def waiving(plan: Plan, rule: str, of: str | None, why: str, until: str) -> SetPlanField:
    """The edit that adds a waiver behind those there are."""
    new: dict[str, Value] = {"rule": rule, **({"of": of} if of else {}), "why": why, "until": until}
    return SetPlanField(("waivers",), [*(_as_written(each) for each in plan.waivers), new])


def waiver_of(plan: Plan, waived: Waived) -> int:
    """Which of the plan's waivers waives a finding."""
    return next(
        index
        for index, each in enumerate(plan.waivers)
        if each.rule == waived.finding.code and (each.of is None or each.of in waived.finding.at)
    )


class FindingsMode(Mode):
    """The list of findings, and more about the selected one."""

    id_: ClassVar[str] = "findings"

    def title_now(self) -> str:
        """The mode's name."""
        return _("Findings")

    def commands_now(self) -> tuple[Command[Mode], ...]:
        """Jump and waive."""
        return (
            Command(
                "jump", ("enter", "e"), _("To the task"), _("To the task it is about."), _jump, footer=True
            ),
            Command(
                "waive",
                ("w",),
                _("Waive"),
                _("Accept the finding until some day, with a reason."),
                _waive,
                edits=True,
                footer=True,
            ),
            Command(
                "mend",
                ("x",),
                _("Mend"),
                _("Do what the rule offers against the finding."),
                _mend,
                edits=True,
                footer=True,
            ),
            Command(
                "waive-no-more",
                ("d", "delete"),
                _("Waive no more"),
                _("Take the waiver of a waived finding out of the plan."),
                _waive_no_more,
                edits=True,
            ),
        )

    def refill(self) -> None:
        """Show what the check has found in the plan as it is now."""
        self.listing.show(entries(self.plan.found))

    def explain(self) -> None:
        """The whole message, what to do about it, and where it stands."""
        key = self.listing.key
        waived = key if isinstance(key, Waived) else None
        finding: Finding | None = waived.finding if waived else self.finding
        if finding is None:
            self.passage.show(())
            return
        said = [(finding.message, Ink.TEXT)]
        if waived is not None:
            said.append(
                (
                    _("Waived until {day}: {why}").format(day=full_date(waived.until), why=waived.why),
                    Ink.NEAR,
                )
            )
        elif finding.hint:
            said.append((finding.hint, Ink.NORMAL))
        if finding.place is not None:
            said.append((f"{finding.code} · {finding.place}", Ink.FAINT))
        self.passage.show([*said, *_offered(self, finding)])

    def act(self) -> None:
        """To the task."""
        _jump(self)

    @property
    def finding(self) -> Finding | None:
        """The selected finding, waived or not."""
        key = self.listing.key
        return key.finding if isinstance(key, Waived) else key  # type: ignore[return-value]  # keys are of `entries`


def _jump(mode: Mode) -> None:
    finding = mode.finding if isinstance(mode, FindingsMode) else None
    if finding is None:
        mode.plan.say(_("select a finding first"))
        return
    document = mode.plan.state.history.document
    found = subject(document, finding)
    if found is not None and finding.register:
        mode.plan.open_mode("register", found)
    elif found is None or not go_to_task(mode.plan, found):
        mode.plan.say(_("it is not about a task: see {place}").format(place=finding.place or finding.code))


def _offered(mode: FindingsMode, finding: Finding) -> list[tuple[str, Ink]]:
    """What the rule offers, and the lines that would take out and put in; nothing where it offers nothing."""
    edit = _fix(mode, finding)
    if edit is None:
        return []
    document = mode.plan.state.history.document
    try:
        lines = changed_lines(document, apply(document, edit).document)
    except EditRefused as refusal:
        return [(refusal.message, Ink.NEAR)]
    offer = " ".join(part for part in (mode.key_of("mend"), edit.label) if part)
    return [(offer, Ink.KEY), *((line, Ink.CRITICAL if line[0] == "-" else Ink.TODAY) for line in lines)]


def _fix(mode: Mode, finding: Finding | None) -> Edit | None:
    """The edit that the rule offers against a finding, if any."""
    found = mode.plan.found
    return None if finding is None or found is None else found.fixes.get(finding)


def _mend(mode: Mode) -> None:
    edit = _fix(mode, mode.finding if isinstance(mode, FindingsMode) else None)
    if edit is None:
        mode.plan.say(_("the rule offers nothing: see what it says"))
    else:
        mode.plan.edit((edit,), _("mended"))


def _waive(mode: Mode) -> None:
    finding = mode.finding if isinstance(mode, FindingsMode) else None
    screen = mode.plan
    if finding is None:
        screen.say(_("select a finding first"))
        return
    if isinstance(mode.listing.key, Waived):
        screen.say(_("it is waived already"))
        return
    document = screen.state.history.document
    of = subject(document, finding)

    def take(typed: tuple[str, ...]) -> str:
        why, until = typed
        if not why.strip():
            return _("a waiver needs a reason")
        return screen.try_edit(
            (waiving(document.plan, finding.code, of, why.strip(), until.strip()),),
            _("waived: {rule}").format(rule=finding.code),
        )

    screen.ask(
        Prompt(
            _("Waive {rule} of {what}").format(rule=finding.code, what=of)
            if of
            else _("Waive {rule} everywhere").format(rule=finding.code),
            (
                Question(_("Why"), ""),
                Question(_("Until"), (screen.today + _ACCEPTED_FOR).isoformat()),
            ),
            take,
        ),
        lambda _done: None,
    )


def _waive_no_more(mode: Mode) -> None:
    waived = mode.listing.key
    if not isinstance(waived, Waived):
        mode.plan.say(_("it is not waived"))
        return
    index = waiver_of(mode.plan.state.history.document.plan, waived)
    mode.plan.edit((SetPlanField(("waivers", index), None),), _("waived no more"))


def _signs(finding: Finding) -> tuple[tuple[str, Ink], ...]:
    sign, ink = _SIGNS[finding.severity]
    return ((f" {sign} ", ink), (f"{finding.code}  ", Ink.FAINT))


def _as_written(waiver: Waiver) -> Value:
    written: dict[str, Value] = {"rule": waiver.rule}
    if waiver.of is not None:
        written["of"] = waiver.of
    why: Value = dict(waiver.why) if isinstance(waiver.why, dict) else waiver.why
    return {**written, "why": why, "until": waiver.until.isoformat()}
