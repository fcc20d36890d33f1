"""Write the packs of the program in the form that it reads: `python -m tests.law.compiling`, from the root."""

from __future__ import annotations

import json

import yaml

from transition_planner.law.shelf import COMPILED


def compiled() -> str:
    """What the YAML files say, by the packs' names."""
    folder = COMPILED.parent
    files = sorted(folder.rglob("*.yaml"))
    packs = {
        file.relative_to(folder).with_suffix("").as_posix(): yaml.safe_load(file.read_text(encoding="utf-8"))
        for file in files
    }
    return json.dumps(packs, ensure_ascii=False, default=str, indent=1) + "\n"


if __name__ == "__main__":
    COMPILED.write_text(compiled(), encoding="utf-8")
