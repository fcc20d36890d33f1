"""What a file may hold, so that no file takes more than 500 MB, and one that is no plan is told within two seconds.

A plan's tasks are what makes it large: some 20 values each, 2 µs and 200 bytes a value. What stands outside of tasks is
small in every plan, and so is each list, and each map but that of tasks.
"""

from __future__ import annotations

from transition_planner.locales import _

LARGEST = 32_000_000
"""Bytes of a file: 100,000 tasks take some 26 MB."""
DEEPEST = 100
"""How many maps and lists may stand in each other: 48 phases."""
MOST_TASKS = 120_000
"""Tasks and phases, together."""
MOST_ENTRIES = 10_000
"""Items of a list, and keys of a map that holds no tasks."""
MOST_VALUES = 2_200_000
"""Scalars, lists and maps, also those that aliases stand for."""
FREE_VALUES = 100_000
"""Those that a file may have without any task: a file that is no plan ends here."""
VALUES_A_TASK = 100
"""How many more each task allows, up to the most."""
MOST_ALIASED = 100_000
"""How many values aliases may stand for, all together."""

Sentence = tuple[str, str]
"""What is wrong, and what to do."""


def too_deep() -> Sentence:
    """Where more stands in each other than a plan may have."""
    return (
        _("more than {number} maps and lists stand in each other").format(number=DEEPEST),
        _("A plan has a few levels of phases; is a bracket doubled?"),
    )


def too_many_tasks() -> Sentence:
    """At the task after the last that a plan may have."""
    return (
        _("more than {number} tasks and phases stand here").format(number=MOST_TASKS),
        _("Make several plans of them."),
    )


def too_many_values(number: int, tasks: int) -> Sentence:
    """At the value after the last that a plan of some tasks may have."""
    return (
        _("more than {number} values stand up to here, with {tasks} tasks").format(
            number=number, tasks=tasks
        ),
        _("Is it a plan? A task has some 20 values."),
    )


def too_many_entries() -> Sentence:
    """At the list or map that has more than it may."""
    return (
        _("a list or map has more than {number} entries").format(number=MOST_ENTRIES),
        _("Only tasks may be more. Is it a plan?"),
    )


def too_much_aliased() -> Sentence:
    """At the alias that is one too many."""
    return (
        _("aliases stand for more than {number} values here").format(number=MOST_ALIASED),
        _("Write the values out."),
    )
