"""The commands whose exact output is kept in goldens/.

`python -m tests.cli.outputs`, from the root, writes them anew: read the difference before you commit it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GOLDENS = Path(__file__).parent / "goldens"

_COMMANDS = (
    ("check",),
    ("schedule",),
    ("critical",),
    ("show", "boathouse-opens"),
    ("show", "move"),
    ("why", "boathouse-opens"),
    ("models",),
    ("summary",),
)
OUTPUTS: dict[str, tuple[str, ...]] = {
    f"{'-'.join(command)}.{kind}": (*command, *options, "plans/demo")
    for command in _COMMANDS
    for kind, options in (("txt", ()), ("json", ("--json",)))
} | {
    f"{command}.fi.txt": (command, "--language", "fi", "plans/demo")
    for command in ("schedule", "critical", "summary")
}
"""The arguments by the name of the golden."""


def main() -> None:
    """Write all goldens."""
    for name, arguments in OUTPUTS.items():
        done = subprocess.run(
            (sys.executable, "-m", "transition_planner", *arguments),
            cwd=ROOT,
            env=os.environ | {"LANGUAGE": "en"},
            capture_output=True,
            check=False,
        )
        (GOLDENS / name).write_bytes(done.stdout)


if __name__ == "__main__":
    main()
