from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import pytest

from transition_planner.planfile.document import entry_nodes, entry_span, key_path, register_name
from transition_planner.planfile.loading import parse
from transition_planner.planfile.nodes import compose

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document

HEAD = "format: 1\nid: 6f1c0e1a-93c5-4d0e-8d0b-2f1f6a7b8c9d\ntitle: x\nstart: 2027-01-11\n"
TEXT = (
    HEAD
    + """\
tasks:
  # about the phase
  choose:
    title: Päätös
    tasks:
      hear:
        duration: 8d  # likely
        # half of it is waiting

      # about the next
      ask: {duration: 1d,
            note: x}   # behind
      decide:
        note: |
          Hallitus
          päättää


    note: behind the tasks
  flow: {tasks: {e: {duration: 1d}, f: {}}}
# the end
calendars: {}
"""
)


@pytest.fixture(params=["\n", "\r\n"], ids=["LF", "CR LF"])
def document(request: pytest.FixtureRequest) -> Document:
    return parse(TEXT.replace("\n", request.param))


def entry(document: Document, task: str) -> str:
    start, end = entry_span(document, task)
    return document.text[start:end].replace("\r\n", "\n")


def test_tasks_stand_in_file_order(document: Document) -> None:
    assert document.starts.ids == ("choose", "hear", "ask", "decide", "flow", "e", "f")


def test_an_entry_has_the_rest_of_its_line_and_deeper_comments(document: Document) -> None:
    assert entry(document, "hear") == (
        "hear:\n        duration: 8d  # likely\n        # half of it is waiting\n"
    )
    assert entry(document, "ask") == "ask: {duration: 1d,\n            note: x}   # behind\n"


def test_an_entry_ends_before_blank_lines_and_what_belongs_to_its_phase(document: Document) -> None:
    assert entry(document, "decide") == ("decide:\n        note: |\n          Hallitus\n          päättää\n")


def test_the_entry_of_a_phase_holds_its_tasks(document: Document) -> None:
    phase = entry(document, "choose")
    assert phase.startswith("choose:\n    title: Päätös\n")
    assert phase.endswith("    note: behind the tasks\n")


def test_an_entry_in_a_flow_map_is_its_key_and_value(document: Document) -> None:
    assert entry(document, "e") == "e: {duration: 1d}"
    assert entry(document, "f") == "f: {}"


def test_an_entry_read_alone_equals_that_in_the_whole_text(document: Document) -> None:
    root = compose(document.text)
    for task in document.starts.ids:
        assert entry_nodes(document, task) == root.at(*key_path(document, task)[:-1]).entry(task)


def test_the_way_to_a_task_goes_through_its_phases(document: Document) -> None:
    assert key_path(document, "choose") == ("tasks", "choose")
    assert key_path(document, "f") == ("tasks", "flow", "tasks", "f")


def test_an_unknown_task_is_a_key_error(document: Document) -> None:
    for ask in (key_path, entry_span, entry_nodes):
        with pytest.raises(KeyError):
            ask(document, "nobody")


def test_the_last_entry_may_end_without_a_line_end() -> None:
    document = parse(HEAD + "tasks:\n  a: {duration: 1d}")
    assert entry(document, "a") == "a: {duration: 1d}"


def test_an_unchanged_document_gives_the_bytes_that_were_read() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    document = parse(text)
    assert document.bom
    assert document.text[0] == "f"
    assert document.encoded() == text.encode()
    assert document.digest == blake2b(text.encode(), digest_size=32).digest()


def test_the_register_stands_beside_the_plan() -> None:
    assert register_name("plan.yaml", "register.yaml") == "register.yaml"
    assert parse(TEXT).register_name is None
