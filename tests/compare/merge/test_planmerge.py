from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.compare.repositories import HEAD
from tests.planfile.drawing import edits

from transition_planner.compare.entries import entries, said
from transition_planner.compare.merge.planmerge import WHOLE, merged
from transition_planner.compare.planchange import plan_change
from transition_planner.planfile.edits import EditRefused, apply
from transition_planner.planfile.loading import PlanFileError, parse
from transition_planner.planfile.mergemark import MARK
from transition_planner.planfile.quoting import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.compare.entries import Entries
    from transition_planner.compare.planchange import FieldChange
    from transition_planner.planfile.document import Document

BASE = (
    HEAD
    + """\
models: {m: {}, n: {}}
roles: {lead: {}, board: {}}
# the tasks
tasks:
  think:
    title: Think
    tasks:
      # about ask
      ask:
        title: Ask everybody
        duration: 3d  # agreed
        kind: work
      draft: {title: Draft, duration: 2d, after: [ask]}
  decide:
    title: Decide
    tasks:
      vote:
        title: Vote
        after:
          - draft
      sign:
        title: Sign
        after: [vote]
# the end
"""
)


def merge(ours: dict[str, str], theirs: dict[str, str], *, conflicts: tuple[str, ...] = ()) -> str:
    """What came of two sets of replacements in the base; it can be read as a plan."""
    sides = []
    for replacements in (ours, theirs):
        text = BASE
        for old, new in replacements.items():
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        parse(text)
        sides.append(text)
    found = merged(BASE, *sides)
    assert found.conflicts == conflicts
    parse(found.text)
    return found.text


def test_different_fields_of_one_task_merge_without_a_conflict() -> None:
    ours = {"duration: 3d  # agreed": "duration: 4d  # agreed"}
    theirs = {
        "title: Ask everybody": "title: Ask all",
        "        kind: work": "        kind: work\n        owner: lead",
    }
    assert merge(ours, theirs) == BASE.replace("3d  #", "4d  #").replace("Ask everybody", "Ask all").replace(
        "kind: work", "kind: work\n        owner: lead"
    )


def test_neighbouring_lines_and_flow_maps_merge_too() -> None:
    text = merge(
        {"{title: Draft, duration: 2d": "{title: Draft, duration: 5d"}, {"title: Draft, ": "title: Write, "}
    )
    assert "draft: {title: Write, duration: 5d, after: [ask]}" in text
    text = merge(
        {"after: [ask]}": "after: [ask], key: true}"}, {"after: [ask]}": "after: [ask], kind: work}"}
    )
    assert "draft: {title: Draft, duration: 2d, after: [ask], kind: work, key: true}" in text


def test_the_same_field_is_marked_with_both_values_and_ours_stands() -> None:
    way = "tasks.think.tasks.ask.duration"
    text = merge({"duration: 3d": "duration: 4d"}, {"duration: 3d": "duration: 5d"}, conflicts=(way,))
    mark = f"        {MARK} {way}: ours 4d | theirs 5d\n"
    assert text == BASE.replace("        duration: 3d", f"{mark}        duration: 4d")


def test_the_same_key_of_a_flow_map_is_marked_above_its_line() -> None:
    way = "tasks.think.tasks.draft.duration"
    text = merge({"2d, after": "4d, after"}, {"2d, after": "5d, after"}, conflicts=(way,))
    head = "      draft: {title: Draft, duration: "
    assert text == BASE.replace(f"{head}2d", f"      {MARK} {way}: ours 4d | theirs 5d\n{head}4d")


def test_the_same_edit_on_both_sides_is_no_conflict() -> None:
    assert merge({"3d": "4d"}, {"3d": "4d"}) == BASE.replace("3d", "4d")


def test_comments_of_both_sides_stay() -> None:
    text = merge(
        {"# about ask": "# about ask\n      # ours", "3d  # agreed": "3d  # agreed by us"},
        {
            "# about ask": "# about ask\n      # theirs",
            "3d  # agreed": "4d  # agreed",
            "# the end": "# the end\n# more",
        },
    )
    for line in (
        "# about ask",
        "# ours",
        "# theirs",
        "# agreed by us",
        "duration: 4d",
        "# the end",
        "# more",
    ):
        assert line in text


def test_tasks_added_on_both_sides_stand_beside_each_other() -> None:
    sign = "      sign:\n"
    text = merge({sign: f"      print: {{}}\n{sign}"}, {sign: f"      copy: {{duration: 1d}}\n{sign}"})
    decide = parse(text).plan.tasks["decide"].tasks
    assert list(decide or ()) == ["vote", "copy", "print", "sign"]


def test_a_task_removed_on_one_side_goes() -> None:
    ours = {"      sign:\n        title: Sign\n        after: [vote]\n": ""}
    text = merge(ours, {"3d": "4d"})
    assert "sign" not in text
    assert "4d" in text


def test_a_task_removed_here_and_changed_there_stays_and_is_marked() -> None:
    gone = {"      sign:\n        title: Sign\n        after: [vote]\n": ""}
    text = merge(gone, {"title: Sign": "title: Sign it"}, conflicts=("tasks.decide.tasks.sign",))
    assert f"{MARK} tasks.decide.tasks.sign: ours removed | theirs {{title: Sign it, after: [vote]}}" in text
    assert "title: Sign it" in text


def test_a_task_removed_here_and_waited_for_there_stays() -> None:
    lines = "      ask:\n        title: Ask everybody\n        duration: 3d  # agreed\n        kind: work\n"
    ours = {lines: "", ", after: [ask]": ""}
    theirs = {"after: [vote]": "after: [vote, ask]"}
    text = merge(ours, theirs, conflicts=("tasks.think.tasks.ask",))
    assert "ask:" in text
    assert "after: [vote, ask]" in text


def test_a_renamed_task_takes_the_other_sides_edits_and_links() -> None:
    ours = {"      ask:": "      hear:", "after: [ask]": "after: [hear]"}
    text = merge(ours, {"duration: 3d": "duration: 4d", "after: [vote]": "after: [vote, ask FS+1d]"})
    tasks = entries(parse(text).plan)
    assert str(tasks["hear"].task.duration) == "4d"
    assert [*map(str, tasks["sign"].task.after)] == ["vote", "hear FS+1d"]


def test_a_moved_task_takes_the_other_sides_edits() -> None:
    lines = "      draft: {title: Draft, duration: 2d, after: [ask]}\n"
    text = merge({lines: "", "      vote:\n": f"{lines}      vote:\n"}, {"title: Draft": "title: Write"})
    tasks = entries(parse(text).plan)
    assert (tasks["draft"].phase, tasks["draft"].task.title) == ("decide", "Write")


def test_two_new_ids_of_one_task_are_a_conflict() -> None:
    one = {"      ask:": "      hear:", "after: [ask]": "after: [hear]"}
    two = {"      ask:": "      listen:", "after: [ask]": "after: [listen]"}
    text = merge(one, two, conflicts=("hear: ours hear | theirs listen",))
    assert text.startswith(f"{MARK} hear: ours hear | theirs listen\n")


def test_one_new_id_of_two_tasks_makes_two_ids() -> None:
    conflict = "new: ours new | theirs is now new-2"
    ours = {"      sign:": "      new: {}\n      sign:"}
    theirs = {"      draft:": "      new: {}\n      draft:", "after: [vote]": "after: [vote, new]"}
    text = merge(ours, theirs, conflicts=(conflict,))
    tasks = entries(parse(text).plan)
    assert (tasks["new"].phase, tasks["new-2"].phase) == ("decide", "think")
    assert [*map(str, tasks["sign"].task.after)] == ["vote", "new-2"]
    assert text.startswith(f"{MARK} {conflict}\n")


def test_a_task_moved_here_to_where_the_others_links_forbid_it_stays_where_it_was() -> None:
    lines = "      ask:\n        title: Ask everybody\n        duration: 3d  # agreed\n        kind: work\n"
    ours = {lines: "", "      vote:\n": f"{lines}      vote:\n"}
    theirs = {"kind: work": "after: [decide]", ", after: [ask]": ""}
    text = merge(ours, theirs, conflicts=("ask: ours in decide | theirs in think",))
    tasks = entries(parse(text).plan)
    assert tasks["ask"].phase == "think"
    assert [*map(str, tasks["ask"].task.after)] == ["decide"]


def test_a_comment_on_a_line_that_went_is_kept_at_the_end() -> None:
    vote = "      vote:\n        title: Vote\n        after:\n          - draft\n"
    sign = "      sign:\n        title: Sign\n        after: [vote]\n"
    ours = {f"    tasks:\n{vote}{sign}": "", "      # about ask\n": f"{vote}{sign}      # about ask\n"}
    text = merge(ours, {"    tasks:\n      vote:": "    tasks:  # the members'\n      vote:"})
    assert text.endswith("# the end\n# the members'\n")


def test_what_cannot_be_merged_is_kept_whole() -> None:
    ours = BASE.replace("models: {m: {}, n: {}}", "models: {n: {}}")
    theirs = BASE.replace("roles:", "chosen: m\nroles:")
    found = merged(BASE, ours, theirs)
    assert found.conflicts == (WHOLE,)
    assert parse(found.text).plan == parse(ours).plan
    assert all(f"# | {line}\n" in found.text for line in theirs.splitlines())


def test_a_side_that_is_no_plan_is_kept_too() -> None:
    found = merged(BASE, BASE.replace("3d", "4d"), "tasks: [\n")
    assert found.text.startswith(BASE.replace("3d", "4d"))
    assert found.text.endswith("# | tasks: [\n")


def test_line_ends_and_the_byte_order_mark_are_ours() -> None:
    ours = "\ufeff" + BASE.replace("3d", "4d").replace("\n", "\r\n")
    found = merged(BASE, ours, BASE.replace("title: Sign", "title: Sign it"))
    assert found.text == ours.replace("title: Sign", "title: Sign it")


def test_registers_merge_by_item() -> None:
    base = "threats:\n  U1: {title: One}\n  U2: {title: Two}\n"
    found = merged(base, base.replace("One", "1"), base.replace("Two", "2"))
    assert found.text == "threats:\n  U1: {title: 1}\n  U2: {title: 2}\n"


NOTES = {"ours": "# said by us", "theirs": "# said by them"}


@st.composite
def grown(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two sides, each a few edits and comments away from the base."""
    sides = []
    for note in NOTES.values():
        document = parse(BASE)
        for _edit in range(draw(st.integers(1, 4))):
            try:
                document = apply(document, draw(edits(document))).document
            except EditRefused:
                continue
        sides.append(
            noted(document, note, draw(st.lists(st.tuples(st.integers(0, 40), st.booleans()), max_size=3)))
        )
    return sides[0], sides[1]


def noted(document: Document, note: str, places: list[tuple[int, bool]]) -> Document:
    """The document with numbered comments above or behind some of its lines, where they are no part of a value."""
    for number, (place, above) in enumerate(places):
        lines = document.text.splitlines(keepends=True)
        line = lines[place % len(lines)]
        margin = line[: len(line) - len(line.lstrip())]
        said_there = f"{note} {number}\n"
        lines[place % len(lines)] = (
            f"{margin}{said_there}{line}" if above else f"{line.rstrip()}  {said_there}"
        )
        try:
            with_note = parse("".join(lines))
        except PlanFileError:
            continue
        if with_note.plan == document.plan:
            document = with_note
    return document


def missing(
    base: Document, side: Document, other: Document, result: Document, apart: dict[str, str]
) -> list[str]:
    """The edits of a side that neither stand in the result nor are told in a comment of it.

    `apart` are the other ids of its new tasks that the other side's gave to another one.
    """
    marks = "\n".join(line for line in result.text.splitlines() if line.lstrip().startswith("#"))
    what = plan_change(base, side)
    ids = dict(plan_change(base, other).renamed) | dict(plan_change(side, result).renamed) | apart
    now = entries(result.plan)
    lost = [f"added {id_}" for id_ in what.added if ids.get(id_, id_) not in now and id_ not in marks]
    lost += [f"removed {id_}" for id_ in what.removed if id_ in now and id_ not in marks]
    lost += [f"renamed {id_}" for _, id_ in what.renamed if ids.get(id_, id_) not in now and id_ not in marks]
    for move in what.moved:
        id_, phase = ids.get(move.task, move.task), ids.get(move.after or "", move.after)
        if (id_ not in now or now[id_].phase != phase) and not {move.task, id_} & set(
            re.findall(r"[\w-]+", marks)
        ):
            lost.append(f"moved {move.task}")
    for change in what.fields:
        task = str(change.at[0])
        named = any(id_ in marks for id_ in (task, ids.get(task, task)))
        if not stands(change, ids, now) and not named and written(change.after, flow=True) not in marks:
            lost.append(".".join(map(str, change.at)))
    notes = re.findall(r"# said by \w+ \d", side.text)
    return lost + [note for note in notes if note not in result.text]


def parted(text: str) -> dict[str, str]:
    """The new ids of their tasks that have the id of another one of ours."""
    return dict(re.findall(rf"^{MARK} (\S+): ours \S+ \| theirs is now (\S+)$", text, re.MULTILINE))


def stands(change: FieldChange, ids: Mapping[str, str], now: Entries) -> bool:
    """Whether a field says in the result what a side made it say; links may name tasks by other ids."""
    task, field, *inner = map(str, change.at)
    id_ = ids.get(task, task)
    if id_ not in now:
        return False
    value = said(now[id_].task).get(field)
    for key in inner:
        value = value.get(key) if isinstance(value, dict) else None
    if field == "after" and isinstance(change.after, list):
        wanted = [" ".join(ids.get(word, word) for word in link.split()) for link in change.after]
        return value == wanted
    return bool(value == change.after)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(grown())
def test_merging_loses_no_edit_of_either_side(sides: tuple[Document, Document]) -> None:
    base = parse(BASE)
    ours, theirs = sides
    found = merged(base.text, ours.text, theirs.text)
    result = parse(found.text)
    if WHOLE in found.conflicts:
        assert result.plan == ours.plan
        assert all(f"# | {line}\n" in found.text for line in theirs.text.splitlines())
    else:
        assert missing(base, ours, theirs, result, {}) == []
        assert missing(base, theirs, ours, result, parted(found.text)) == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(grown())
def test_merging_with_an_unchanged_side_gives_the_changed_one(sides: tuple[Document, Document]) -> None:
    side = sides[0]
    assert merged(BASE, side.text, BASE).text == side.text
    assert parse(merged(BASE, BASE, side.text).text).plan == side.plan


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_base_keeps_both(text: str) -> None:
    found = merged(text, BASE, BASE.replace("3d", "4d"))
    assert found.conflicts
    assert "4d" in found.text
