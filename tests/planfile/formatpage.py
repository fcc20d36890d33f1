"""Write docs/plan-file.md from the schemas: `python -m tests.planfile.formatpage`, from the root."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transition_planner.law.lawrule import Pack
from transition_planner.plan.plan import Plan
from transition_planner.plan.register import Register
from transition_planner.planfile.schema import schema_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE = Path(__file__).parents[2] / "docs" / "plan-file.md"

_INTRODUCTION = """\
# The plan file

Written from the file's schemas by `python -m tests.planfile.formatpage`. Those of plan and register lie in
`src/transition_planner/planfile/`; a first line `# yaml-language-server: $schema=…` has editors complete and check a
file while it is written.

A plan is a folder with `plan.yaml` and, where there is one, its register. A key that is not in these tables is refused.

## Values

* **id**: letters, digits, `.`, `_` and `-`, a letter or digit first, at most 80. Links, calendar entries and git's
  history hang on ids: none is used again for something else.
* **text**: a text, or the same text by language: `{fi: Päätä, en: Decide}`.
* **day**: `2027-06-18`, in the years 1970 to 2199. **moment**: a day, or a minute of it: `2027-06-18T12:00`, by the
  clock on the wall in the plan's time zone.
* **duration**: an amount and a unit. `min`, `h`, `d` and `w` count working time; `emin`, `eh`, `ed` and `ew` run on
  through nights and holidays; `emo` and `ey` go by the calendar's months and years.
* **link**: the predecessor's id; then, where needed, `FS` (which it is without), `SS`, `FF` or `SF`; then, where
  needed, a lag or a lead: `hear-pupils FS+5d`, `draft SS+50%`, `funder-round FS-2w`.
"""
_CHAPTERS = (("The plan", Plan), ("The register", Register), ("A rule pack", Pack))


def page() -> str:
    """The whole page."""
    chapters = [chapter for title, entry in _CHAPTERS for chapter in _chapters(title, schema_of(entry))]
    return "\n".join([_INTRODUCTION, *chapters])


def _chapters(title: str, schema: dict[str, Any]) -> Iterator[str]:
    """The table of an entry, then those of the entries in it, in the order in which they are first named."""
    yield _chapter(f"## {title}", schema)
    parts = schema["$defs"]
    named = list(dict.fromkeys(_references(schema["properties"])))
    for name in named:
        yield _chapter(f"### {name}", parts[name])
        named += [part for part in dict.fromkeys(_references(parts[name])) if part not in named]


def _references(schema: Any) -> Iterator[str]:
    """The names of the entries that a schema refers to."""
    match schema:
        case {"$ref": str(reference)}:
            yield reference.rpartition("/")[2]
        case dict() | list():
            for inner in schema.values() if isinstance(schema, dict) else schema:
                yield from _references(inner)


def _chapter(heading: str, schema: dict[str, Any]) -> str:
    needed = schema.get("required", ())
    rows = [
        f"| `{key}` | {value(field)}{', needed' if key in needed else ''} | {_line(field['description'])} |"
        for key, field in schema["properties"].items()
    ]
    table = ["| key | value | meaning |", "| --- | --- | --- |", *rows]
    return "\n".join([f"{heading}\n", f"{_paragraphs(schema['description'])}\n", *table, ""])


def value(schema: Any) -> str:
    """What is written for a value, in words."""
    return next(words(schema[key]) for key, words in _WORDS.items() if key in schema)


def _reference(reference: str) -> str:
    name = reference.rpartition("/")[2]
    return f"[{name}](#{name.lower()})"


def _choice(choices: list[Any]) -> str:
    """Alternatives; a text that may be one by language counts as one value."""
    by_language = any(_LANGUAGE in each.get("patternProperties", ()) for each in choices)
    return "text" if by_language else " or ".join(dict.fromkeys(map(value, choices)))


def _example(examples: list[str]) -> str:
    """A value by its example: one of those told at the head of the page, or else the example."""
    return next((_EXAMPLES[each] for each in examples if each in _EXAMPLES), f"`{examples[0]}`")


_LANGUAGE = "^[a-z]{2,3}$"
_EXAMPLES = {"2027-06-18T12:00": "moment", "8d": "duration", "hear-pupils FS+5d": "link"}
_FORMATS = {"date": "day", "uuid": "UUID"}
_TYPES = {"boolean": "`true` or `false`", "object": "map", "string": "string"}
_WORDS: dict[str, Callable[[Any], str]] = {
    "$ref": _reference,
    "anyOf": _choice,
    "oneOf": _choice,
    "const": lambda constant: f"`{json.dumps(constant)}`",
    "enum": lambda names: ", ".join(f"`{name}`" for name in names),
    "items": lambda items: f"list of {value(items)}",
    "patternProperties": lambda by_key: f"{value(*by_key.values())} by id",
    "maximum": lambda most: f"number up to {most}",
    "format": _FORMATS.__getitem__,
    "examples": _example,
    "maxLength": lambda _length: "id",
    "type": lambda kind: _TYPES.get(kind, "number"),
}
"""Words for a schema, by the key that tells what it is; the first that it has counts."""


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _paragraphs(text: str) -> str:
    return "\n\n".join(map(_line, text.split("\n\n")))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
