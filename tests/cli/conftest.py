from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click
import pytest

from transition_planner.cli.program import program
from transition_planner.cli.running import run
from transition_planner.locales import speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended."""

    code: int
    out: str
    err: str


class Tplan(Protocol):
    """Runs the command line in this process, without a terminal."""

    def __call__(self, *arguments: str | Path) -> Ended: ...


@pytest.fixture(scope="session", autouse=True)
def _commands_in_english() -> None:
    """Import all commands: they look their help up as they are imported, and a test in Finnish must not decide it."""
    context = click.Context(program)
    with speaking("en"):
        for name in program.list_commands(context):
            program.get_command(context, name)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "100")
    with speaking("en"):
        yield


@pytest.fixture
def tplan(capsys: pytest.CaptureFixture[str]) -> Tplan:
    def call(*arguments: str | Path) -> Ended:
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Ended(code, out, err)

    return call


@pytest.fixture
def in_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of the small plan."""
    monkeypatch.chdir(ROOT / "plans" / "demo")


@pytest.fixture
def in_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the project's folder, so that paths in outputs are the same everywhere."""
    monkeypatch.chdir(ROOT)
