from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.compare.repositories import needs_git, new_repo, plan_text

from transition_planner.cli import main, opening
from transition_planner.cli.program import program

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

ROOT = Path(__file__).parents[2]


def test_every_command_has_a_file_a_help_and_a_summary() -> None:
    context = program.make_context("tplan", ["--help"], resilient_parsing=True)
    names = program.list_commands(context)
    assert names == [
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
        "publish",
        "rules",
        "schedule",
        "serve",
        "show",
        "status",
        "summary",
        "trend",
        "tui",
        "why",
    ]
    for name in names:
        command = program.get_command(context, name)
        assert command is not None
        assert command.help
        assert command.help.splitlines()[0] == program.summary(name)
        assert program.summary(name).endswith(".")


def test_help_lists_the_commands(tplan: Tplan) -> None:
    ended = tplan("--help")
    assert ended.code == 0
    assert "  check         Find what is wrong or doubtful in the plan.\n" in ended.out


def test_an_unknown_word_is_neither_command_nor_plan(tplan: Tplan) -> None:
    ended = tplan("chek")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("Error: chek is neither a command nor a plan. Did you mean check or choose?\n")


@pytest.mark.usefixtures("in_demo")
def test_without_any_argument_the_plan_of_this_folder_is_summed_up(tplan: Tplan) -> None:
    assert tplan().out.startswith("Two clubs, one boathouse\n")


def test_help_speaks_finnish_down_to_clicks_own_words() -> None:
    help_ = _said("check", "--help")
    assert help_.startswith("Käyttö: transition-planner check [OPTIONS] [PLAN]...\n\n  Etsi, mikä")
    assert "\nValinnat:\n" in help_
    assert "Näytä tämä ohje ja lopeta." in help_
    assert "  models        Tulosta suunnitelman mallit rinnakkain.\n" in _said("--help")
    assert _said("check", "--modle").endswith("Virhe: Valintaa '--modle' ei ole. Tarkoititko '--model'?\n")


def _said(*arguments: str) -> str:
    """What the program says in Finnish in a process of its own: commands look their help up as they are imported."""
    command = (sys.executable, "-m", "transition_planner", "--language", "fi", *arguments)
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout or done.stderr


def test_an_unknown_option_is_refused(tplan: Tplan) -> None:
    ended = tplan("check", "--jsno")
    assert (ended.code, ended.out) == (2, "")
    assert "Error: No such option '--jsno'." in ended.err


def test_an_unknown_language_is_refused(tplan: Tplan) -> None:
    ended = tplan("--language", "sv", "check")
    assert ended.code == 2
    assert "'sv' is not one of 'fi', 'en'" in ended.err


@pytest.mark.parametrize("arguments", [("--language",), ("check", "--language")])
def test_a_language_that_is_missing_is_asked_for(arguments: tuple[str, ...], tplan: Tplan) -> None:
    ended = tplan(*arguments)
    assert ended.code == 2
    assert "Option '--language' requires an argument." in ended.err


def test_a_plan_without_a_command_is_summarised_where_there_is_no_terminal(tplan: Tplan) -> None:
    assert tplan(ROOT / "plans" / "demo") == tplan("summary", ROOT / "plans" / "demo")


def test_options_alone_mean_the_same_as_a_plan_alone(tplan: Tplan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "plans" / "demo")
    wanted = tplan("summary", "--json")
    assert tplan("--json") == wanted
    assert tplan("--language", "en", "--json") == wanted
    assert tplan("--language=en", "--json", ".") == tplan("summary", "--json", ".")


def test_a_terminal_opens_the_plan(tplan: Tplan, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []

    def run(path: Path, **settings: object) -> int:
        opened.append((path, settings))
        return 0

    monkeypatch.setattr("transition_planner.cli.commands.tui.run", run)
    monkeypatch.setattr("transition_planner.cli.program.on_terminal", lambda: True)
    monkeypatch.setattr("transition_planner.cli.commands.tui.on_screen", lambda: True)
    assert tplan(ROOT / "plans" / "demo", "--language", "fi").code == 0
    assert tplan("tui", "--read-only", ROOT / "plans" / "demo").code == 0
    path = ROOT / "plans" / "demo" / "plan.yaml"
    assert opened == [
        (path, {"model": None, "language": "fi", "read_only": False, "baseline": None}),
        (path, {"model": None, "language": "en", "read_only": True, "baseline": None}),
    ]


@needs_git
def test_the_terminal_shows_a_baseline(tplan: Tplan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened = []
    monkeypatch.setattr(
        "transition_planner.cli.commands.tui.run", lambda _path, **settings: opened.append(settings)
    )
    monkeypatch.setattr("transition_planner.cli.commands.tui.on_screen", lambda: True)
    repo = new_repo(tmp_path)
    repo.commit(plan_text("  a: {duration: 1d}\n"))
    repo.git("tag", "v1")
    repo.write(plan_text("  a: {duration: 2d}\n"))
    tplan("tui", "--baseline", "v1", repo.folder)
    assert str(opened[0]["baseline"].tasks["a"].duration) == "1d"
    assert tplan("tui", "--baseline", "v9", repo.folder).code == 4


def test_without_a_terminal_the_tui_says_what_else_there_is(tplan: Tplan) -> None:
    ended = tplan("tui", ROOT / "plans" / "demo")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "Error: This is no terminal. `transition-planner summary` prints the plan, "
        "`schedule` all its dates.\n"
    )


def test_ctrl_c_ends_without_a_traceback(tplan: Tplan, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "open_plan", interrupted)
    assert tplan("schedule", ROOT / "plans" / "demo").code == 130


def test_a_closed_pipe_ends_without_a_word() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        (sys.executable, "-m", "transition_planner", "schedule", "plans/demo"),
        cwd=ROOT,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (130, b"")


@pytest.mark.parametrize("command", ["schedule plans/demo >&-", "plans/demo >&-", "plans/demo <&- >&-"])
def test_a_closed_stdout_ends_without_a_traceback(command: str) -> None:
    command = f"{shlex.quote(sys.executable)} -m transition_planner {command}"
    done = subprocess.run(command, shell=True, cwd=ROOT, stderr=subprocess.PIPE, check=False)  # noqa: S602  # the shell closes it
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_short_name_and_the_module_run_the_same_program() -> None:
    outputs = {
        subprocess.run(
            command, cwd=ROOT, capture_output=True, env=os.environ | {"LANGUAGE": "en"}, check=True
        ).stdout
        for command in (
            (Path(sys.executable).parent / "tplan", "--help"),
            (Path(sys.executable).parent / "transition-planner", "--help"),
            (sys.executable, "-m", "transition_planner", "--help"),
        )
    }
    assert len(outputs) == 1


def test_ctrl_c_while_the_program_still_starts_ends_it_in_silence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("transition_planner.cli.running.run", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
    assert capsys.readouterr() == ("", "")
