"""The published JSON Schemas of plan and register, made from the models, so that editors complete and check files.

A plan names its schema in its first line: `# yaml-language-server: $schema=…/plan.schema.json`. What a schema cannot
say (references, fields that contradict each other) only reading the plan tells.
"""

from __future__ import annotations

import ast
import inspect
import json
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from typing import Any

from transition_planner.plan.entry import Entry, kebab
from transition_planner.plan.plan import Plan
from transition_planner.plan.register import Register

SCHEMAS: dict[str, type[Entry]] = {"plan": Plan, "register": Register}
_FOLDER = Path(__file__).parent
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_file(name: str) -> Path:
    """The file of the schema of `plan` or `register`."""
    return _FOLDER / f"{name}.schema.json"


def schema_text(name: str) -> str:
    """The schema of `plan` or `register` as its file holds it."""
    schema = {
        "$schema": _DIALECT,
        "$id": f"urn:transition-planner:{name}:1",
        "title": f"transition-planner {name}",
        **schema_of(SCHEMAS[name]),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def schema_of(entry: type[Entry]) -> dict[str, Any]:
    """The schema of a kind of entry, its properties described by the docstrings of its fields."""
    generated = entry.model_json_schema(by_alias=True, mode="validation")
    _describe(generated, entry)
    for part in _entries(Entry):
        if part.__name__ in generated["$defs"]:
            _describe(generated["$defs"][part.__name__], part)
    return _cleaned(generated)


def _entries(base: type[Entry]) -> list[type[Entry]]:
    """All kinds of entries."""
    return [entry for kind in base.__subclasses__() for entry in (kind, *_entries(kind))]


def _describe(schema: dict[str, Any], entry: type[Entry]) -> None:
    """Give the properties of an entry's schema the docstrings of its fields.

    pydantic could do so while it builds the models, for 38 ms at each start of the program.
    """
    for kind in reversed(entry.__mro__):
        if kind.__module__.startswith("transition_planner."):
            for name, text in _field_docstrings(kind).items():
                if kebab(name) in schema["properties"]:
                    schema["properties"][kebab(name)]["description"] = text


def _field_docstrings(entry: type) -> dict[str, str]:
    """The string below each field of a class, by the field's name."""
    (definition,) = ast.parse(dedent(inspect.getsource(entry))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    found = {}
    for field, text in pairwise(body):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                found[name] = inspect.cleandoc(words)
    return found


def _cleaned(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without what only Python needs: titles made of field names, nulls, empty defaults."""
    clean: dict[str, Any] = {}
    for key, value in schema.items():
        if key in {"properties", "patternProperties", "$defs"}:
            clean[key] = {name: _cleaned(inner) for name, inner in value.items()}
        elif key == "items" or (key == "additionalProperties" and isinstance(value, dict)):
            clean[key] = _cleaned(value)
        elif key == "anyOf":
            clean |= _alternatives([_cleaned(each) for each in value if each != {"type": "null"}])
        elif key != "title" and not (key == "default" and (not value or isinstance(value, dict))):
            clean[key] = value
    if "patternProperties" in clean:
        clean.setdefault("additionalProperties", False)
    if "description" in schema:
        clean["description"] = schema["description"]
    return clean


def _alternatives(choices: list[dict[str, Any]]) -> dict[str, Any]:
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def main() -> None:
    """Write both schemas beside this module."""
    for name in SCHEMAS:
        schema_file(name).write_text(schema_text(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
