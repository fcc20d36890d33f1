from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from transition_planner.publish.feed.feeds import Feed
from transition_planner.publish.feed.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class World:
    """A file, a clock, and what was built and told."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.now = 0.0
        self.built = 0
        self.told: list[str] = []
        self.source = Source(
            self.build, (file,), lambda error: self.told.append(str(error)), lambda: self.now
        )
        self.good = True

    def build(self) -> Mapping[str, Feed]:
        self.built += 1
        if not self.good:
            raise ValueError("not committed")
        return {"a": Feed(self.file.read_bytes(), datetime(2027, 1, 1, tzinfo=UTC))}

    def data(self) -> bytes | None:
        self.source.look()
        feeds = self.source.feeds
        return None if feeds is None else feeds["a"].data


def test_feeds_are_built_again_when_the_file_changes_and_not_before(tmp_path: Path) -> None:
    world = World(tmp_path / "plan.yaml")
    world.file.write_bytes(b"one")
    assert world.data() == world.data() == b"one"
    world.now = 100
    assert (world.data(), world.built) == (b"one", 1)
    world.file.write_bytes(b"three")
    feeds = world.source.feeds
    assert feeds is not None
    assert feeds["a"].data == b"one"  # who asks does not wait
    assert (world.data(), world.built) == (b"three", 2)


def test_a_broken_plan_leaves_the_last_good_feeds_and_is_told_once(tmp_path: Path) -> None:
    world = World(tmp_path / "plan.yaml")
    world.file.write_bytes(b"one")
    world.data()
    assert not world.source.stale
    world.file.write_bytes(b"three")
    world.good, world.now = False, 50
    assert (world.data(), world.source.stale, world.told) == (b"one", True, ["not committed"])
    world.now = 55
    assert (world.data(), world.built) == (b"one", 2)
    world.now = 60  # tried again, and told no more
    assert (world.data(), world.built, world.told) == (b"one", 3, ["not committed"])
    world.good, world.now = True, 70  # committed now: the file is as it was
    assert (world.data(), world.source.stale) == (b"three", False)


def test_a_plan_that_never_was_good_has_no_feeds(tmp_path: Path) -> None:
    world = World(tmp_path / "plan.yaml")
    assert (world.data(), len(world.told)) == (None, 1)


def test_a_watched_source_follows_its_file_by_itself(tmp_path: Path) -> None:
    world = World(tmp_path / "plan.yaml")
    world.file.write_bytes(b"one")
    before = sys.getswitchinterval()
    with world.source.watched():
        for _second in range(100):
            if world.source.feeds is not None:
                break
            time.sleep(0.1)
    feeds = world.source.feeds
    assert feeds is not None
    assert feeds["a"].data == b"one"
    assert sys.getswitchinterval() == before
    built = world.built
    world.file.write_bytes(b"three")
    assert world.built == built  # nobody looks any more
