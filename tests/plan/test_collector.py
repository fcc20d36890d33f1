from __future__ import annotations

import gc

import pytest

from transition_planner.plan.collector import collect_seldom, collector_paused


@pytest.fixture(autouse=True)
def _thawed() -> None:
    gc.unfreeze()


def test_the_collector_rests_and_goes_on_even_after_an_error() -> None:
    def fail() -> None:
        with collector_paused():
            assert not gc.isenabled()
            raise ValueError("broken")

    assert gc.isenabled()
    with pytest.raises(ValueError, match="broken"):
        fail()
    assert gc.isenabled()


def test_one_that_rested_before_rests_after() -> None:
    gc.disable()
    try:
        with collector_paused(set_aside=True):
            pass
        assert not gc.isenabled()
        assert gc.get_freeze_count() == 0
    finally:
        gc.enable()


def test_what_is_set_aside_is_walked_no_more() -> None:
    with collector_paused(set_aside=True):
        kept: list[list[int]] = [[] for _ in range(100)]
    assert gc.get_freeze_count() >= len(kept)


def test_it_looks_seldom_when_told_to_but_looks() -> None:
    before = gc.get_threshold()
    gc.set_threshold(700)
    try:
        collect_seldom()
        assert gc.get_threshold()[0] > 700
        assert gc.isenabled()
    finally:
        gc.set_threshold(*before)
