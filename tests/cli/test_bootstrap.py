from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
PAGE = "https://example.org/simple/pip/"


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _file(filename: str, data: bytes = b"", **more: object) -> dict[str, Any]:
    return {
        "filename": filename,
        "url": f"../../files/{filename}",
        "hashes": {"sha256": hashlib.sha256(data).hexdigest()},
        "requires-python": more.pop("requires_python", ">=3.9"),
        "yanked": False,
        **more,
    }


FILES = [
    _file("pip-25.3-py3-none-any.whl", b"newest"),
    _file("pip-9.0-py3-none-any.whl"),
    _file("pip-25.10-py3-none-any.whl", yanked="broken"),
    _file("pip-26.0-py3-none-any.whl", requires_python=">=3.99"),
    _file("pip-26.0b1-py3-none-any.whl"),
    _file("pip-26.0.tar.gz"),
]


@pytest.fixture
def index(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What stands at which address of a package index."""
    pages = {
        PAGE: json.dumps({"files": FILES}).encode(),
        "https://example.org/files/pip-25.3-py3-none-any.whl": b"newest",
    }
    monkeypatch.setenv("PIP_INDEX_URL", "https://example.org/simple/")
    monkeypatch.setattr(bootstrap, "download", lambda url, *_accept: pages[url])
    return pages


def test_the_newest_released_pip_that_fits_is_fetched(
    bootstrap: ModuleType, index: dict[str, bytes], tmp_path: Path
) -> None:
    wheel = bootstrap.fetch_pip(tmp_path)
    assert wheel == tmp_path / "pip-25.3-py3-none-any.whl"
    assert wheel.read_bytes() == b"newest"
    assert index


def test_a_file_with_another_hash_is_refused(
    bootstrap: ModuleType, index: dict[str, bytes], tmp_path: Path
) -> None:
    index["https://example.org/files/pip-25.3-py3-none-any.whl"] = b"other"
    with pytest.raises(bootstrap.SetUpError, match="its sha256 differs"):
        bootstrap.fetch_pip(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("page", "told"),
    [(b"<html>", "does not speak JSON"), (b"{}", "does not speak JSON"), (b'{"files": []}', "names no pip")],
)
def test_an_index_that_is_of_no_use_is_told(
    page: bytes, told: str, bootstrap: ModuleType, index: dict[str, bytes], tmp_path: Path
) -> None:
    index[PAGE] = page
    with pytest.raises(bootstrap.SetUpError, match=f"{told}.*python3-venv"):
        bootstrap.fetch_pip(tmp_path)


def test_only_web_addresses_are_opened(bootstrap: ModuleType) -> None:
    with pytest.raises(bootstrap.SetUpError, match="is no address of the web"):
        bootstrap.download("file:///etc/passwd")


@pytest.fixture
def calls(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What is asked of pip, in a project without an environment."""
    asked: list[str] = []
    venv = tmp_path / ".venv"
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", venv)
    monkeypatch.setattr(bootstrap, "PYTHON", venv / "python")
    monkeypatch.setattr(bootstrap, "STAMP", venv / "installed.json")

    def make_environment() -> tuple[str, ...]:
        venv.mkdir(exist_ok=True)
        (venv / "python").touch()
        return ("pip",)

    monkeypatch.setattr(bootstrap, "make_environment", make_environment)
    monkeypatch.setattr(bootstrap, "call", lambda *command: asked.append(command[-1]))
    (tmp_path / "pyproject.toml").write_text("one")
    return asked


def test_an_environment_is_installed_once(bootstrap: ModuleType, calls: list[str], tmp_path: Path) -> None:
    bootstrap.install(test=False)
    bootstrap.install(test=False)
    assert calls == [str(tmp_path)]


def test_what_tests_need_is_installed_when_asked_for_and_serves_both(
    bootstrap: ModuleType, calls: list[str], tmp_path: Path
) -> None:
    for test in (False, True, True, False):
        bootstrap.install(test=test)
    assert calls == [str(tmp_path), f"{tmp_path}[test]"]


def test_a_changed_project_is_installed_anew(bootstrap: ModuleType, calls: list[str], tmp_path: Path) -> None:
    bootstrap.install(test=True)
    (tmp_path / "pyproject.toml").write_text("two")
    bootstrap.install(test=True)
    assert len(calls) == 2


def test_a_failed_installation_is_tried_again(
    bootstrap: ModuleType, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_command: str) -> None:
        raise bootstrap.SetUpError

    with monkeypatch.context() as context:
        context.setattr(bootstrap, "call", failing)
        with pytest.raises(bootstrap.SetUpError):
            bootstrap.install(test=False)
    bootstrap.install(test=False)
    assert len(calls) == 1


def test_all_checks_run_even_if_one_fails_and_the_last_ones_last_line_comes_last(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "CHECKS", (("lint", ("false",)), ("tests", ("echo", "3 passed"))))
    assert bootstrap.test() == 1
    lines = capfd.readouterr().out.splitlines()
    assert lines[0] == "== lint"
    assert [line.split()[:2] for line in lines[-4:-1]] == [
        ["lint", "FAILED"],
        ["tests", "ok"],
        ["total", "1"],
    ]
    assert lines[-1] == "3 passed"


def test_anything_but_the_two_commands_explains_them(
    bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(["tset"]) == 2
    assert "python3 bootstrap.py test " in capsys.readouterr().out
