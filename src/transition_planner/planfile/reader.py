"""One pass over a YAML text: plain dicts, lists and scalars, and where each task's key stands.

10,000 tasks (2 MB, 300,000 events) take about 0.3 s; hence one flat loop and not a function for each event.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transition_planner.locales import _
from transition_planner.plan.finding import Finding
from transition_planner.planfile.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NotYamlError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    events,
)
from transition_planner.planfile.limits import (
    DEEPEST,
    FREE_VALUES,
    MOST_ALIASED,
    MOST_ENTRIES,
    MOST_TASKS,
    MOST_VALUES,
    VALUES_A_TASK,
    too_deep,
    too_many_entries,
    too_many_tasks,
    too_many_values,
    too_much_aliased,
)
from transition_planner.planfile.places import line_number, place_at
from transition_planner.planfile.scalars import resolve
from transition_planner.planfile.suggestions import shortened
from transition_planner.planfile.syntax import MOST_FINDINGS, not_yaml

if TYPE_CHECKING:
    from transition_planner.planfile.events import Event

_PLAN, _TASKS, _TASK, _OTHER = range(4)
"""What a map is: the plan, a map of tasks, one task, anything else."""
_NO_KEY = object()


@dataclass(frozen=True, slots=True)
class Raw:
    """What a text says, before anything is validated."""

    data: Any
    """None where the text could not be read to its end."""
    rows: tuple[tuple[str, int, int], ...]
    """Of each task in file order its id, the offset of its key, and the row of its phase (-1 at the top)."""
    findings: tuple[Finding, ...]
    whole: bool
    """Whether the text could be read to its end."""

    def offsets(self) -> dict[tuple[str, ...], int]:
        """The offset of each task's key, by the ids of its phases and itself."""
        chains: list[tuple[str, ...]] = []
        for id_, _offset, phase in self.rows:
            chains.append((*chains[phase], id_) if phase >= 0 else (id_,))
        return {chain: offset for chain, (_id, offset, _phase) in zip(chains, self.rows, strict=True)}


class _StopError(Exception):
    """The text cannot be read any further."""


def read(text: str, name: str) -> Raw:
    """Read a text of allowed characters (see `forbidden_characters`); `name` is the file's in findings."""
    reading = _Reading(text, name)
    whole = True
    try:
        reading.run()
    except NotYamlError as error:
        reading.findings.append(not_yaml(error, text, name))
        whole = False
    except _StopError:
        whole = False
    for box in reading.merged:
        box.pop("<<", None)
    top = reading.top
    return Raw(top[0] if whole and top else None, tuple(reading.rows), tuple(reading.findings), whole)


class _Reading:
    """The state of one pass."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.top: list[Any] = []
        self.rows: list[tuple[str, int, int]] = []
        self.findings: list[Finding] = []
        self.merged: list[dict[str, Any]] = []
        """Maps with a merge key, which is refused."""
        self.anchors: dict[str, tuple[Any, int]] = {}
        """Values by anchor, with the number of values in each; 0 as long as it is open."""
        self.aliased = 0

    def run(self) -> None:  # noqa: C901, PLR0912, PLR0915  # one flat loop is a third faster than calls
        """Read to the stream's end.

        Raises:
            NotYamlError: where the text stops being YAML.
            _StopError: at what makes the rest unreadable; its finding is noted.
        """
        read_event = events(self.text)
        rows = self.rows
        stack: list[tuple[Any, list[int], Any, bool, int, int, Event, int]] = []
        box: Any = self.top
        keys: list[int] = []  # where those of the open map begin, in its order
        key: Any = _NO_KEY
        in_map = False
        level, row = _OTHER, -1
        opened: Event = None
        count = begun = 0  # values read, also those that aliases stand for; before the open box
        allowed = FREE_VALUES
        documents = 0
        while True:
            event = read_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value if event.style else resolve(event.value)
                count += 1
                if count > allowed:
                    self._stop(event, *too_many_values(allowed, len(rows)))
                if event.anchor:
                    self.anchors[event.anchor] = (value, 1)
                if event.tag is not None:
                    self._tag(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if in_map and key is _NO_KEY:
                    self._stop(event, _("a key cannot be a map or a list"), _("Put a text in quotes."))
                if len(stack) == DEEPEST:
                    self._stop(event, *too_deep())
                if event.tag is not None:
                    self._tag(event)
                new: Any = {} if kind is MappingStartEvent else []
                stack.append((box, keys, key, in_map, level, row, opened, begun))
                if in_map:
                    box[key] = new
                else:
                    box.append(new)
                if kind is not MappingStartEvent:
                    level = _OTHER
                elif level == _TASKS:
                    level, row = _TASK, len(rows) - 1
                elif len(stack) == 1:
                    level = _PLAN
                else:
                    level = _TASKS if key == "tasks" and level in {_PLAN, _TASK} else _OTHER
                box, keys, key, in_map, opened = new, [], _NO_KEY, kind is MappingStartEvent, event
                begun = count
                count += 1
                if count > allowed:
                    self._stop(event, *too_many_values(allowed, len(rows)))
                if event.anchor:
                    self.anchors[event.anchor] = (new, 0)
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if opened.anchor:
                    self.anchors[opened.anchor] = (box, count - begun)
                if len(box) > MOST_ENTRIES and level != _TASKS:
                    self._stop(opened, *too_many_entries())
                box, keys, key, in_map, level, row, opened, begun = stack.pop()
                key = _NO_KEY
                continue
            elif kind is AliasEvent:
                value, size = self._alias(event)
                count += size
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._stop(
                        event,
                        _("a second YAML document begins here"),
                        _("Put each plan in a file of its own, and delete this line."),
                    )
                continue
            elif kind is StreamEndEvent:
                return
            else:
                continue
            if not in_map:
                box.append(value)
            elif key is not _NO_KEY:
                box[key] = value
                key = _NO_KEY
            else:
                if type(value) is not str:
                    value = self._not_a_word(event, value)
                elif value == "<<" and kind is ScalarEvent and not event.style:
                    self._merge_key(event, box)
                elif value in box:
                    self._duplicate(event, value, keys[list(box).index(value)])
                start = event.start_mark.index
                if value not in box:
                    keys.append(start)
                key = value
                if level == _TASKS:
                    if len(rows) == MOST_TASKS:
                        self._stop(event, *too_many_tasks())
                    rows.append((key, start, row))
                    allowed = min(allowed + VALUES_A_TASK, MOST_VALUES)

    def _note(self, event: Event, code: str, message: str, hint: str) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self.findings.append(
            Finding(code, message, hint=hint, place=place_at(self.text, self.name, start, end - start))
        )
        if len(self.findings) == MOST_FINDINGS:
            raise _StopError

    def _stop(self, event: Event, message: str, hint: str) -> None:
        self._note(event, "TP001", message, hint)
        raise _StopError

    def _tag(self, event: Event) -> None:
        if event.tag != "!":
            self._note(
                event,
                "TP001",
                _("a plan has no YAML tags such as {tag}").format(
                    tag=shortened(self.text[event.start_mark.index :].split(maxsplit=1)[0])
                ),
                _("Delete the tag; a text that looks like a number goes in quotes."),
            )

    def _alias(self, event: Event) -> tuple[Any, int]:
        """The value an alias stands for, and the number of values in it."""
        known = self.anchors.get(event.anchor)
        if known is None:
            self._note(
                event,
                "TP001",
                _("nothing above has the anchor &{name}").format(name=event.anchor),
                _("Write the value out, or quote a text that begins with *."),
            )
            return None, 1
        if known[1] == 0:
            self._note(
                event,
                "TP001",
                _("the alias *{name} stands inside the value it stands for").format(name=event.anchor),
                _("Write the value out."),
            )
            return None, 1
        self.aliased += known[1]
        if self.aliased > MOST_ALIASED:
            self._stop(event, *too_much_aliased())
        return known

    def _not_a_word(self, event: Event, value: Any) -> str:
        """The text of a key that is no string."""
        written = self.text[event.start_mark.index : event.end_mark.index]
        if value is None and not written:
            self._note(
                event, "TP001", _("a key is missing before the colon"), _("Write one, or delete the line.")
            )
        else:
            self._note(
                event,
                "TP001",
                _("the key {key} is no text").format(key=shortened(written)),
                _("Put it in quotes: '{key}'.").format(key=shortened(written)),
            )
        return written

    def _merge_key(self, event: Event, box: dict[str, Any]) -> None:
        self.merged.append(box)
        self._note(
            event,
            "TP001",
            _("the merge key << is not supported"),
            _("Write the fields out; a single value may be shared with & and *."),
        )

    def _duplicate(self, event: Event, key: str, first: int) -> None:
        self._note(
            event,
            "TP004",
            _("the key {key} stands here a second time, first in line {line}").format(
                key=shortened(key), line=line_number(self.text, first)
            ),
            _("Keep one of the two."),
        )
