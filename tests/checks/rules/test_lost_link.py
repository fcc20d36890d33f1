from __future__ import annotations

from tests.checks.small import messages

THEN = """
    tasks:
      draft: {duration: 10d}
      hear: {duration: 5d, after: [draft]}
      print: {duration: 1d, after: [hear FS+2d]}
      decide: {after: [draft, print]}
    """


def _lost(old: str, new: str, state: str = "since") -> list[str]:
    assert old in THEN
    return messages(f"{THEN.replace(old, new)}\n--- # {state}\n{THEN}".replace("\n    ", "\n"), "TP812")


def test_a_link_that_nothing_replaces_is_missed() -> None:
    assert _lost("[draft, print]", "[draft]") == [
        "decide no longer follows `print`, and no other links say the same"
    ]


def test_a_wait_is_missed_also_where_the_order_is_kept() -> None:
    assert _lost("print: {duration: 1d, after: [hear FS+2d]}", "print: {duration: 1d, after: [draft]}") == [
        "print no longer follows `hear FS+2d`, and no other links say the same"
    ]


def test_what_other_links_say_is_not_missed() -> None:
    assert _lost("[draft, print]", "[print]") == []


def test_a_way_through_a_fixed_date_says_nothing() -> None:
    fixed = THEN.replace("[draft, print]", "[print]").replace(
        "duration: 1d,", "duration: 1d, must-start-on: 2027-03-01,"
    )
    text = f"{fixed}\n--- # since\n{THEN}".replace("\n    ", "\n")
    assert messages(text, "TP812") == ["decide no longer follows `draft`, and no other links say the same"]


def test_a_changed_link_and_a_note_that_tells_why_are_left_alone() -> None:
    assert _lost("hear FS+2d", "hear FS+1d") == []
    assert _lost("decide: {after: [draft, print]}", "decide: {after: [draft], note: No print needed}") == []


def test_a_done_task_waits_for_nothing() -> None:
    assert _lost("decide: {after: [draft, print]}", "decide: {finished: 2027-01-11}") == []


def test_without_a_revision_it_is_the_baseline_that_counts() -> None:
    told = messages(
        f"baseline: adopted\n{THEN.replace('[draft, print]', '[draft]')}\n--- # baseline\n{THEN}".replace(
            "\n    ", "\n"
        ),
        "TP812",
    )
    assert len(told) == 1
