"""Prints what libical reads from standard input, as icaljs.cjs does; runs under the system's own Python."""

from __future__ import annotations

import json
import sys

import gi  # type: ignore[import-not-found]  # only the system's Python has it

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # type: ignore[import-not-found]  # noqa: E402  # its version has to be chosen first

KINDS = {
    ICalGLib.ComponentKind.VEVENT_COMPONENT: "vevent",
    ICalGLib.ComponentKind.VTODO_COMPONENT: "vtodo",
    ICalGLib.ComponentKind.VJOURNAL_COMPONENT: "vjournal",
}

root = ICalGLib.Component.new_from_string(sys.stdin.buffer.read().decode())
rows = []
entry = root.get_first_component(ICalGLib.ComponentKind.ANY_COMPONENT)
while entry is not None:
    kind = KINDS[entry.isa()]
    end = entry.get_due() if kind == "vtodo" else entry.get_dtend()
    days = [
        f"{each.get_year():04}-{each.get_month():02}-{each.get_day():02}" if each.is_date() else None
        for each in (entry.get_dtstart(), end)
    ]
    rows.append([kind, entry.get_uid(), entry.get_summary(), entry.get_description(), *days])
    entry = root.get_next_component(ICalGLib.ComponentKind.ANY_COMPONENT)
sys.stdout.write(json.dumps(rows))
