"""Small plans for the tests of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.planfile.history import History
from transition_planner.planfile.loading import parse
from transition_planner.tui.state.state import State
from transition_planner.tui.state.timescale import Zoom

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
format: 1
id: 6f1c0e1a-0000-4000-8000-000000000000
title: {fi: Pieni, en: Small}
start: 2027-01-11
calendar: office
calendars:
  office: {week: mon-fri 08:00-12:00 13:00-17:00}
roles:
  lead: {title: {fi: Vetäjä, en: Lead}}
"""

SMALL = (
    HEAD
    + """\
tasks:
  prepare:
    title: {fi: Valmistelu, en: Preparation}
    tasks:
      ask:  # the members
        title: {fi: Kysy, en: Ask}
        duration: 5d
        owner: lead
      draft:
        title: {fi: Laadi, en: Draft}
        duration: 5d
        after: [ask]
      look:
        title: {fi: Katso, en: Look}
        duration: 2d
  decide:
    title: {fi: Päätös, en: Decision}
    tasks:
      agree:
        title: {fi: Sovittu, en: Agreed}
        after: [draft]
        deadline: 2027-01-29
      sign:
        title: {fi: Allekirjoita, en: Sign}
        duration: 1d
        after: [agree, look]
"""
)
"""Ask 11-15 Jan, draft 18-22 Jan, look 11-12 Jan with 8 days of float, agreed 22 Jan, sign 25 Jan."""

MODELS = (
    HEAD
    + """\
models:
  one: {title: {fi: Yhdessä, en: Together}}
  two: {title: {fi: Erikseen, en: Apart}}
tasks:
  both: {duration: 5d}
  only-one: {duration: 10d, after: [both], in: [one]}
  only-two: {duration: 1d, after: [both], in: [two]}
"""
)

ODD = (
    HEAD
    + """\
tasks:
  wide: {title: 計画を立てる計画を立てる計画を立てる計画を立てる計画を立てる, duration: 3d}
  long: {title: A title that goes on and on and on and on and on and on and on and on and on and on, duration: 9w}
  late: {title: Late, duration: 5d, deadline: 2027-01-12, note: Not easy}
  bare: {}
  done: {title: Done, duration: 5d, started: 2027-01-11, finished: 2027-01-12}
  half: {title: Half, duration: 4d, started: 2027-01-11, done: 50%}
"""
)

REGISTER = """\
objectives:
  T1: {title: {fi: Oppilaat jatkavat, en: Pupils go on}, measure: Nobody leaves because of the change}
  T2: {title: {fi: Yksi opetussuunnitelma, en: One curriculum}}
opportunities:
  M1: {title: {fi: Yhteiset soittimet, en: Shared instruments}}
  M2: {title: {fi: Isompi orkesteri, en: A larger orchestra}, applies: [merger]}
threats:
  U1: {title: {fi: Opettajat lähtevät, en: Teachers leave}, sign: Notices before summer, likelihood: 3, impact: 4}
  U2: {title: {fi: Tila ei riitä, en: No room}, applies: [apart]}
  U3: {title: {fi: Lupa viipyy, en: The licence is late}, before: 2027-06-30}
"""

STUDY = (
    HEAD.replace(
        "calendars:\n",
        """\
register: register.yaml
choice: choose
models:
  merger: {title: {fi: Yhdessä, en: Together}, goal: opened, summary: {fi: Yksi koulu., en: One school.}}
  apart: {title: {fi: Erikseen, en: Apart}, goal: opened}
waivers:
  - {rule: TP307, of: hear, why: Heard again next year, until: 2028-12-31}
calendars:
  board: {within: office, only: {rrule: FREQ=MONTHLY;BYDAY=2TU}, title: {fi: Hallitus, en: Board}}
""",
    )
    + """\
tasks:
  choice:
    title: {fi: Valinta, en: Choice}
    tasks:
      hear: {title: {fi: Kuule väkeä, en: Hear people}, duration: 10d, owner: lead, kind: people, mitigates: [U1]}
      count: {title: {fi: Laske kulut, en: Count the costs}, duration: 15d, serves: [T1]}
      choose:
        title: {fi: Valitse malli, en: Choose the model}
        duration: 1d
        calendar: board
        decision: true
        key: true
        after: [hear, count]
        deadline: 2027-02-26
  doing:
    title: {fi: Toteutus, en: Carrying out}
    tasks:
      licence:
        title: {fi: Hae lupa, en: Apply for the licence}
        duration: 3w
        after: [choose]
        in: [merger]
        mitigates: [U3]
        deadline: 2027-03-19
      move: {title: {fi: Muuta, en: Move}, duration: 8d, after: [choose], in: [merger], realises: [M1]}
      agree: {title: {fi: Sovi, en: Agree}, duration: 5d, after: [choose], in: [apart]}
      opened:
        title: {fi: Avajaiset, en: Opening}
        key: true
        after: [licence, move FS+2d, agree]
"""
)
"""Two models and a register: nobody takes up T2, M2 and U2; the licence is late for its deadline."""

EMPTY = HEAD + "tasks: {}\n"
ONE = HEAD + "tasks:\n  only: {title: Only, duration: 1d}\n"


def history(text: str) -> History:
    """The history of a plan in memory, with the register if it names one."""
    return History.of(parse(text, register_text=REGISTER if "\nregister:" in text else None))


def state(text: str = SMALL, at: str | None = None, model: str | None = None) -> State:
    """A plan as it is when opened, with the cursor on a task."""
    return State.opened(history(text), model, Zoom.WEEKS).at(at)


def plan_file(folder: Path, text: str = SMALL) -> Path:
    """A plan's file in a folder."""
    path = folder / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    return path
