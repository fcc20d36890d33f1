"""A lint of iCalendar bytes: mistakes that readers let pass or understand each in a way of its own.

It is written from RFC 5545, 7986 and 9253, not from the library that writes our files, and looks at bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DURATION = re.compile(r"[+-]?P(\d+W|\d+D(T(\d+H)?(\d+M)?(\d+S)?)?|T(?=\d)(\d+H)?(\d+M)?(\d+S)?)")
_UTC = re.compile(r"\d{8}T\d{6}Z")
_DATE = re.compile(r"\d{8}")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*')
_ESCAPED = re.compile(r"(?:[^\\;,\n]|\\[\\;,nN])*")
_TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "NAME", "X-WR-CALNAME", "PRODID")
_STATUS = {
    "VEVENT": ("TENTATIVE", "CONFIRMED", "CANCELLED"),
    "VTODO": ("NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"),
    "VJOURNAL": ("DRAFT", "FINAL", "CANCELLED"),
}
_COLOURS = """
aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown
burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan
darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred
darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink
deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold
goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush
lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey
lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow
lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen
mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin
navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise
palevioletred papayawhip peachpuff peru pink plum powderblue purple red rosybrown royalblue saddlebrown
salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen
steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
"""
"""The names of CSS 3, the only colours of RFC 7986."""
_LONGEST_LINE = 75
"""Octets, the line end not counted."""


@dataclass(frozen=True, slots=True)
class Line:
    """A content line after unfolding."""

    component: int
    """The number of the component it stands in, in order of their BEGIN."""
    kind: str
    """That component's name; "" outside of all."""
    name: str
    parameters: dict[str, str]
    value: str


@dataclass(frozen=True, slots=True)
class File:
    """The bytes and what stands in them."""

    data: bytes
    lines: tuple[Line, ...]

    def named(self, *names: str) -> Iterator[Line]:
        """The lines with these names."""
        return (line for line in self.lines if line.name in names)

    def components(self, *kinds: str) -> Iterator[dict[str, Line]]:
        """The properties of each component of these kinds, the last of each name."""
        found: dict[int, dict[str, Line]] = {}
        for line in self.lines:
            if line.kind in kinds:
                found.setdefault(line.component, {})[line.name] = line
        yield from found.values()


RULES: dict[str, Callable[[File], Iterator[str]]] = {}


def lint(data: bytes) -> dict[str, list[str]]:
    """What is wrong, by rule; empty for a clean file."""
    file = File(data, tuple(_lines(data)))
    found = {name: list(rule(file)) for name, rule in RULES.items()}
    return {name: problems for name, problems in found.items() if problems}


def _lines(data: bytes) -> Iterator[Line]:
    text = re.sub(r"\r?\n[ \t]", "", data.decode(errors="replace"))
    open_: list[tuple[int, str]] = []
    number = 0
    for content in re.split(r"\r?\n", text):
        match = _NAME.match(content)
        if match is None:
            continue
        name, end = match[0].upper(), match.end()
        parameters = {}
        while parameter := _PARAMETER.match(content, end):
            parameters[parameter[1].upper()] = parameter[2].strip('"')
            end = parameter.end()
        value = content[end + 1 :]
        if name == "BEGIN":
            number += 1
            open_.append((number, value))
        yield Line(*(open_[-1] if open_ else (0, "")), name, parameters, value)
        if name == "END" and open_:
            open_.pop()


def _rule(rule: Callable[[File], Iterator[str]]) -> Callable[[File], Iterator[str]]:
    RULES[rule.__name__] = rule
    return rule


@_rule
def lines_end_with_crlf(file: File) -> Iterator[str]:
    rest = file.data.replace(b"\r\n", b"")
    if b"\n" in rest or b"\r" in rest or not file.data.endswith(b"\r\n"):
        yield "a line that ends otherwise"


@_rule
def lines_are_short(file: File) -> Iterator[str]:
    for line in re.split(rb"\r?\n", file.data):
        if len(line) > _LONGEST_LINE:
            yield f"{len(line)} octets"


@_rule
def folds_keep_characters_whole(file: File) -> Iterator[str]:
    for line in re.split(rb"\r?\n", file.data):
        try:
            line.decode()
        except UnicodeDecodeError:
            yield repr(line)


@_rule
def no_control_characters(file: File) -> Iterator[str]:
    text = file.data.decode(errors="ignore").replace("\r", "").replace("\n", "")
    yield from map(repr, re.findall("[\x00-\x1f\x7f-\x9f\u2028\u2029]", text))


@_rule
def components_are_closed(file: File) -> Iterator[str]:
    open_: list[str] = []
    for line in file.named("BEGIN", "END"):
        if line.name == "BEGIN":
            open_.append(line.value)
        elif not open_ or open_.pop() != line.value:
            yield f"END:{line.value}"
    yield from open_


@_rule
def compulsory_properties_stand_once(file: File) -> Iterator[str]:
    wanted = {
        "VCALENDAR": ("PRODID", "VERSION"),
        "VEVENT": ("UID", "DTSTAMP", "DTSTART"),
        "VTODO": ("UID", "DTSTAMP"),
    }
    counts = Counter((line.component, line.name) for line in file.lines)
    for line in file.named("BEGIN"):
        for name in wanted.get(line.value, ()):
            if counts[line.component, name] != 1:
                yield f"{line.value} has {name} {counts[line.component, name]} times"


@_rule
def moments_are_utc(file: File) -> Iterator[str]:
    for line in file.named("DTSTAMP", "LAST-MODIFIED", "COMPLETED", "CREATED"):
        if not _UTC.fullmatch(line.value):
            yield f"{line.name}:{line.value}"


@_rule
def transp_is_of_the_list(file: File) -> Iterator[str]:
    for line in file.named("TRANSP"):
        if line.value not in ("OPAQUE", "TRANSPARENT"):
            yield line.value


@_rule
def status_is_of_the_list(file: File) -> Iterator[str]:
    for line in file.named("STATUS"):
        if line.value not in _STATUS.get(line.kind, ()):
            yield f"{line.kind} {line.value}"


@_rule
def ends_come_after_starts(file: File) -> Iterator[str]:
    for component in file.components("VEVENT", "VTODO"):
        start = component.get("DTSTART")
        for name in ("DTEND", "DUE"):
            end = component.get(name)
            if start and end and end.value <= start.value:
                yield f"{name} {end.value} after DTSTART {start.value}"


@_rule
def ends_are_of_the_type_of_starts(file: File) -> Iterator[str]:
    for component in file.components("VEVENT", "VTODO"):
        types = {
            (
                component[name].parameters.get("VALUE", "DATE-TIME"),
                bool(_DATE.fullmatch(component[name].value)),
            )
            for name in ("DTSTART", "DTEND", "DUE")
            if name in component
        }
        if len(types) > 1 or types & {("DATE", False), ("DATE-TIME", True)}:
            yield str(sorted(types))


@_rule
def durations_can_be_read(file: File) -> Iterator[str]:
    for line in file.lines:
        if line.name in ("REFRESH-INTERVAL", "X-PUBLISHED-TTL", "DURATION") or (
            line.name == "TRIGGER" and line.parameters.get("VALUE") != "DATE-TIME"
        ):
            if not _DURATION.fullmatch(line.value):
                yield f"{line.name}:{line.value}"
        elif "GAP" in line.parameters and not _DURATION.fullmatch(line.parameters["GAP"]):
            yield f"GAP={line.parameters['GAP']}"


@_rule
def links_have_value_and_relation(file: File) -> Iterator[str]:
    for line in file.named("LINK"):
        if not {"VALUE", "LINKREL"} <= line.parameters.keys():
            yield line.value


@_rule
def refresh_interval_names_its_type(file: File) -> Iterator[str]:
    for line in file.named("REFRESH-INTERVAL"):
        if line.parameters.get("VALUE") != "DURATION":
            yield line.value


@_rule
def colours_are_names(file: File) -> Iterator[str]:
    for line in file.named("COLOR"):
        if line.value not in _COLOURS.split():
            yield line.value


@_rule
def uids_are_unique(file: File) -> Iterator[str]:
    counts = Counter(line.value for line in file.named("UID"))
    yield from (uid for uid, count in counts.items() if count > 1)


@_rule
def relations_lead_somewhere(file: File) -> Iterator[str]:
    uids = {line.value for line in file.named("UID")}
    yield from (line.value for line in file.named("RELATED-TO") if line.value not in uids)


@_rule
def time_zones_are_defined(file: File) -> Iterator[str]:
    defined = {line.value for line in file.named("TZID")}
    for line in file.lines:
        if line.parameters.get("TZID", "") not in {*defined, ""}:
            yield line.parameters["TZID"]


@_rule
def no_method(file: File) -> Iterator[str]:
    yield from (line.value for line in file.named("METHOD"))


@_rule
def the_calendar_has_no_uid(file: File) -> Iterator[str]:
    yield from (line.value for line in file.named("UID") if line.kind == "VCALENDAR")


@_rule
def texts_are_escaped(file: File) -> Iterator[str]:
    for line in file.named(*_TEXTS):
        if not _ESCAPED.fullmatch(line.value):
            yield f"{line.name}:{line.value}"


@_rule
def all_day_events_leave_people_free(file: File) -> Iterator[str]:
    for component in file.components("VEVENT"):
        start = component.get("DTSTART")
        if start and start.parameters.get("VALUE") == "DATE":
            wanted = ("TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")
            yield from (name for name in wanted if name not in component)


@_rule
def categories_have_no_comma_inside(file: File) -> Iterator[str]:
    yield from (line.value for line in file.named("CATEGORIES") if r"\," in line.value)
