"""For each rule a plan that breaks it and no other, with what `check` then says.

All are one sound plan, in which no rule finds anything, with the fewest edits that break a rule. What is said stands in
goldens/; `python -m tests.checks.proofs`, from the root, writes it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from transition_planner.checks.past import Past
from transition_planner.checks.run import check
from transition_planner.planfile.loading import parse
from transition_planner.planfile.render import render

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document

TODAY = date(2027, 1, 18)
GOLDENS = Path(__file__).parent / "goldens"
FOLDER = Path(__file__).parent / "sound"
SOUND = FOLDER / "plan.yaml"
REGISTER = FOLDER / "register.yaml"


Edits = tuple[tuple[str, str], ...]
"""Parts of a text and what stands there instead."""


@dataclass(frozen=True)
class Proof:
    """How to break a rule."""

    edits: Edits = ()
    """Of the sound plan."""
    baseline: Edits | None = ()
    """Of the plan as it was adopted; None where it cannot be read."""
    since: Edits = ()
    """Of the plan as it was at an earlier revision."""
    register: Edits = ()
    """Of the register."""
    with_it: frozenset[str] = frozenset()
    """Rules that cannot but find something as well."""


def edited(file: Path, edits: Edits) -> str:
    """A file's text with some parts of it, each there once, replaced."""
    text = file.read_text(encoding="utf-8")
    for old, new in edits:
        if text.count(old) != 1:
            raise AssertionError(old)
        text = text.replace(old, new)
    return text


def said(proof: Proof) -> tuple[set[str], str]:
    """The rules that find something, and the text of it."""
    text, register = edited(SOUND, proof.edits), edited(REGISTER, proof.register)
    baseline = None if proof.baseline is None else _parsed(edited(SOUND, proof.baseline))
    problem = "There is no revision adopted." if baseline is None and "baseline: adopted" in text else None
    past = Past(baseline, problem, _parsed(edited(SOUND, proof.since)))
    findings = check(_parsed(text, register), today=TODAY, asked=["TP"], past=past)
    return {each.code for each in findings}, "\n\n".join(map(render, findings)) + "\n"


def _parsed(text: str, register: str | None = None) -> Document:
    return replace(
        parse(text, register_text=register or edited(REGISTER, ())), path=Path(_away().name, SOUND.name)
    )


@cache
def _away() -> TemporaryDirectory[str]:
    """A copy of the sound plan's folder outside git, which would date its lines by when this file was edited."""
    folder = TemporaryDirectory()
    copytree(FOLDER, folder.name, dirs_exist_ok=True)
    return folder


def _thresholds(written: str) -> tuple[str, str]:
    return "models:\n", f"thresholds: {{{written}}}\nmodels:\n"


def _task(written: str) -> tuple[str, str]:
    return "tasks:\n", f"tasks:\n  {written}\n"


_MUSIC = "range: 2d..5d, after: [count-rooms]"
_FOUND = "{title: Found a club, duration: 1d, range: 1d..2d, after: [count-rooms], owner: hall, serves: [T1]"
_NO_NEAR = ("models:\n", "limits: {near-critical: 0d}\nmodels:\n")
_IDLE = (
    ("after: [start], started: 2027-01-11T08:00, owner: lead", "after: [count-rooms], owner: lead"),
    (
        "started: 2027-01-11T08:00, finished: 2027-01-15",
        "started: 2027-01-11T08:00, finished: 2027-01-15T12:00",
    ),
    ("owner: hall, ", "owner: hall, started: 2027-01-15T12:00, "),
)
_BACKWARDS = (
    (
        "started: 2027-01-11T08:00, finished: 2027-01-11T08:00",
        "started: 2027-01-11T08:00, finished: 2027-01-10",
    ),
)
_COUNT = "Count the rooms, duration: 5d, range: 4d..8d, after: [start], started: 2027-01-11T08:00, finished: 2027-01-15"
_SOONER = (
    (_COUNT, "Count the rooms, duration: 4d, after: [start]"),
    ("Order the paper, duration: 1d, range: 1d..2d", "Order the paper, duration: 3d"),
    ("Invite the guests, duration: 1d, range: 1d..3d", "Invite the guests, duration: 3d"),
    ("Book the hall, duration: 1d, range: 1d..2d", "Book the hall, duration: 3d"),
)
"""Rooms are counted a day earlier, and what follows takes so long that it is not due by the status date."""

_COUNTED = (
    _task("rooms-counted: {title: The rooms are counted, after: [count-rooms]}"),
    (
        "Order the paper, duration: 1d, range: 1d..2d, after: [count-rooms]",
        "Order the paper, duration: 1d, range: 1d..2d, after: [rooms-counted]",
    ),
)

PROOFS: dict[str, Proof] = {
    "TP101": Proof(((_MUSIC, "range: 2d..5d, after: [count-rooms, signed]"),), with_it=frozenset({"TP318"})),
    "TP102": Proof(
        (
            ("only: {rrule: FREQ=WEEKLY;BYDAY=MO}", "only: {on: 2020-05-04}"),
            ("Plan the music, duration: 3d", "Plan the music, calendar: board, duration: 3d"),
        )
    ),
    "TP103": Proof(_BACKWARDS, since=_BACKWARDS),
    "TP104": Proof((_task("never: {title: Never do this, duration: 1d, in: []}"),)),
    "TP105": Proof(
        (
            ("[count-rooms], owner: hall, ", "[count-rooms, found], in: [merger], owner: hall, "),
            ("[print-draft, ", "[print-draft, found, "),
            _task(f"found: {_FOUND}, in: [separate]}}"),
        ),
        baseline=(_task(f"found: {_FOUND}, in: [separate]}}"),),
    ),
    "TP106": Proof((("office: {", "office: {holidays: XX, "),)),
    "TP107": Proof(
        (("only: {rrule: FREQ=WEEKLY;BYDAY=MO}", "only: {from-file: board.csv, frozen: [{on: 2027-01-25}]}"),)
    ),
    "TP108": Proof((_task("# MERGE CONFLICT tasks.sign.duration: ours 1d | theirs 2d"),)),
    "TP201": Proof((("key: true", "key: true, deadline: 2027-01-29"),), with_it=frozenset({"TP202"})),
    "TP202": Proof((("key: true", "key: true, deadline: 2027-01-29"),), with_it=frozenset({"TP201"})),
    "TP203": Proof(
        (
            (
                "Print the draft, ",
                "Print the draft, start-no-later-than: {date: 2027-01-22, why: The printer leaves}, ",
            ),
        ),
        with_it=frozenset({"TP202", "TP210", "TP901", "TP902"}),
    ),
    "TP204": Proof(
        (
            ("Plan the music, duration: 3d", "Plan the music, calendar: board, duration: 2d"),
            _NO_NEAR,
            _thresholds("most-critical: 70%"),
        )
    ),
    "TP205": Proof((("status-date: 2027-01-15", "status-date: 2027-01-19"), _thresholds("least-index: 0"))),
    "TP206": Proof((("status-date: 2027-01-15", "status-date: 2027-01-14"),)),
    "TP207": Proof((_thresholds("long-float: 8d"),)),
    "TP208": Proof((_thresholds("long-duration: 9d"),)),
    "TP209": Proof((("Order the paper, ", "Order the paper, start-no-earlier-than: 2027-01-18, "),)),
    "TP210": Proof(
        (
            _thresholds("most-critical: 70%"),
            (
                "Order the paper, ",
                "Order the paper, must-start-on: {date: 2027-01-18, why: The shop's day}, ",
            ),
        )
    ),
    "TP211": Proof(
        (("Order the paper, duration: 1d, range: 1d", "Order the paper, duration: 0.5d, range: 0.5d"),)
    ),
    "TP212": Proof(
        (
            (
                "Order the paper, ",
                "Order the paper, manual: {start: 2027-01-16, finish: 2027-01-18, why: The fair}, ",
            ),
        )
    ),
    "TP213": Proof(
        (
            ("from: 2027-07-01, to: 2027-07-31", "from: 2027-01-20, to: 2027-01-20"),
            ("Plan the music, ", "Plan the music, calendar: weekend, "),
        ),
        baseline=(("from: 2027-07-01, to: 2027-07-31", "from: 2027-01-20, to: 2027-01-20"),),
        with_it=frozenset({"TP311"}),
    ),
    "TP301": Proof(
        (
            ("weekend: {", "weekend: {closed: [{from: 2027-01-11, to: 2027-01-17, why: Fair}], "),
            (
                f"Plan the music, duration: 3d, {_MUSIC}",
                "Plan the music, calendar: weekend, duration: 3d, range: 2d..5d",
            ),
        ),
        with_it=frozenset({"TP311", "TP812"}),
    ),
    "TP302": Proof(((", plan-music]", "]"),), with_it=frozenset({"TP812"})),
    "TP303": Proof((("print-draft, order-paper,", "print-draft, order-paper, order-paper,"),)),
    "TP304": Proof((("print-draft, order-paper,", "print-draft, order-paper, order-paper SF,"),)),
    "TP305": Proof((("print-draft, order-paper,", "print-draft, order-paper FS-1d,"),)),
    "TP306": Proof(
        (
            ("Order the paper, duration: 1d, range: 1d..2d", "Order the paper, duration: 4d, range: 1d..5d"),
            (_MUSIC, "range: 2d..5d, after: [order-paper FF]"),
        ),
        with_it=frozenset({"TP812"}),
    ),
    "TP307": Proof(((", plan-music]", ", plan-music SS]"),)),
    "TP308": Proof((("print-draft, order-paper,", "print-draft, count-rooms, order-paper,"),)),
    "TP309": Proof((_thresholds("predecessors: 4"),)),
    "TP310": Proof((_thresholds("least-density: 3"),)),
    "TP311": Proof((("Plan the music, ", "Plan the music, calendar: weekend, "),)),
    "TP312": Proof(
        (
            _thresholds("most-critical: 60%"),
            _task(
                "paint: {title: Paint the hall, duration: 12d, range: 8d..12d, owner: hall, serves: [T1],"
                " started: 2027-01-15}"
            ),
            _task("painted: {title: The hall is painted, after: [paint], owner: hall}"),
        ),
        baseline=(_task("paint: {duration: 20d}"),),
    ),
    "TP313": Proof(
        (
            _thresholds("least-finish-start: 80%"),
            (_MUSIC, "range: 2d..5d, after: [order-paper SS]"),
            (", plan-music]", ", plan-music FF]"),
        ),
        with_it=frozenset({"TP812"}),
    ),
    "TP314": Proof(
        (
            (_MUSIC, "range: 2d..5d, after: [order-paper SS]"),
            (
                "Book the hall, duration: 1d, range: 1d..2d, after: [count-rooms]",
                "Book the hall, duration: 1d, range: 1d..2d, after: [order-paper SS]",
            ),
        ),
        with_it=frozenset({"TP812"}),
    ),
    "TP315": Proof((("print-draft, order-paper,", "print-draft, order-paper FS+1d,"),)),
    "TP316": Proof(
        (
            _thresholds("offenders: 10%, long-lag: 1d"),
            ("print-draft, order-paper,", "print-draft, order-paper FS+2d,"),
        )
    ),
    "TP317": Proof(
        (
            ("  book-hall: ", "  hall-work:\n    title: Prepare the hall\n    tasks:\n      book-hall: "),
            ("  plan-music: ", "      plan-music: "),
            ("book-hall, plan-music]", "hall-work]"),
        )
    ),
    "TP318": Proof(
        (
            (
                "after: [count-rooms], owner: clerk, serves: [T1]}\n  invite",
                "after: [count-rooms], owner: clerk, involves: [hall], serves: [T1]}\n  invite",
            ),
        )
    ),
    "TP401": Proof(((", mitigates: [U1]", ""),)),
    "TP402": Proof((("realises: [M1]", "serves: [T1]"),)),
    "TP403": Proof(register=(("opportunities:", "  T2: {title: Music for all}\nopportunities:"),)),
    "TP404": Proof(register=(("before: 2027-01-31", "before: 2027-01-20"),)),
    "TP405": Proof((("owner: hall, serves: [T1]", "owner: hall"),)),
    "TP501": Proof((("owner: hall, ", ""),)),
    "TP502": Proof(
        (("Order the paper, duration: 1d, range: 1d..2d", "Order the paper, duration: 1d, range: 2d..3d"),)
    ),
    "TP503": Proof(
        (("models:\n", "waivers: [{rule: TP305, of: sign, why: It may, until: 2027-01-15}]\nmodels:\n"),)
    ),
    "TP504": Proof(
        (("models:\n", "waivers: [{rule: TP305, of: sign, why: It may, until: 2027-12-31}]\nmodels:\n"),)
    ),
    "TP505": Proof((("Plan the music", "Book the hall"),)),
    "TP506": Proof((("Plan the music", "Music"),)),
    "TP507": Proof(((", range: 2d..5d", ""),)),
    "TP508": Proof((("owner: hall", "owner: clerk"),)),
    "TP509": Proof((_thresholds("most-milestones: 10%"),)),
    "TP510": Proof((("Plan the music, duration: 3d", "Plan the music, duration: 24h"),)),
    "TP601": Proof(
        (
            ("owner: hall, ", "owner: hall, tags: [permit-application], "),
            ("after: [write-draft], ", "after: [write-draft], tags: [permitted-work], "),
        )
    ),
    "TP602": Proof(
        (
            (
                "Invite the guests, duration: 1d, range: 1d..3d",
                "Invite the guests, duration: 6d, range: 1d..6d",
            ),
            _NO_NEAR,
        )
    ),
    "TP603": Proof((("rules: [ours.yaml]", "rules: [ours.yaml, theirs.yaml]"),)),
    "TP604": Proof((("tags: [meeting-notice]", "tags: [meeting-notice, meeting-notise]"),)),
    "TP605": Proof((("models:\n", "rule-parameters: {ours-notise: 7}\nmodels:\n"),)),
    "TP606": Proof((("rules: [ours.yaml]", "rules: [ours.yaml, old.yaml]"),)),
    "TP607": Proof((("tags: [meeting-notice]", "tags: [meeting-notice], rules: [ours-permit]"),)),
    "TP608": Proof((("models:\n", "employees: {nowhere: 25}\nmodels:\n"),)),
    "TP701": Proof((("owner: hall, ", "owner: hall, started: 2027-01-14, "),)),
    "TP702": Proof((("status-date: 2027-01-15\n", ""),)),
    "TP703": Proof((_thresholds("status-age: 2"),)),
    "TP704": Proof(
        (("started: 2027-01-11T08:00, owner: lead", "started: 2027-01-11T08:00, done: 100%, owner: lead"),)
    ),
    "TP705": Proof((("owner: hall, ", "owner: hall, done: 10%, "),)),
    "TP706": Proof(
        _IDLE,
        since=_IDLE,
        baseline=(
            ("after: [start], started: 2027-01-11T08:00, owner: lead", "after: [count-rooms], owner: lead"),
        ),
        register=(("before: 2027-01-31", "before: 2027-02-28"),),
    ),
    "TP707": Proof(
        (
            _thresholds("weeks-without-news: 1, least-index: 0"),
            ("status-date: 2027-01-15", "status-date: 2027-01-18"),
        )
    ),
    "TP801": Proof((("baseline: adopted\n", ""),), baseline=None),
    "TP802": Proof(baseline=None),
    "TP803": Proof(
        (
            _thresholds("least-index: 0.5"),
            _task(f"found: {_FOUND}}}"),
            ("[print-draft, ", "[print-draft, found, "),
        )
    ),
    "TP804": Proof(baseline=(_task(f"found: {_FOUND}}}"),)),
    "TP805": Proof((_thresholds("least-index: 0"),), baseline=_SOONER),
    "TP806": Proof(
        (_thresholds("slip: 1"),),
        baseline=(("Plan the music, duration: 3d, range: 2d", "Plan the music, duration: 1d, range: 1d"),),
    ),
    "TP807": Proof(
        (_task(f"found: {_FOUND}, note: The board wants it}}"), ("[print-draft, ", "[print-draft, found, "))
    ),
    "TP808": Proof(baseline=_SOONER, with_it=frozenset({"TP805"})),
    "TP809": Proof(
        baseline=(("Print the draft, duration: 5d, range: 4d", "Print the draft, duration: 3d, range: 3d"),)
    ),
    "TP810": Proof(
        (
            ("started: 2027-01-11T08:00, finished: 2027-01-15", "started: 2027-01-11T08:00, remaining: 2d"),
            _NO_NEAR,
        ),
        baseline=((_COUNT, "Count the rooms, duration: 12d, after: [start]"),),
        since=(
            ("started: 2027-01-11T08:00, finished: 2027-01-15", "started: 2027-01-11T08:00"),
            ("status-date: 2027-01-15", "status-date: 2027-01-11"),
        ),
    ),
    "TP811": Proof(
        (
            (
                "started: 2027-01-11T08:00, finished: 2027-01-15",
                "started: 2027-01-11T08:00, finished: 2027-01-14",
            ),
        )
    ),
    "TP812": Proof(since=((", plan-music]", ", plan-music, write-draft FS+1d]"),)),
    "TP901": Proof(
        (
            (
                "Print the draft, ",
                "Print the draft, manual: {start: 2027-01-25, finish: 2027-01-29, why: The printer's week}, ",
            ),
        )
    ),
    "TP902": Proof(
        (_thresholds("offenders: 10%"), ("after: [write-draft]", "after: [write-draft FS+1d]")),
        baseline=(("after: [write-draft]", "after: [write-draft FS+1d]"),),
    ),
    "TP903": Proof((_thresholds("most-critical: 40%"),)),
    "TP904": Proof(
        (("Plan the music, duration: 3d, range: 2d..5d", "Plan the music, duration: 7d, range: 2d..8d"),)
    ),
    "TP905": Proof((("after: [write-draft], owner: clerk", "after: [write-draft], owner: lead"),)),
    "TPA01": Proof(
        (
            (
                "key: true, after: [sign], owner: lead, involves: [clerk, hall]",
                "after: [sign], owner: lead, involves: [clerk]",
            ),
        )
    ),
    "TPA02": Proof(_COUNTED, baseline=_COUNTED, since=_COUNTED),
    "TPA03": Proof((("Order the paper, ", "Order the paper, deadline: 2027-01-30, "),)),
    "TPA04": Proof(
        (
            ("title: Sound", "title: {fi: Terve, en: Sound}"),
            ("title: The contract holds", "title: {en: The contract holds}"),
        )
    ),
    "TPA05": Proof((("Sign the contract, ", "Sign the contract, key: true, "),)),
    "TPA06": Proof((("Sign the contract, ", "Sign the contract, decision: true, "),)),
}


def main() -> None:
    """Write what is said."""
    GOLDENS.mkdir(exist_ok=True)
    for code, proof in PROOFS.items():
        _codes, text = said(proof)
        (GOLDENS / f"{code}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
