"""A sitting at the editor, with all that may happen to it, against a model that keeps whole texts."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.planfile.drawing import edits
from tests.planfile.journals import journal_of, left_behind
from tests.planfile.nasty import plans

from transition_planner.planfile.edits import EditRefused
from transition_planner.planfile.history import History
from transition_planner.planfile.journal import Journal
from transition_planner.planfile.loading import load, parse
from transition_planner.planfile.saving import ChangedOnDisk, save


class Sitting(RuleBasedStateMachine):
    """The editor's history, file and journal; `texts`, `now` and `on_disk` are what they should hold."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.file = Path(self.folder.name) / "plan.yaml"
        self.journal = Journal(self.file)

    def teardown(self) -> None:
        self.journal.let_go()
        self.folder.cleanup()

    @initialize(text=plans())
    def open(self, text: str) -> None:
        self.on_disk = text
        self.file.write_bytes(text.encode())
        self.begin()

    def begin(self) -> None:
        self.history = History.of(load(self.file))
        self.journal = Journal(self.file)
        self.texts = [self.on_disk]
        self.now = 0
        self.known = self.on_disk

    def go(self, after: History) -> None:
        self.journal.record(self.history.document, after.splices)
        self.history = after

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        try:
            after = self.history.do(data.draw(edits(self.history.document)))
        except EditRefused:
            return
        if after is not self.history:
            self.go(after)
            self.texts[self.now + 1 :] = [after.document.text]
            self.now += 1

    @precondition(lambda self: self.history.can_undo)
    @rule()
    def undo(self) -> None:
        self.go(self.history.undo())
        self.now -= 1

    @precondition(lambda self: self.history.can_redo)
    @rule()
    def redo(self) -> None:
        self.go(self.history.redo())
        self.now += 1

    @rule(even_if_changed=st.booleans())
    def save(self, even_if_changed: bool) -> None:
        if self.on_disk != self.known and not even_if_changed:
            with pytest.raises(ChangedOnDisk):
                save(self.history.document)
            return
        self.history = self.history.with_saved(save(self.history.document, even_if_changed=even_if_changed))
        self.journal.discard()
        self.on_disk = self.known = self.texts[self.now]

    @rule()
    def somebody_else_saves(self) -> None:
        self.on_disk += "\n# theirs"
        self.file.write_bytes(self.on_disk.encode())

    @rule(torn=st.booleans())
    def kill_and_recover(self, torn: bool) -> None:
        self.journal.let_go()
        if torn and (journal := journal_of(self.file)) is not None:
            with journal.open("ab") as file:
                file.write(b'[[0,"')
        lost = self.texts[self.now]
        recovered = left_behind(self.file)
        if recovered is None:
            assert lost in {self.known, self.on_disk}
            self.begin()
            return
        assert recovered.text == lost
        assert recovered.file_changed == (self.on_disk != self.known)
        self.begin()
        self.go(self.history.recovered(parse(recovered.text)))
        recovered.journal.unlink()
        self.texts.append(lost)
        self.now = 1

    @rule()
    def discard(self) -> None:
        self.journal.discard()
        self.begin()

    @invariant()
    def the_history_says_what_its_text_says(self) -> None:
        document = self.history.document
        reread = parse(document.text)
        assert (reread.plan, reread.starts) == (document.plan, document.starts)

    @invariant()
    def all_texts_are_kept(self) -> None:
        assert self.history.document.text == self.texts[self.now]
        assert self.history.can_undo == (self.now > 0)
        assert self.history.can_redo == (self.now < len(self.texts) - 1)
        assert self.history.changed == (self.texts[self.now] != self.known)
        assert self.file.read_bytes() == self.on_disk.encode()
        assert not list(self.file.parent.glob("*.tmp"))


Sitting.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=12,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestSitting = Sitting.TestCase
