"""A plan that says much outside its tasks, with comments everywhere."""

from __future__ import annotations

from tests.tui.plans import state

from transition_planner.tui.entries.draft import EntryDraft
from transition_planner.tui.state.state import State

FULL = """\
# the head
format: 1
id: 6f1c0e1a-0000-4000-8000-000000000000
title: {fi: Pieni, en: Small}  # both
start: 2027-01-11  # Monday
calendar: office
limits: {near-critical: 3d}
thresholds:
  offenders: 7%  # as agreed
  least-index: 0.9
rule-parameters: {meeting-notice: 7}
employees: {joint: 45}
waivers:
  - {rule: TP307, of: hear, why: {fi: Kuullaan, en: Heard again}, until: 2028-12-31}  # the first
  - rule: TP201
    why: Known
    until: 2027-06-30
models:
  merger:
    title: {fi: Yhdessä, en: Together}  # as one
    goal: opened
    overrides:
      hear: {duration: 3d}  # shorter
  apart: {goal: opened}
calendars:
  board: {within: office, only: {rrule: FREQ=MONTHLY;BYDAY=2TU, from: 2027-01-12}}  # the board
  office:
    week: mon-fri 08:00-12:00 13:00-16:00
    holidays: FI
    closed:
      # summer
      - {from: 2027-07-01, to: 2027-07-31, why: {fi: heinäkuu, en: July}}
      - {every: 12-24..01-01}  # Christmas
    open:
      - {on: 2027-05-08, hours: 09:00-15:00, why: Saturday}
roles:
  lead: {title: {fi: Vetäjä, en: Lead}, side: joint}
  board: {calendar: board}  # decides
tasks:
  hear: {duration: 5d, owner: lead}
  opened: {after: [hear]}
"""


def draft(kind: str = "", key: str | int | None = None, text: str = FULL) -> EntryDraft:
    """The form about something in the plan."""
    return EntryDraft(state(text), kind, key)


def typed(form: EntryDraft, **lines: str) -> dict[str, str]:
    """All lines of a form, some with another text; `closed_0` is the line `closed/0`."""
    names = {name.replace("/", "_").replace("-", "_"): name for name in form.shown}
    return {**{name: text or "" for name, text in form.shown.items()}} | {
        names[name]: text for name, text in lines.items()
    }


def text_after(form: EntryDraft, **lines: str) -> str:
    """The plan's text when some lines have been typed and accepted."""
    made = form.made(typed(form, **lines))
    assert isinstance(made, State)
    return made.history.document.text
