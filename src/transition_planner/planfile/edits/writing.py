"""Values of a stretch changed in place, touching as little as can be, in the style that stands there.

A way leads from the stretch's root to a map, a list or a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from transition_planner.planfile.document import own_end
from transition_planner.planfile.edits.layout import in_lines
from transition_planner.planfile.edits.stretch import meaning
from transition_planner.planfile.places import line_start
from transition_planner.planfile.quoting import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.plan.finding import KeyPath
    from transition_planner.planfile.edits.stretch import Stretch
    from transition_planner.planfile.nodes import Node

Render = Callable[[int | None], str]
"""Writes an entry, key and value: for a block map whose keys stand in that column, or (None) for a flow map."""

_BLOCK_HEADER = re.compile(r"(?:[&!]\S*\s+)*[|>][-+0-9]*")
_COMMA = re.compile(r"\s*,")
_FLOW_GOES_ON = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*+)*+[,}\]]")


def put(stretch: Stretch, way: KeyPath, key: str, value: Any, order: Sequence[str] = ()) -> None:
    """Make an entry of a map say `value`: only what differs is replaced.

    Args:
        stretch: what to change.
        way: to the map, or to a null that becomes one.
        key: the entry's.
        value: a string, number, truth, list or dict of these.
        order: the keys as they should follow each other; a new entry is put by it, else at the end.
    """
    box = stretch.root.at(*way)
    if any(each.value == key for each, _ in box.entries):
        _change(stretch, (*way, key), value)
    else:
        layout = stretch.layout
        insert(stretch, way, key, lambda column: layout.entry(key, value, column), order)


def insert(stretch: Stretch, way: KeyPath, key: str, render: Render, order: Sequence[str] = ()) -> None:
    """Add an entry to a map, or to a null that becomes one (see `put`)."""
    box = stretch.root.at(*way)
    if not box.entries:
        fill(stretch, way, render)
        return
    rank = order.index(key) if key in order else len(order)
    ranks = [order.index(each.value) if each.value in order else len(order) for each, _ in box.entries]
    before = [index for index, other in enumerate(ranks) if other <= rank]
    first = box.entries[0][0]
    if box.style == "flow":
        if before:
            end = behind(box.entries[before[-1]])
            stretch.replace(end, end, f", {render(None)}")
        else:
            stretch.replace(first.start, first.start, f"{render(None)}, ")
        return
    column = stretch.column(first.start)
    line = render(column)
    if before:
        last = box.entries[before[-1]]
        insert_line(stretch, own_end(stretch.text, last[0].start, behind(last)), f"{' ' * column}{line}")
    else:
        stretch.replace(first.start, first.start, f"{line}{stretch.layout.newline}{' ' * column}")


def fill(stretch: Stretch, way: KeyPath, render: Render) -> None:
    """Write the first entry of an empty map, or of a null that becomes one."""
    box = stretch.root.at(*way)
    outer = stretch.root.at(*way[:-1]) if way else None
    key = outer.entry(str(way[-1]))[0] if outer is not None else stretch.entry[0]
    end = max(key.end, box.end)
    flow = outer.style == "flow" if outer is not None else in_flow(stretch.text, end)
    if flow:
        _write(stretch, key, box, f"{{{render(None)}}}", "")
    else:
        column = stretch.column(key.start) + stretch.layout.step
        _write(stretch, key, box, "", f"{stretch.layout.newline}{' ' * column}{render(column)}")


def remove(stretch: Stretch, way: KeyPath, key: str) -> None:
    """Take an entry out of a map, with its lines or its comma; a map left empty is written `{}`."""
    box = stretch.root.at(*way)
    index = next(index for index, (each, _) in enumerate(box.entries) if each.value == key)
    if len(box.entries) == 1:
        if box.style == "block":
            end = _content_end(stretch.text, box)
            stretch.replace(end, stretch.line_end(end), "")
        _replace(stretch, way, box, {})
    else:
        spans = [(entry[0].start, behind(entry)) for entry in box.entries]
        _remove_spans(stretch, spans, index, index + 1, flow=box.style == "flow")


def behind(entry: tuple[Node, Node]) -> int:
    """The end of an entry's value, or of its key where it has none."""
    return max(entry[0].end, entry[1].end)


def in_flow(text: str, end: int) -> bool:
    """Whether what ends there stands in a flow map or list: then a comma or bracket follows."""
    return _FLOW_GOES_ON.match(text, end) is not None


def last_span(text: str, before: int, start: int, end: int) -> tuple[int, int]:
    """What goes with the last item of a flow map or list, which stands behind another that ends at `before`."""
    if "#" not in text[before:start]:
        return before, end
    comma = _COMMA.match(text, end)  # the one before stays, with the comment behind it
    return start, comma.end() if comma else end


def insert_line(stretch: Stretch, at: int, line: str) -> None:
    """Put a line where another begins, or at the end of a text whose last line has no end."""
    if at == 0 or stretch.text[at - 1] in "\r\n":
        stretch.replace(at, at, f"{line}{stretch.layout.newline}")
    else:
        stretch.replace(at, at, f"{stretch.layout.newline}{line}")


def _change(stretch: Stretch, way: KeyPath, value: Any) -> None:
    """Make what is at the end of a way say `value`."""
    node = stretch.root.at(*way)
    if meaning(node) == value:
        return
    flow = node.style == "flow" and not in_lines(meaning(node))
    if flow and in_lines(value) and not in_flow(stretch.text, node.end):
        _replace(stretch, way, node, value)
    elif isinstance(value, dict) and value and node.entries:
        for key, each in value.items():
            put(stretch, way, key, each)
        for key_node, _ in node.entries:
            if key_node.value not in value:
                remove(stretch, way, key_node.value)
    elif isinstance(value, list) and value and node.items:
        _change_items(stretch, way, node, value)
    else:
        _replace(stretch, way, node, value)


def _replace(stretch: Stretch, way: KeyPath, node: Node, value: Any) -> None:
    """Write a value anew; comments on the line of its key, and behind it, stay."""
    box = stretch.root.at(*way[:-1]) if way else None
    text = stretch.text
    like = text[node.start : node.end] if node.kind == "scalar" else ""
    if box is not None and box.kind == "list":
        flow = box.style == "flow"
        lines = not flow and isinstance(value, dict) and in_lines(value)
        new = (
            stretch.layout.below(value, stretch.column(node.start))
            if lines
            else written(value, flow=flow, like=like)
        )
        stretch.replace(node.start, _content_end(text, node), new)
        return
    key = box.entry(str(way[-1]))[0] if box is not None else stretch.entry[0]
    flow = box.style == "flow" if box is not None else in_flow(text, max(node.end, key.end))
    column = None if flow else stretch.column(key.start)
    _write(stretch, key, node, *stretch.layout.value(value, column, like))


def _write(stretch: Stretch, key: Node, node: Node, head: str, body: str) -> None:
    """Put a head behind a key, and the lines of a body below the key's line, in place of a value."""
    text = stretch.text
    end = _content_end(text, node)
    if node.start == node.end:
        # Not written: it stands right behind the colon, or behind a flow key without one.
        colon = "" if text[node.start - 1 : node.start] == ":" else ":"
        line_end = stretch.line_end(end) if body else end
        stretch.replace(end, line_end, f"{colon}{head and f' {head}'}{text[end:line_end]}{body}")
        return
    colon_end = text.index(":", key.end) + 1
    line_end = stretch.line_end(colon_end)
    if node.start >= line_end and (node.style == "block" or not head):
        stretch.replace(colon_end, end, f"{head and f' {head}'}{text[colon_end:line_end]}{body}")
    elif node.style in {"literal", "folded"}:
        header = _BLOCK_HEADER.match(text, node.start)
        comment = text[header.end() : line_end] if header else ""
        stretch.replace(node.start, end, f"{head}{comment}{body}")
    elif body:
        line_end = stretch.line_end(end)
        start = node.start if head else colon_end
        stretch.replace(start, line_end, f"{head}{text[end:line_end]}{body}")
    else:
        stretch.replace(node.start, end, head)


def _content_end(text: str, node: Node) -> int:
    """The end of a value, without the line break that a block scalar with + takes in."""
    source = text[node.start : node.end]
    return node.start + len(source.removesuffix("\n").removesuffix("\r"))


def _change_items(stretch: Stretch, way: KeyPath, node: Node, values: list[Any]) -> None:
    """Change the items of a list that differ, one for one from the first that does, and add or remove the rest."""
    items = [meaning(item) for item in node.items]
    head = _same(items, values)
    tail = _same(items[head:][::-1], values[head:][::-1])
    stale, fresh = len(items) - tail, len(values) - tail
    paired = min(stale, fresh)
    for index in range(head, paired):
        _change(stretch, (*way, index), values[index])
    node = stretch.root.at(*way)
    if stale > paired:
        spans = [(_item_start(stretch, node, item), item.end) for item in node.items]
        _remove_spans(stretch, spans, paired, stale, flow=node.style == "flow")
    elif fresh > paired:
        _insert_items(stretch, node, paired, values[paired:fresh])


def _same(some: list[Any], others: list[Any]) -> int:
    """How many values two lists have in common at their beginning."""
    pairs = zip(some, others, strict=False)
    return next(
        (index for index, (one, other) in enumerate(pairs) if one != other), min(len(some), len(others))
    )


def _item_start(stretch: Stretch, box: Node, item: Node) -> int:
    """Where an item begins: in a block list its dash."""
    return item.start if box.style == "flow" else stretch.text.rindex("-", 0, item.start)


def _insert_items(stretch: Stretch, box: Node, at: int, values: list[Any]) -> None:
    first = _item_start(stretch, box, box.items[0])
    last = box.items[at - 1] if at else None
    if box.style == "flow":
        new = [written(value, flow=True) for value in values]
        if last is None:
            stretch.replace(first, first, "".join(f"{each}, " for each in new))
        else:
            stretch.replace(last.end, last.end, "".join(f", {each}" for each in new))
        return
    margin = " " * stretch.column(first)
    new = [f"- {written(value, flow=False)}" for value in values]
    if last is None:
        stretch.replace(first, first, "".join(f"{each}{stretch.layout.newline}{margin}" for each in new))
    else:
        place = own_end(stretch.text, _item_start(stretch, box, last), last.end)
        insert_line(stretch, place, stretch.layout.newline.join(f"{margin}{each}" for each in new))


def _remove_spans(
    stretch: Stretch, spans: list[tuple[int, int]], first: int, last: int, *, flow: bool
) -> None:
    """Take out some of the entries of a map or items of a list, not all, with their commas or lines."""
    text = stretch.text
    start, end = spans[first][0], spans[last - 1][1]
    if last < len(spans) and (flow or not stretch.opens_line(start)):
        stretch.replace(start, spans[last][0], "")
    elif not flow:
        stretch.replace(line_start(text, start), own_end(text, start, end), "")
    else:
        stretch.replace(*last_span(text, spans[first - 1][1], start, end), "")
