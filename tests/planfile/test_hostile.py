"""Files made to harm: findings with places all the same, within bounded memory, and nothing outside the folder."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from subprocess import run
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transition_planner.plan.task import Task
from transition_planner.planfile.limits import LARGEST, MOST_ENTRIES, MOST_TASKS
from transition_planner.planfile.loading import PlanFileError, load, parse
from transition_planner.planfile.render import render
from transition_planner.planfile.syntax import MOST_FINDINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from random import Random

PLANS = Path(__file__).parents[2] / "plans"
SHIPPED = tuple(
    (path / "plan.yaml").read_text(encoding="utf-8") for path in sorted(PLANS.iterdir()) if path.is_dir()
)
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to a size")
HEAD = "format: 1\nid: 7e51ff66-92ac-4ab8-9518-f75e63775da4\ntitle: Hostile\nstart: 2027-01-11\n"
SIZE = 2_000_000
"""Bytes: ten times the largest shipped plan, as much as 10,000 tasks take."""

CHILD = """
import json, re, sys
from pathlib import Path
from transition_planner.planfile.loading import PlanFileError, load
for name in sys.argv[1:]:
    try:
        load(Path(name))
        told = []
    except PlanFileError as error:
        told = [each.place and [each.place.line, each.place.column] for each in error.findings]
    print(json.dumps(told), flush=True)
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""
"""Reads files, and tells the places of what is found in each, and how many kB it took at most.

What the system counts for a process would include what the one that started it had taken.
"""
MOST = 500_000
"""kB, Python and all libraries included."""


def _bomb(width: int, depth: int) -> str:
    lines = [f"  l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * width)}]" for level in range(1, depth)]
    return f"{HEAD}roles:\n  l0: &l0 x\n" + "\n".join(lines) + "\n"


HOSTILE: dict[str, Callable[[], str]] = {
    "lists without end": lambda: f"{HEAD}tasks: " + "[" * SIZE,
    "maps without end": lambda: f"{HEAD}tasks: " + "{a: " * (SIZE // 4),
    "maps ever deeper": lambda: f"{HEAD}tasks:\n" + "".join(f"{' ' * n}a:\n" for n in range(2000)),
    "dashes": lambda: "- " * (SIZE // 2),
    "questions": lambda: "? " * (SIZE // 2),
    "a bomb of aliases": lambda: _bomb(50, 20),
    "aliases of a large value": lambda: _bomb(1000, 200),
    "anchors": lambda: f"{HEAD}tasks: [" + "&a x," * (SIZE // 5) + "]",
    "a long list": lambda: f"{HEAD}tasks: [" + "a," * (SIZE // 2) + "]",
    "a long text": lambda: f"{HEAD}summry: " + "x" * SIZE,
    "a long text in quotes": lambda: f'{HEAD}summary: "' + "x" * SIZE,
    "a long key": lambda: HEAD + "x" * SIZE + ": y\n",
    "a long number": lambda: f"{HEAD}thresholds: {{long-lag: " + "9" * SIZE + "}\ntasks: {a: {}}\n",
    "unknown keys": lambda: HEAD + "".join(f"k{n}: x\n" for n in range(SIZE // 12)),
    "one key again and again": lambda: f"{HEAD}" + "title: a\n" * (SIZE // 9),
    "links to nothing": lambda: f"{HEAD}tasks: {{a: {{after: [" + "b," * (SIZE // 20) + "]}}",
    "wrong tasks": lambda: f"{HEAD}tasks:\n" + "".join(f"  t{n}: {{duration: x}}\n" for n in range(50_000)),
    "tags": lambda: "!" * SIZE,
    "tabs": lambda: HEAD + "\t" * SIZE,
    "carriage returns": lambda: HEAD.replace("\n", "\r") + "\r" * SIZE + "tasks: {a: {x: y}}",
    "colons": lambda: ":" * SIZE,
    "zeros": lambda: "\0" * SIZE,
    "no UTF-8": lambda: HEAD + "\udcff" * SIZE,
    "a byte order mark on each line": lambda: "\ufeff" + HEAD.replace("\n", "\n\ufeff"),
    "too much": lambda: " " * (LARGEST + 1),
}

_KEYS = ", ".join(f"k{n}: x" for n in range(9))
_LINKS = "{after: [" + "1," * 18 + "]}"
DENSE: dict[str, Callable[[], str]] = {
    "a list of letters": lambda: f"{HEAD}tasks: [" + "a," * SIZE + "]",
    "a list of maps": lambda: f"{HEAD}tasks: [" + "{}," * SIZE + "]",
    "a list of pairs": lambda: f"{HEAD}tasks: [" + "a: b," * SIZE + "]",
    "lists in lists": lambda: f"{HEAD}tasks: [" + ("[" * 90 + "]" * 90 + ",") * (SIZE // 40) + "]",
    "a block of letters": lambda: f"{HEAD}tasks:\n" + "- a\n" * SIZE,
    "aliases": lambda: f"{HEAD}roles: {{a: &a {{}}}}\ntasks: [" + "*a ," * SIZE + "]",
    "keys": lambda: f"{HEAD}roles: {{" + "".join(f"k{n}: x," for n in range(SIZE // 10)) + "}",
    "tasks": lambda: f"{HEAD}tasks: {{" + "".join(f"t{n}: {{}}," for n in range(SIZE // 10)) + "}",
    "wrong tasks": lambda: f"{HEAD}tasks: {{" + "".join(f"t{n}: x," for n in range(MOST_TASKS)) + "}",
    "unknown keys": lambda: f"{HEAD}tasks: {{" + "".join(f"t{n}: {{{_KEYS}}}," for n in range(20_000)) + "}",
    "wrong links": lambda: f"{HEAD}tasks: {{" + "".join(f"t{n}: {_LINKS}," for n in range(20_000)) + "}",
    "a key twice in each task": lambda: (
        f"{HEAD}tasks:\n" + "".join(f"  t{n}: {{key: true, key: true}}\n" for n in range(MOST_TASKS))
    ),
    "a long text beside a violin": lambda: f"{HEAD}# \N{VIOLIN}\nsummry: '" + "x" * (LARGEST - 1000) + "'",
}
"""What takes most for its size: a list of letters took 90 bytes a letter, an unknown key 1,700."""


def _told(folder: Path, texts: Iterable[str]) -> list[list[list[int] | None]]:
    """The places of what is found in each text by a process that reads them all, and takes no more than it may."""
    files = []
    for number, text in enumerate(texts):
        file = folder / f"{number}.yaml"
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
        files.append(str(file))
    ended = run([sys.executable, "-c", CHILD, *files], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    *told, took = ended.stdout.splitlines()
    assert int(took) < MOST
    return [json.loads(line) for line in told]


@needs_linux
@pytest.mark.parametrize("files", [HOSTILE, DENSE], ids=["hostile", "dense"])
def test_no_file_takes_more_than_500_mb_and_each_is_told_with_places(
    tmp_path: Path, files: Mapping[str, Callable[[], str]]
) -> None:
    told = dict(zip(files, _told(tmp_path, (make() for make in files.values())), strict=True))
    for name, places in told.items():
        assert places, name
        assert None not in places, name
        assert len(places) <= MOST_FINDINGS + 1, name


def test_of_too_many_findings_the_first_are_told_and_that_there_may_be_more() -> None:
    Task.model_validate({})  # validated alone before, a task is a part of the plan's schema in another way
    text = f"{HEAD}tasks:\n" + "".join(f"  t{n}: {{duration: x}}\n" for n in range(1000))
    with pytest.raises(PlanFileError) as raised:
        parse(text)
    *findings, more = raised.value.findings
    assert [each.place.line for each in findings if each.place] == list(range(6, 106))
    assert render(more).endswith("  = Correct this first: no more than 100 findings are told at a time.")


@needs_linux
def test_a_plan_of_a_hundred_thousand_tasks_can_be_read(tmp_path: Path) -> None:
    tasks = "".join(
        f"  task-{n}: {{title: Measure {n}, duration: 5d, after: [task-{max(0, n - 7)}, task-{n // 2} SS+2d]}}\n"
        for n in range(1, 100_000)
    )
    assert _told(tmp_path, [f"{HEAD}tasks:\n  task-0: {{}}\n{tasks}"]) == [[]]


def _messages(text: str) -> list[str]:
    with pytest.raises(PlanFileError) as raised:
        parse(f"{HEAD}{text}")
    return [f"{each.place}: {each.message}" for each in raised.value.findings]


def test_what_has_more_than_a_plan_can_have_is_refused_where_it_becomes_too_much() -> None:
    assert _messages("roles:\n" + "  - [a, b]\n" * 40_000) == [
        "plan.yaml:33335:9: more than 100000 values stand up to here, with 0 tasks"
    ]
    assert _messages("tasks:\n" + "  a: {}\n" * 3 + f"  b: {{note: [{'x,' * 100_500}]}}\n")[-1] == (
        "plan.yaml:9:200772: more than 100400 values stand up to here, with 4 tasks"
    )
    assert _messages(f"tasks:\n  a: {{after: [{'b,' * (MOST_ENTRIES + 1)}]}}\n") == [
        f"plan.yaml:6:14: a list or map has more than {MOST_ENTRIES} entries"
    ]
    tasks = "".join(f"  t{n}: {{}}\n" for n in range(MOST_TASKS + 1))
    assert _messages(f"tasks:\n{tasks}") == [
        f"plan.yaml:{MOST_TASKS + 6}:3: more than {MOST_TASKS} tasks and phases stand here"
    ]


def test_of_many_wrong_values_in_many_tasks_only_the_first_are_looked_at() -> None:
    tasks = "".join(f"  t{n}: {{after: [1, 2, 3]}}\n" for n in range(5000))
    assert len(_messages(f"tasks:\n{tasks}")) == MOST_FINDINGS + 1


_BITS = st.sampled_from(
    [
        "a",
        "ab: c",
        "{}",
        "[]",
        "[[a]]",
        "{a: {b: c}}",
        "&x a",
        "*x",
        "'q'",
        '"q"',
        "1",
        "null",
        "? a",
        "!t a",
        "",
    ]
)


@needs_linux
@given(
    st.lists(_BITS, min_size=1, max_size=8),
    st.sampled_from(["[{}]", "{{tasks: [{}]}}", "{{a: {{after: [{}]}}}}"]),
)
@settings(max_examples=15)
def test_any_dense_list_is_refused_before_it_takes_much(bits: list[str], around: str) -> None:
    dense = ", ".join(bits) + ", "
    text = f"{HEAD}roles: {{r: &x {{}}}}\ntasks: " + around.format(dense * (600_000 // len(dense)))
    before = getrusage(RUSAGE_SELF).ru_maxrss
    _refused(text)
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 100_000


def _refused(text: str) -> None:
    """That a text is a plan, or is refused with places that it has."""
    try:
        parse(text)
    except PlanFileError as error:
        findings = error.findings
    else:
        return
    lines = text.count("\n") + text.count("\r") + 1
    assert findings
    for finding in findings:
        assert finding.place is not None
        assert 1 <= finding.place.line <= lines
        assert "\x1b" not in render(finding)


@given(st.sampled_from(SHIPPED), st.data())
@settings(max_examples=40)
def test_a_shipped_plan_cut_off_anywhere_is_read_or_refused_with_places(
    text: str, data: st.DataObject
) -> None:
    _refused(text[: data.draw(st.integers(0, len(text)))])


@given(st.sampled_from(SHIPPED), st.randoms(use_true_random=False), st.text(max_size=5))
@settings(max_examples=60)
def test_a_shipped_plan_changed_anywhere_is_read_or_refused_with_places(
    text: str, rng: Random, scrap: str
) -> None:
    lines = text.splitlines(keepends=True)
    for _ in range(rng.randint(1, 6)):
        first, second = rng.randrange(len(lines)), rng.randrange(len(lines))
        change = rng.randrange(5)
        if change == 0:
            lines[first], lines[second] = lines[second], lines[first]
        elif change == 1:
            del lines[first]
        elif change == 2:
            lines[first] = f"{' ' * rng.randrange(9)}{lines[first].lstrip()}"
        elif change == 3:
            lines.insert(first, lines[second])
        else:
            at = rng.randrange(len(lines[first]) + 1)
            lines[first] = f"{lines[first][:at]}{scrap}{lines[first][at:]}"
        lines = lines or ["\n"]
    _refused("".join(lines))


NAMES = (
    "register: {}",
    "rules: [{}]",
    "calendars: {{office: {{week: mon-fri 08:00-16:00, closed: [{{from-file: {}}}]}}}}",
)
OUTSIDE = "private: [1, 2\n"


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("way", ["../secret", "/secret", "a link", "a link to a folder", "a link to a link"])
def test_no_way_leads_out_of_the_folder(tmp_path: Path, names: str, way: str) -> None:
    ending = ".csv" if "file" in names else ".yaml"
    secret = tmp_path / f"secret{ending}"
    secret.write_text(OUTSIDE)
    folder = tmp_path / "plan"
    folder.mkdir()
    name = f"{way}{ending}"
    if way == "/secret":
        name = str(secret)
    elif way == "a link":
        (folder / (name := f"link{ending}")).symlink_to(secret)
    elif way == "a link to a folder":
        (folder / "inner").symlink_to(tmp_path)
        name = f"inner/secret{ending}"
    elif way == "a link to a link":
        (folder / "second").symlink_to(secret)
        (folder / (name := f"first{ending}")).symlink_to("second")
    assert "lies outside the plan's folder" in _said(folder, names.format(name))


@pytest.mark.parametrize("names", NAMES)
def test_a_pipe_is_not_waited_for(tmp_path: Path, names: str) -> None:
    name = "pipe.csv" if "file" in names else "pipe.yaml"
    os.mkfifo(tmp_path / name)
    assert f"{name}: cannot be read (it is no file)" in _said(tmp_path, names.format(name))


def _said(folder: Path, line: str) -> str:
    """What is said of a plan with a line more, by whoever reads the file that it names."""
    from transition_planner.checks.run import check  # noqa: PLC0415  # a room above: it alone reads packs

    (folder / "plan.yaml").write_text(f"{HEAD}{line}\ntasks: {{a: {{}}}}\n")
    try:
        findings = check(load(folder))
    except PlanFileError as error:
        findings = error.findings
    said = "\n".join(map(render, findings))
    assert "private" not in said
    return said
