from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "plans" / "demo"
SCHOOLS = ROOT / "plans" / "helsinki-music-schools"
HEAD = "format: 1\nid: 7e51ff66-92ac-4ab8-9518-f75e63775da4\ntitle: Broken\nstart: 2027-01-11\n"

OPENING = (
    ("check",),
    ("critical",),
    ("export", "ics"),
    ("models",),
    ("schedule",),
    ("show", "a"),
    ("summary",),
    ("why", "a"),
)
"""Every command that opens a plan and needs no terminal."""
SCHEDULING = OPENING[1:]
NEEDING_ALL = (("critical",), ("export", "ics"), ("models",))
"""Those that tell nothing where some tasks have no dates."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(HEAD + "tasks:\n  a: {duraton: 1d}\n  b: {after: [c]}\n")
    return tmp_path


@pytest.mark.parametrize("command", OPENING)
def test_a_plan_that_is_not_there(command: tuple[str, ...], tplan: Tplan, tmp_path: Path) -> None:
    ended = tplan(*command, tmp_path / "nowhere")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err == (
        f"Error: There is no file or folder {tmp_path}/nowhere. Name a plan's folder, or its file.\n"
    )


@pytest.mark.parametrize("command", OPENING)
def test_no_plan_at_hand(
    command: tuple[str, ...], tplan: Tplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = tplan(*command)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Error: There is no plan here: ")


@pytest.mark.parametrize("command", OPENING)
def test_a_plan_named_twice(command: tuple[str, ...], tplan: Tplan) -> None:
    ended = tplan(*command, "--plan", DEMO, SCHOOLS)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"Error: The plan is named twice: {DEMO} and {SCHOOLS}. Leave one out.\n"


@pytest.mark.parametrize("command", SCHEDULING)
def test_a_plan_that_cannot_be_read(command: tuple[str, ...], tplan: Tplan, folder: Path) -> None:
    ended = tplan(*command, folder)
    assert (ended.code, ended.out) == (3, "")
    assert "plan.yaml:6:7: error" in ended.err
    assert "plan.yaml:7:15: error" in ended.err
    assert ended.err.endswith(
        f"Error: {folder}/plan.yaml cannot be read as a plan: correct the 2 errors shown above.\n"
    )


@pytest.mark.parametrize("command", NEEDING_ALL)
def test_a_circle_of_links(command: tuple[str, ...], tplan: Tplan, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(HEAD + "tasks:\n  a: {after: [b]}\n  b: {after: [a]}\n")
    ended = tplan(*command, tmp_path)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        "Error: There are no dates: tasks wait for each other in a circle: a → b → a. "
        "`transition-planner check` shows the place.\n"
    )


@pytest.mark.parametrize("command", OPENING)
def test_an_unknown_model(command: tuple[str, ...], tplan: Tplan) -> None:
    ended = tplan(*command, "--model", "merge", SCHOOLS)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "Error: There is no model merge. Did you mean merger? "
        f"{SCHOOLS}/plan.yaml has merger, cooperation, separate.\n"
    )


@pytest.mark.parametrize("command", OPENING)
def test_a_model_where_the_plan_has_none(command: tuple[str, ...], tplan: Tplan) -> None:
    ended = tplan(*command, "--model", "merger", DEMO)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"Error: {DEMO}/plan.yaml has no models: leave out --model.\n"


@pytest.mark.parametrize("command", ["show", "why"])
class TestTask:
    def test_missing(self, command: str, tplan: Tplan) -> None:
        ended = tplan(command)
        assert (ended.code, ended.out) == (2, "")
        assert "Error: Missing argument 'TASK'." in ended.err

    def test_unknown(self, command: str, tplan: Tplan) -> None:
        ended = tplan(command, "boathouse-open", DEMO)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err == (
            "Error: There is no task boathouse-open. Did you mean boathouse-opens? "
            "`transition-planner schedule` lists the ids.\n"
        )

    def test_named_by_its_title(self, command: str, tplan: Tplan) -> None:
        ended = tplan(command, "The boathouse opens", DEMO)
        assert ended.code == 2
        assert "Did you mean boathouse-opens?" in ended.err

    def test_in_another_case(self, command: str, tplan: Tplan) -> None:
        ended = tplan(command, "Boathouse-Opens", DEMO)
        assert ended.code == 2
        assert "Did you mean boathouse-opens?" in ended.err

    def test_of_another_model(self, command: str, tplan: Tplan) -> None:
        ended = tplan(command, "review-decision", "--model", "merger", SCHOOLS)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err == (
            "Error: review-decision is not in the model merger but in separate: add --model separate.\n"
        )

    def test_forgotten_before_the_plan(
        self, command: str, tplan: Tplan, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(DEMO)
        ended = tplan(command, "../demo")
        assert (ended.code, ended.out) == (2, "")
        assert ended.err == (
            "Error: ../demo is a path, not the id of a task. Name the task first, then the plan.\n"
        )


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transition_planner.cli.commands.tui.on_screen", lambda: True)


def test_a_terminal_does_not_open_what_cannot_be_read(tplan: Tplan, folder: Path, terminal: None) -> None:  # noqa: ARG001  # a fixture
    ended = tplan("tui", folder)
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.endswith("cannot be read as a plan: correct the 2 errors shown above.\n")


def test_a_terminal_does_not_open_an_unknown_model(tplan: Tplan, terminal: None) -> None:  # noqa: ARG001  # a fixture
    ended = tplan("tui", "--model", "merge", SCHOOLS)
    assert (ended.code, ended.out) == (2, "")
    assert "There is no model merge. Did you mean merger?" in ended.err
