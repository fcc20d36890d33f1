"""Small plans for the tests of rules: what a test writes, on a head that they all share."""

from __future__ import annotations

import re
from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

import yaml

from transition_planner.checks.past import Past
from transition_planner.checks.run import check
from transition_planner.planfile.loading import parse

if TYPE_CHECKING:
    from transition_planner.plan.finding import Finding
    from transition_planner.planfile.document import Document

HEAD = {
    "format": 1,
    "id": "6f1c0e1a-0000-4000-8000-000000000000",
    "title": "Small",
    "start": "2027-01-11",
    "calendar": "office",
    "calendars": {"office": {"week": "mon-fri 08:00-16:00"}},
}
"""A Monday; days of eight hours."""

TODAY = date(2027, 1, 11)

REGISTER = """\
objectives:
  T1: {title: Yhteinen suunta}
opportunities:
  M1: {title: Yhteiset tilat}
threats:
  U1: {title: Oppilaat lähtevät, before: 2027-01-31}
"""


_EARLIER = re.compile(r"^--- # (baseline|since|problem).*\n", re.MULTILINE)


def small_past(text: str) -> tuple[str, Past]:
    """The text of a plan, and its earlier states, behind `--- # baseline` and the like."""
    now, *then = _EARLIER.split(dedent(text))
    states = dict(zip(then[::2], then[1::2], strict=True))
    read = {name: small_document(part) for name, part in states.items() if name != "problem"}
    return now, Past(read.get("baseline"), states.get("problem", "").strip() or None, read.get("since"))


def small_document(text: str, register: str | None = None) -> Document:
    """The document of a part of a plan in YAML, with the head's fields where it lacks them.

    `register` is the text of its register.
    """
    part = yaml.safe_load(dedent(text)) or {}
    lines = dedent(text).strip("\n")
    calendars = part.get("calendars", {})
    head = {key: value for key, value in HEAD.items() if key not in part}
    if "calendars" in part and "office" not in calendars:
        lines = lines.replace("calendars:\n", "calendars:\n  office: {week: 'mon-fri 08:00-16:00'}\n", 1)
    if register is not None:
        head["register"] = "register.yaml"
    return parse(f"{yaml.safe_dump(head, sort_keys=False)}{lines}\n", register_text=register)


def found(text: str, *codes: str, register: str | None = None) -> tuple[Finding, ...]:
    """What `check` finds in a small plan; only these codes where some are given."""
    now, past = small_past(text)
    findings = check(small_document(now, register), today=TODAY, asked=codes, past=past)
    return tuple(each for each in findings if not codes or each.code in codes)


def messages(text: str, *codes: str, register: str | None = None) -> list[str]:
    """The findings' messages."""
    return [each.message for each in found(text, *codes, register=register)]
