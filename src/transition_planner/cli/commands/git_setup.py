"""Have git merge plans by task and field in this repository.

It sets the merge driver in the repository's own configuration, and names the files it is for in .gitattributes at its
top: commit that file. In this clone alone it has git pass over the crash journals of the terminal interface, in
which unsaved edits stand. Each clone needs the command once; without it git merges line by line as ever.

JSON: {driver, attributes, added: [line], excluded: [line]}, where both lists are empty if all was set up before.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.history import history_told
from transition_planner.cli.opening import open_plan
from transition_planner.cli.options import json_option, language_option, plan_options
from transition_planner.cli.output import put_json, say
from transition_planner.locales import _

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.git.repository import Repository

DRIVER = "transition-planner"
"""The driver's name in git's configuration."""


@click.command()
@plan_options(model=None)
@language_option
@json_option
def command(path: Path, *, as_json: bool) -> Exit:
    """Have git merge plans by task and field."""
    from transition_planner.git.repository import Repository  # noqa: PLC0415  # 10 ms that help does not need

    plan = open_plan(path, None).plan
    program = DRIVER if shutil.which(DRIVER) else f"{shlex.quote(sys.executable)} -m transition_planner"
    driver = f"{program} merge-driver %O %A %B %P"
    with history_told():
        repository = Repository.around(path)
        repository.read("config", f"merge.{DRIVER}.name", "plans by task and field")
        repository.read("config", f"merge.{DRIVER}.driver", driver)
    files = (path.name, *([plan.register_] if plan.register_ else []))
    attributes = repository.top / ".gitattributes"
    added = _add_lines(attributes, [f"{file} merge={DRIVER}" for file in files])
    excluded = _add_lines(_excludes(repository), [f".{path.name}.*journal*"])
    if as_json:
        put_json({"driver": driver, "attributes": str(attributes), "added": added, "excluded": excluded})
    elif added:
        say(_("git merges plans here by task and field. Commit {file}.").format(file=attributes))
    else:
        say(_("git merges plans here by task and field already."))
    return Exit.FINE


def _excludes(repository: Repository) -> Path:
    """The file of what git passes over in this clone; one for all its work trees."""
    named = os.fsdecode(repository.read("rev-parse", "--git-path", "info/exclude")).removesuffix("\n")
    file = repository.top / named
    file.parent.mkdir(exist_ok=True)
    return file


def _add_lines(file: Path, lines: list[str]) -> list[str]:
    """Add to a text file the lines that it has not yet; gives them."""
    known = file.read_text(encoding="utf-8") if file.exists() else ""
    added = [line for line in lines if line not in known.splitlines()]
    if added:
        gap = "" if known.endswith("\n") or not known else "\n"
        file.write_text(known + gap + "".join(f"{line}\n" for line in added), encoding="utf-8", newline="")
    return added
