"""What a command must not import: only a new process can tell."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {
    "pydantic",
    "yaml",
    "networkx",
    "textual",
    "numpy",
    "icalendar",
    "holidays",
    "dateutil",
    "uvicorn",
    "httpx",
    "aiohttp",
}
COMMANDS = (
    "blame",
    "calendars",
    "check",
    "choose",
    "critical",
    "diff",
    "export",
    "feed",
    "git-setup",
    "merge-driver",
    "models",
    "new",
    "progress",
    "rules",
    "schedule",
    "serve",
    "show",
    "status",
    "summary",
    "trend",
    "tui",
    "why",
)

_PROBE = """
import sys
from transition_planner.cli.running import run
code = run(sys.argv[1:])
print(code, *{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


def _imported(*arguments: str) -> tuple[int, set[str]]:
    """The exit code of a command, and the packages that it has imported."""
    done = subprocess.run(
        (sys.executable, "-c", _PROBE, *arguments), cwd=ROOT, capture_output=True, text=True, check=True
    )
    code, *packages = done.stderr.splitlines()[-1].split()
    return int(code), set(packages)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_imports_nothing_heavy(command: str) -> None:
    code, packages = _imported(*command.split(), "--help")
    assert code == 0
    assert packages & HEAVY == set()


def test_importing_the_program_without_running_it_imports_not_even_click() -> None:
    probe = "import sys, transition_planner.cli; sys.exit('click' in sys.modules)"
    assert subprocess.run((sys.executable, "-c", probe), check=False).returncode == 0


def test_check_imports_neither_textual_nor_graphs_nor_calendars_out() -> None:
    code, packages = _imported("check", "plans/demo")
    assert code == 0
    assert packages & {"textual", "networkx", "icalendar", "numpy"} == set()


def test_check_imports_networkx_when_there_is_a_circle(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        "format: 1\n"
        "id: 7e51ff66-92ac-4ab8-9518-f75e63775da4\n"
        "title: A circle\n"
        "start: 2027-01-11\n"
        "tasks:\n"
        "  a: {duration: 1d, after: [b]}\n"
        "  b: {duration: 1d, after: [a]}\n",
        encoding="utf-8",
    )
    code, packages = _imported("check", str(tmp_path))
    assert code == 1
    assert packages & {"textual", "networkx", "icalendar", "numpy"} == {"networkx"}
