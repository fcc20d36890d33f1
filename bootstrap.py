"""Set up transition-planner beside this file and run it, with nothing but Python 3.11 or later.

    python3 bootstrap.py         install into .venv and open the shipped plan
    python3 bootstrap.py test    install what tests need and run them all

Nothing outside this folder is touched: Debian and others forbid installing into their own Python (PEP 668).
Where it comes without pip and ensurepip, pip is fetched from the package index and checked by its hash.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
import venv
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed.json"
PLAN = ROOT / "plans" / "helsinki-music-schools"
OLDEST = (3, 11)
INDEX = "https://pypi.org/simple"
INSTEAD = "Install your system's package python3-venv, then try again."
CHECKS = (
    ("format", (PYTHON, "-m", "ruff", "format", "--check", ".")),
    ("lint", (PYTHON, "-m", "ruff", "check", ".")),
    ("types", (PYTHON, "-m", "mypy")),
    ("imports", (SCRIPTS / "lint-imports",)),
    ("tests", (PYTHON, "-m", "pytest", "-n", "auto")),
)


class SetUpError(Exception):
    """Set-up cannot go on; says what to do."""


def main(arguments: list[str]) -> int:
    """Do what the arguments say; the exit code."""
    if sys.version_info < OLDEST:
        print(f"transition-planner needs Python 3.11 or later; this is {sys.version.split()[0]}.")
        return 2
    if arguments not in ([], ["test"]):
        print(__doc__)
        return 2
    try:
        install(test=bool(arguments))
    except (SetUpError, OSError) as error:
        print(f"Setting up failed: {error}", file=sys.stderr)
        return 4
    if arguments:
        return test()
    return subprocess.run((PYTHON, "-m", "transition_planner", PLAN), check=False).returncode


def install(*, test: bool) -> None:
    """Bring .venv in step with pyproject.toml, unless it is.

    Raises:
        SetUpError: if that fails.
    """
    wanted = {
        "pyproject.toml": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
        "python": sys.version,
        "folder": str(ROOT),  # an environment cannot be moved
    }
    extras = ("", "[test]")
    installed = json.loads(STAMP.read_text(encoding="utf-8")) if STAMP.exists() else {}
    if PYTHON.exists() and any(installed == {**wanted, "extra": extra} for extra in extras[test:]):
        return
    print(f"Setting up {VENV}, once; this takes some minutes.", file=sys.stderr)
    STAMP.unlink(missing_ok=True)
    pip = make_environment()
    call(*pip, "install", "--quiet", "--disable-pip-version-check", "--editable", f"{ROOT}{extras[test]}")
    STAMP.write_text(json.dumps({**wanted, "extra": extras[test]}), encoding="utf-8")


def make_environment() -> tuple[str | Path, ...]:
    """Make .venv anew; the command that runs pip on it.

    Raises:
        SetUpError: if no pip can be had.
    """
    # Debian has ensurepip only with the package python3-venv.
    with_pip = importlib.util.find_spec("ensurepip") is not None
    venv.create(VENV, clear=True, symlinks=os.name != "nt", with_pip=with_pip)
    if with_pip:
        return PYTHON, "-m", "pip"
    if importlib.util.find_spec("pip"):
        return sys.executable, "-m", "pip", "--python", PYTHON
    with tempfile.TemporaryDirectory() as folder:
        wheel = fetch_pip(Path(folder))
        # A wheel is a zip file, and Python runs the pip inside it where it lies.
        call(PYTHON, wheel / "pip", "install", "--quiet", "--no-index", wheel)
    return PYTHON, "-m", "pip"


def fetch_pip(folder: Path) -> Path:
    """Download the newest pip for this Python from the package index, by the simple API's JSON (PEP 691).

    Raises:
        SetUpError: if the index cannot be read, or the file is not the one that it names.
    """
    page = os.environ.get("PIP_INDEX_URL", INDEX).rstrip("/") + "/pip/"
    try:
        files = json.loads(download(page, "application/vnd.pypi.simple.v1+json"))["files"]
    except (ValueError, KeyError):
        raise SetUpError(f"{page} does not speak JSON. {INSTEAD}") from None
    fitting = [file for file in files if fits(file)]
    if not fitting:
        raise SetUpError(f"{page} names no pip for this Python. {INSTEAD}")
    newest = max(fitting, key=lambda file: version(file["filename"]))
    data = download(urljoin(page, newest["url"]))
    if hashlib.sha256(data).hexdigest() != newest["hashes"].get("sha256"):
        raise SetUpError(f"{newest['url']} is not the file that {page} names: its sha256 differs. {INSTEAD}")
    wheel = folder / str(newest["filename"])
    wheel.write_bytes(data)
    return wheel


def download(url: str, accept: str = "*/*") -> bytes:
    """The bytes at an address.

    Raises:
        SetUpError: if they cannot be had.
    """
    if not url.startswith(("https://", "http://")):
        raise SetUpError(f"{url} is no address of the web. {INSTEAD}")
    request = urllib.request.Request(url, headers={"Accept": accept})  # noqa: S310  # the scheme is checked above
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310  # as above
            data: bytes = answer.read()
    except OSError as error:
        raise SetUpError(f"{url} cannot be read ({error}). Check the network, or: {INSTEAD}") from error
    return data


def version(filename: str) -> tuple[int, ...]:
    """The numbers of a final release of pip by its wheel's name; () for any other file."""
    match = re.fullmatch(r"pip-(\d+(?:\.\d+)*)-py3-none-any\.whl", filename)
    return tuple(map(int, match[1].split("."))) if match else ()


def fits(file: dict[str, Any]) -> bool:
    """Whether it is a released wheel of pip that runs on this Python."""
    oldest = re.search(r">=\s*(\d+)\.(\d+)", file.get("requires-python") or ">=3.0")
    return (
        bool(version(file["filename"]))
        and not file.get("yanked")
        and oldest is not None
        and (int(oldest[1]), int(oldest[2])) <= sys.version_info
    )


def call(*command: str | Path) -> None:
    """Run a command of the set-up.

    Raises:
        SetUpError: if it fails; what it said stands on the screen.
    """
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode:
        raise SetUpError(f"`{' '.join(map(str, command))}` did not succeed; its message stands above.")


def test() -> int:
    """Run all checks, even when one fails, and print a line for each; the exit code.

    The last line of all is pytest's own, where people and programs look for it.
    """
    results = []
    closing = ""
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        began = time.monotonic()
        passed, closing = relay(command)
        results.append((name, passed, time.monotonic() - began))
    failed = sum(not passed for _, passed, _ in results)
    print()
    for name, passed, seconds in results:
        print(f"{name:8}{'ok' if passed else 'FAILED':8}{seconds:6.1f} s")
    print(f"{'total':8}{f'{failed} failed' if failed else 'ok':8}{sum(each[2] for each in results):6.1f} s")
    print(closing, end="", flush=True)
    return 1 if failed else 0


def relay(command: tuple[str | Path, ...]) -> tuple[bool, str]:
    """Run a check and print what it says as it says it; whether it passed, and its last line."""
    line = ""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
    return process.returncode == 0, line


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
