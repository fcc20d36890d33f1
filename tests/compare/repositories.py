"""Real git repositories with a plan in them, for the tests of this room and of its commands."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

HEAD = """\
format: 1
id: 6f1c0e1a-0000-4000-8000-000000000000
title: Small
start: 2027-01-11
calendar: office
calendars:
  office: {week: mon-fri 08:00-12:00 13:00-17:00}
"""
"""A Monday; days of eight hours."""


def plan_text(tasks: str, head: str = "") -> str:
    """A plan's text: the head that all share, more of it, and its tasks in YAML."""
    return (
        HEAD
        + dedent(head)
        + "tasks:\n"
        + "".join(f"  {line}\n" for line in dedent(tasks).strip().splitlines())
    )


@dataclass(frozen=True)
class Repo:
    """A repository and its plan."""

    folder: Path

    @property
    def plan(self) -> Path:
        return self.folder / "plan.yaml"

    def git(self, *arguments: str, day: str = "2027-01-01") -> str:
        moment = f"{day}T12:00:00+00:00"
        environment = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Somebody",
            "GIT_AUTHOR_EMAIL": "somebody@example.org",
            "GIT_COMMITTER_NAME": "Somebody",
            "GIT_COMMITTER_EMAIL": "somebody@example.org",
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
        }
        done = subprocess.run(
            ("git", "-C", str(self.folder), *arguments),  # noqa: S607  # the git of whoever runs the tests
            env=os.environ | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def write(self, text: str, name: str = "plan.yaml") -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def commit(
        self, text: str, message: str = "change", day: str = "2027-01-01", name: str = "plan.yaml"
    ) -> str:
        """Commit a new text of the plan; gives the commit's id."""
        self.write(text, name)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message, day=day)
        return self.git("rev-parse", "HEAD")


def new_repo(folder: Path) -> Repo:
    """An empty repository in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    repo = Repo(folder)
    repo.git("init", "--quiet", "--initial-branch=main")
    return repo
