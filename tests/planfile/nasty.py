"""Plans written as people write them: every style that YAML allows, mixed at random.

Everything is drawn, so Hypothesis shrinks a failing plan to the style that breaks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "format: 1\nid: 6f1c0e1a-0000-4000-8000-000000000000\ntitle: A plan\nstart: 2027-01-11\n"

IDS = ("a", "b2", "no", "007", "x.y", "Z-9", "n", "long-name", "a_b", "c", "d", "e")
TEXTS = ("Ask", "Äänestys 💡", "it's due", "a: b", "x #y", "- dash", "yes", "1:30", "two  spaces", "", "{x}")
BLOCKS = ("first\nsecond", "key: value\n  deeper\n\n- item", "# no comment\n💡")


@dataclass
class Writer:
    """Writes one plan, line by line."""

    draw: Callable[[st.SearchStrategy[Any]], Any]
    ids: list[str]
    lines: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    """Names of the anchored durations."""
    anchored_links: list[str] = field(default_factory=list)
    """Names of the anchored lists of links."""
    written: list[str] = field(default_factory=list)
    """Tasks that have been written and are no phases."""

    def maybe(self) -> bool:
        return bool(self.draw(st.booleans()))

    def one(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def comment(self) -> str:
        """Behind a value: nothing, or a comment, aligned or after a tab."""
        return str(self.one("", "", "  # why, {so}: - it is]", "      # aligned", "\t# tab\t💡"))

    def between(self, indent: int) -> None:
        """Above an entry: nothing, a blank line, comments at some indentation."""
        match self.one(0, 0, 0, 1, 2, 3):
            case 1:
                self.lines.append("")
            case 2:
                self.lines.append(f"{' ' * indent}# about, the [next]: x")
            case 3:
                self.lines += ["", f"{' ' * self.one(0, indent, indent + 3)}# somewhere, or: not}}"]

    def scalar(self, text: str) -> str:
        plain = bool(text) and text not in {"no", "n", "yes", "007"} and not set(text) & set(":#{-'")
        styles = ["double", "single", *(["plain"] * 3 if plain and text == text.strip() else [])]
        match self.one(*styles):
            case "double":
                return '"' + text.replace('"', '\\"') + '"'
            case "single":
                return "'" + text.replace("'", "''") + "'"
        return text

    def key(self, text: str) -> str:
        quoted = self.one(text, text, f"'{text}'", f'"{text}"')
        return f"{quoted}{self.one('', '', ' ')}"

    def sequence(self, key: str, items: list[str], indent: int) -> None:
        margin = " " * indent
        match self.one("flow", "lines", "indented", "unindented", "anchor", "alias"):
            case "anchor":
                self.anchored_links.append(f"l{len(self.anchored_links)}")
                self.lines.append(
                    f"{margin}{key}: &{self.anchored_links[-1]} [{', '.join(items)}]{self.comment()}"
                )
            case "alias" if self.anchored_links:
                self.lines.append(f"{margin}{key}: *{self.one(*self.anchored_links)}{self.comment()}")
            case "flow" | "alias":
                self.lines.append(f"{margin}{key}: [{', '.join(items)}]{self.comment()}")
            case "lines":
                self.lines.append(f"{margin}{key}: [{items[0]}{',  # first' if items[1:] else ''}")
                self.lines += [f"{margin}  {item}," for item in items[1:]]
                self.lines.append(f"{margin}]{self.comment()}")
            case style:
                self.lines.append(f"{margin}{key}:{self.comment()}")
                inner = margin if style == "unindented" else margin + " " * self.one(1, 2, 4)
                for item in items:
                    self.lines.append(f"{inner}-{self.one(' ', '   ')}{item}{self.comment()}")
                    if self.maybe():
                        self.lines.append(f"{inner}  # under, the: item]")

    def text(self, key: str, indent: int) -> None:
        margin = " " * indent
        match self.one("scalar", "flow", "block", "literal", "folded", "below", "long"):
            case "scalar":
                self.lines.append(f"{margin}{key}: {self.scalar(self.one(*TEXTS))}{self.comment()}")
            case "flow":
                self.lines.append(f"{margin}{key}: {{fi: {self.scalar('Yksi')}, en: One}}{self.comment()}")
            case "block":
                self.lines.append(f"{margin}{key}:{self.comment()}")
                inner = margin + " " * self.one(1, 2, 3)
                self.lines += [f"{inner}fi: {self.scalar('Yksi 💡')}{self.comment()}", f"{inner}en: One"]
            case "below":
                self.lines += [
                    f"{margin}{key}:{self.comment()}",
                    f"{margin}   {self.scalar('Below')}{self.comment()}",
                ]
            case "long":
                self.lines += [f"{margin}{key}: begun here and", f"{margin}  ended there{self.comment()}"]
            case style:
                mark = ("|" if style == "literal" else ">") + self.one("", "-", "+")
                self.lines.append(f"{margin}{key}: {mark}{self.one('', '  # block')}")
                inner = margin + " " * self.one(1, 2, 5)
                self.lines += [f"{inner}{line}" if line else "" for line in self.one(*BLOCKS).split("\n")]

    def duration(self) -> str:
        if self.anchors and self.maybe():
            return f"*{self.one(*self.anchors)}"
        if self.one(*range(3)) == 2:
            self.anchors.append(f"d{len(self.anchors)}")
            return f"&{self.anchors[-1]} 8d"
        return str(self.one("8d", "'8d'", "1.5w", "0d"))

    def fields(self, indent: int, *, phase: bool) -> None:
        """Some fields of a task in a block map, at least one."""
        margin = " " * indent
        begun = len(self.lines)
        names = self.draw(
            st.lists(
                st.sampled_from(["title", "note", "duration", "after", "owner", "deadline"]), unique=True
            )
        )
        for name in names:
            self.between(indent)
            match name:
                case "title" | "note":
                    self.text(self.key(name), indent)
                case "duration" if not phase:
                    self.lines.append(f"{margin}{self.key(name)}: {self.duration()}{self.comment()}")
                case "after" if links := self.links():
                    self.sequence(self.key(name), links, indent)
                case "owner":
                    self.lines.append(f"{margin}{self.key(name)}: {self.scalar('lead')}{self.comment()}")
                case "deadline":
                    value = self.one("2027-06-18", "{date: 2027-06-18, why: 'so, it is'}")
                    self.lines.append(f"{margin}deadline:  {value}{self.comment()}")
        if not phase and not any(
            line.strip() and not line.lstrip().startswith("#") for line in self.lines[begun:]
        ):
            self.lines.append(f"{margin}kind: work")

    def links(self) -> list[str]:
        ids = (
            self.draw(st.lists(st.sampled_from(self.written), unique=True, max_size=3))
            if self.written
            else []
        )
        return [self.scalar(f"{id_}{self.one('', '', ' FS+2d', ' SS')}") for id_ in ids]

    def flow_task(self) -> str:
        parts = self.draw(
            st.lists(
                st.sampled_from(
                    ["duration: 3d", "title: 'a, b'", '"kind": work', "note: it is", "deadline: 2027-01-01"]
                ),
                unique_by=lambda part: part.strip('"')[:3],
            )
        )
        links = self.links()
        if links and self.maybe():
            parts.append(f"after: [{', '.join(links)}]")
        comma = str(self.one(", ", ",", " , "))
        return f"{{{comma.join(parts)}}}"

    def tasks(self, indent: int, depth: int) -> None:
        """A map of tasks in block style, at least one."""
        margin = " " * indent
        for _ in range(self.draw(st.integers(1, 4))):
            if not self.ids:
                return
            id_ = self.ids.pop()
            self.between(indent)
            kind = (
                self.one("block", "block", "flow", "phase", "flow phase")
                if depth < 2
                else self.one("block", "flow")
            )
            inner = indent + self.one(1, 2, 2, 4)
            if kind == "flow":
                self.lines.append(f"{margin}{self.key(id_)}: {self.flow_task()}{self.comment()}")
                self.written.append(id_)
            elif kind == "block" or len(self.ids) < 2:
                self.lines.append(f"{margin}{self.key(id_)}:{self.comment()}")
                self.fields(inner, phase=False)
                self.written.append(id_)
            elif kind == "flow phase":
                first, second = self.ids.pop(), self.ids.pop()
                tasks = [f"{each}: {self.flow_task()}" for each in (first, f"'{second}'")]
                if self.maybe():
                    self.lines.append(f"{margin}{id_}: {{tasks: {{{', '.join(tasks)}}}}}{self.comment()}")
                else:
                    self.lines += [
                        f"{margin}{id_}: {{",
                        f"{margin}  tasks: {{",
                        f"{margin}    {tasks[0]},  # one",
                    ]
                    self.lines += [f"{margin}    {tasks[1]}", f"{margin}  }}", f"{margin}}}"]
                self.written += [first, second]
            else:
                self.lines.append(f"{margin}{self.key(id_)}:{self.comment()}")
                self.fields(inner, phase=True)
                self.lines.append(f"{' ' * inner}tasks:{self.comment()}")
                self.tasks(inner + self.one(1, 2, 3), depth + 1)
                if self.maybe():
                    self.lines.append(f"{' ' * inner}kind: behind{self.comment()}")

    def models(self) -> None:
        goal, other = self.one(*self.written), self.one(*self.written)
        if self.maybe():
            self.lines += [
                "models:",
                f"  m: {{goal: {self.scalar(goal)}, overrides: {{'{other}': {{note: x}}}}}}",
            ]
        else:
            self.lines += ["models:  # which", "  m:", f"    goal: {self.scalar(goal)}{self.comment()}"]
            self.lines += ["    overrides:", f"      # why {other}", f"      {self.key(other)}:"]
            self.lines += [f"        after: [{self.scalar(goal)}]"] if goal != other else ["        note: x"]


@st.composite
def plans(draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """The text of a valid plan."""
    writer = Writer(draw, draw(st.permutations(IDS))[: draw(st.integers(4, 11))])
    writer.lines = [*HEAD.splitlines(), "roles:", "  lead: {}", f"tasks:{writer.comment()}"]
    writer.tasks(writer.one(1, 2, 4), 0)
    if writer.written and writer.maybe():
        writer.models()
    newline = writer.one("\n", "\n", "\r\n")
    end = writer.one(newline, "", newline + newline + "# the end")
    return str(newline.join(writer.lines) + end)
