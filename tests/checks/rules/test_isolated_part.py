from __future__ import annotations

from tests.checks.small import messages


def test_the_largest_part_is_the_plan_and_each_other_one_is_told() -> None:
    text = """
        tasks:
          pack: {duration: 1d}
          carry: {duration: 1d, after: [pack]}
          a: {duration: 1d}
          b: {duration: 1d, after: [a]}
          c: {duration: 1d, after: [b]}
          paint: {duration: 1d}
          dry: {duration: 1d, after: [paint]}
        """
    assert messages(text, "TP312") == [
        "no link joins pack, carry with the rest of the plan",
        "no link joins paint, dry with the rest of the plan",
    ]


def test_a_link_to_a_phase_joins_all_its_tasks() -> None:
    text = """
        tasks:
          house:
            tasks: {walls: {duration: 5d}, roof: {duration: 5d}}
          move-in: {duration: 1d, after: [house]}
          party: {duration: 1d, after: [roof]}
        """
    assert messages(text, "TP312") == []
