"""What the public standards of schedule quality ask, and where this program looks at it.

A standard's point is looked at by rules, which stand here by their codes, or already when a plan is read.
"""

from __future__ import annotations

READING = "reading"
"""Found before any rule runs: the plan cannot be read."""

CATALOGUE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("structure", "syntax", (READING,)),
    ("structure", "unknown key", (READING,)),
    ("structure", "duplicate id", (READING,)),
    ("structure", "unknown reference, unknown owner", (READING,)),
    ("structure", "task linked to itself", ("TP101",)),
    ("structure", "link between a task and its own phase", ("TP101",)),
    ("structure", "milestone with a duration, a range or work left", (READING,)),
    ("structure", "negative duration", (READING,)),
    ("structure", "pessimistic below likely", (READING, "TP502")),
    ("structure", "cycle", ("TP101",)),
    ("structure", "calendar without working time", ("TP102",)),
    ("structure", "constraint contradicts another", ("TP103",)),
    ("structure", "date outside the horizon", (READING, "TP106")),
    ("structure", "task, or link, in no model", ("TP104", "TP105")),
    ("structure", "frozen days that are no longer those of their file", ("TP107",)),
    ("structure", "merge conflict that nobody has settled", ("TP108",)),
    ("logic", "no predecessor", ("TP301",)),
    ("logic", "no successor; milestone that drives nothing", ("TP302",)),
    ("logic", "dangling start", ("TP306",)),
    ("logic", "dangling finish", ("TP307",)),
    ("logic", "SF link", ("TP304",)),
    ("logic", "SS and FF only", ("TP313",)),
    ("logic", "share of FS links", ("TP314",)),
    ("logic", "lead", ("TP305",)),
    ("logic", "share of lags", ("TP315",)),
    ("logic", "long lag", ("TP316",)),
    ("logic", "several links of a pair", ("TP303",)),
    ("logic", "redundant link", ("TP308",)),
    ("logic", "link on a summary", ("TP317",)),
    ("logic", "link crossing calendars", ("TP311",)),
    ("logic", "merge hotspot", ("TP309",)),
    ("logic", "logic density", ("TP310",)),
    ("logic", "isolated component", ("TP312",)),
    ("logic", "hand-off between organisations without a receiving task", ("TP318",)),
    ("dates", "hard constraint", ("TP210",)),
    ("dates", "constraint without a reason", ("TP209",)),
    ("dates", "constraint that cannot be kept", ("TP203",)),
    ("dates", "deadline missed by forecast", ("TP201",)),
    ("dates", "negative float", ("TP202",)),
    ("dates", "large float", ("TP207",)),
    ("dates", "long duration; long task without steps", ("TP208",)),
    ("dates", "short duration", ("TP211",)),
    ("dates", "task in a holiday period", ("TP213",)),
    ("dates", "start pinned to a weekend", ("TP212",)),
    ("dates", "task that does not fit into a window", ("TP204",)),
    ("critical path", "600-day test for each key milestone", ("TP901",)),
    ("critical path", "path broken by a lag or a constraint", ("TP902",)),
    ("critical path", "critical share", ("TP903",)),
    ("critical path", "near-critical list", ("TP904",)),
    ("critical path", "path owned by one role", ("TP905",)),
    ("status", "no status date, old status date", ("TP702", "TP703")),
    ("status", "forecast before the status date", ("TP205",)),
    ("status", "actual after the status date", ("TP206",)),
    ("status", "out of sequence", ("TP701",)),
    ("status", "finished without a date", ("TP704",)),
    ("status", "share done without a start", ("TP705",)),
    ("status", "no critical task in progress", ("TP706",)),
    ("status", "no news for long", ("TP707",)),
    ("status", "actuals changed since a revision", ("TP811",)),
    ("baseline", "none, or none that can be read", ("TP801", "TP802")),
    ("baseline", "task missing in the baseline", ("TP803",)),
    ("baseline", "unexplained removal", ("TP804", "TP812")),
    ("baseline", "missed tasks", ("TP805",)),
    ("baseline", "slip over a threshold without a note", ("TP806",)),
    ("baseline", "BEI", ("TP807",)),
    ("baseline", "hit task percentage", ("TP808",)),
    ("baseline", "CPLI", ("TP809",)),
    ("baseline", "CEI", ("TP810",)),
    ("people and quality", "no owner", ("TP501",)),
    ("people and quality", "owner with too much at a time", ("TP508",)),
    ("people and quality", "name not unique", ("TP505",)),
    ("people and quality", "name not a verb and a noun", ("TP506",)),
    ("people and quality", "no range of durations", ("TP507",)),
    ("people and quality", "mostly detail activities", ("TP509",)),
    ("people and quality", "one unit of time", ("TP510",)),
    ("people and quality", "waiver with a reason and an end", (READING, "TP503", "TP504")),
)
"""Family, what is asked, and the rules' codes."""

NOT_YET = ("deadline missed at P80",)
"""Needs a risk analysis, which gives dates their odds."""

DCMA = {
    1: ("TP301", "TP302", "TP306", "TP307"),
    2: ("TP305",),
    3: ("TP315",),
    4: ("TP314",),
    5: ("TP210",),
    6: ("TP207",),
    7: ("TP202",),
    8: ("TP208",),
    9: ("TP205", "TP206"),
    10: ("TP501",),
    11: ("TP805",),
    12: ("TP901",),
    13: ("TP809",),
    14: ("TP807",),
}
"""The rules that find what makes a point of DCMA's assessment fail."""

P6 = {
    "Logic": ("TP301", "TP302"),
    "Negative lags": ("TP305",),
    "Lags": ("TP315",),
    "Long lags": ("TP316",),
    "Relationship types": ("TP314",),
    "Hard constraints": ("TP210",),
    "Soft constraints": ("TP209",),
    "Large float": ("TP207",),
    "Negative float": ("TP202",),
    "Large durations": ("TP208",),
    "Invalid progress dates": ("TP205", "TP206"),
    "Resource or cost missing": ("TP501",),
    "Late activities": ("TP805", "TP806"),
    "BEI": ("TP807",),
    "Dangling start, dangling finish": ("TP306", "TP307"),
}
"""The rules for each line of Primavera P6's Check Schedule."""

DECM = {
    "06A204b": ("TP306", "TP307"),
    "06A209a": ("TP210",),
    "06A212a": ("TP701",),
    "06A504a, 06A504b": ("TP811",),
}
"""The rules for metrics of DECM."""

ACUMEN = {
    "Missing Logic": ("TP301", "TP302"),
    "Logic Density": ("TP310",),
    "Critical": ("TP903",),
    "Hard Constraints": ("TP210",),
    "Negative Float": ("TP202",),
    "Insufficient Detail": ("TP208",),
    "Number of Lags": ("TP315",),
    "Number of Leads": ("TP305",),
    "Merge Hotspot": ("TP309",),
}
"""The rules for metrics of Acumen Fuse's schedule index."""
