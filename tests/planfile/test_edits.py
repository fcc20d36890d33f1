from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.planfile.drawing import edits, every_task
from tests.planfile.nasty import plans

from transition_planner.planfile.document import entry_span
from transition_planner.planfile.edits import EditRefused, SetField, apply
from transition_planner.planfile.history import History
from transition_planner.planfile.loading import parse
from transition_planner.planfile.splice import inverse, spliced

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def written_fields(document: Document) -> dict[str, set[str]]:
    return {id_: task.model_fields_set for id_, task in every_task(document.plan.tasks)}


def comments(text: str) -> int:
    return len(re.findall(r"(?:^|\s)#", text))


@settings(max_examples=120, suppress_health_check=SLOW)
@given(plans(), st.data())
def test_edits_change_only_their_spans_and_undoing_all_gives_the_first_text_back(
    text: str, data: st.DataObject
) -> None:
    first = history = History.of(parse(text))
    for _ in range(data.draw(st.integers(1, 5))):
        before = history.document
        message = ""
        try:
            history = history.do(data.draw(edits(before)))
        except EditRefused as refused:
            message = refused.message
        # Only blank lines that belong to a block scalar with + can come into the way of a well-meant edit.
        assert "what is meant" not in message or re.search("[|>][+]", before.text)
        after = history.document
        if after is before:
            continue
        assert spliced(before.text, history.splices) == after.text
        assert spliced(after.text, inverse(history.splices)) == before.text
        reread = parse(after.text)
        assert (reread.plan, reread.starts) == (after.plan, after.starts)
        assert written_fields(reread) == written_fields(after)
    while history.can_undo:
        history = history.undo()
    assert history.document == first.document
    assert history.document.encoded() == text.encode()


@settings(max_examples=80, suppress_health_check=SLOW)
@given(plans(), st.data())
def test_setting_a_plain_value_changes_one_line_of_its_own_entry(text: str, data: st.DataObject) -> None:
    before = parse(text)
    task = data.draw(st.sampled_from(before.starts.ids))
    field = data.draw(st.sampled_from(["owner", "kind", "calendar", "done", "deadline"]))
    values = {"owner": "lead", "calendar": "always", "done": "40%", "deadline": "2027-01-01"}
    try:
        after = apply(before, SetField(task, field, values.get(field, "work"))).document
    except EditRefused:
        return
    start, end = entry_span(before, task)
    grown = len(after.text) - len(before.text)
    assert after.text[:start] == before.text[:start]
    assert after.text[end + grown :] == before.text[end:]
    assert comments(after.text) == comments(before.text)
    old, new = before.text.splitlines(), after.text.splitlines()
    assert len([line for line in old if line not in new]) <= 1
    assert len(new) - len(old) in {0, 1}
