from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from transition_planner.planfile.edits import EditRefused, SetPlanField, apply
from transition_planner.planfile.loading import parse

if TYPE_CHECKING:
    from transition_planner.plan.finding import KeyPath
    from transition_planner.planfile.edits.layout import Value

TEXT = dedent("""\
    # a plan
    format: 1
    id: 6f1c0e1a-0000-4000-8000-000000000000
    title: {fi: Kohti, en: Towards}   # both
    start: 2027-01-11    # Monday
    calendar: office
    models:
      merger:
        goal: end   # the goal
        overrides:
          ask: {duration: 2d}
    calendars:
      office:
        week: mon-fri 08:00-16:00
        closed:
          - {from: 2027-07-01, to: 2027-07-31, why: July}   # summer
          - on: 2027-12-06
    tasks:
      ask: {duration: 3d}
      middle: {tasks: {}}
      end: {after: [ask]}
""").replace("  middle: {tasks: {}}\n", "  middle:\n    tasks:\n      one: {}\n      two: {}\n")


@pytest.mark.parametrize(
    ("at", "value", "old", "new"),
    [
        (("chosen",), "merger", "calendar: office\n", "calendar: office\nchosen: merger\n"),
        (("status-date",), "2027-03-01", "# Monday\n", "# Monday\nstatus-date: 2027-03-01\n"),
        (("start",), "2027-02-01", "2027-01-11    # Monday", "2027-02-01    # Monday"),
        (("title", "en"), "To: dreams", "en: Towards", "en: 'To: dreams'"),
        (("title", "sv"), "Mot", "en: Towards}", "en: Towards, sv: Mot}"),
        (("models", "merger", "goal"), "one", "goal: end ", "goal: one "),
        (("models", "merger", "overrides", "ask", "duration"), "1d", "{duration: 2d}", "{duration: 1d}"),
        (
            ("models", "merger", "overrides", "two", "note"),
            "no",
            "      ask: {duration: 2d}\n",
            "      ask: {duration: 2d}\n      two: {note: 'no'}\n",
        ),
        (
            ("models", "merger", "overrides", "ask", "duration"),
            None,
            "    overrides:\n      ask: {duration: 2d}\n",
            "",
        ),
        (
            ("roles", "head"),
            {"title": "Head"},
            "tasks:\n  ask",
            "roles:\n  head: {title: Head}\ntasks:\n  ask",
        ),
        (("calendars", "office", "closed", 0, "to"), "2027-07-30", "2027-07-31", "2027-07-30"),
        (("calendars", "office", "closed", 1), None, "      - on: 2027-12-06\n", ""),
        (
            ("calendars", "office", "closed", 2),
            {"every": "12-24..01-01"},
            "on: 2027-12-06\n",
            "on: 2027-12-06\n      - {every: 12-24..01-01}\n",
        ),
        (
            ("calendars", "office", "open", 0),
            {"on": "2027-07-03"},
            "on: 2027-12-06\n",
            "on: 2027-12-06\n    open:\n      - {'on': 2027-07-03}\n",
        ),
        (
            ("thresholds", "least-index"),
            0.9,
            "office\nmodels:",
            "office\nthresholds: {least-index: 0.9}\nmodels:",
        ),
        (
            ("calendars", "office", "closed", 1, "why"),
            "day",
            "on: 2027-12-06\n",
            "on: 2027-12-06\n        why: day\n",
        ),
        (("summary",), "a\nb", "# both\n", "# both\nsummary: |-\n  a\n  b\n"),
    ],
)
def test_a_value_is_set_where_it_stands(at: KeyPath, value: Value, old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    after = apply(parse(TEXT), SetPlanField(at, value)).document
    assert after.text == TEXT.replace(old, new)
    reread = parse(after.text)
    assert (reread.plan, reread.starts) == (after.plan, after.starts)


@pytest.mark.parametrize(
    ("at", "value", "sentence"),
    [
        (("chosn",), "merger", "A plan has no field chosn. Did you mean chosen?"),
        (("chosen",), "merge", "chosen: there is no model merge. Did you mean merger?"),
        (("tasks", "ask", "duration"), "1d", "tasks is not changed here."),
        (("id",), None, "id is not changed here."),
        (("start",), None, "start is missing. Write it as start: and its value."),
        (("start", "day"), "x", "There is no day in '2027-01-11'."),
        (("calendars",), None, "calendar: there is no calendar office. There are: always."),
        (
            ("models", "merger", "overrides", "ask", "duration"),
            "long",
            "duration: 'long' is not a duration: write an amount and a unit, for example 8d, 2w, 4h or 1emo.",
        ),
    ],
)
def test_what_the_plan_does_not_allow_is_refused_with_a_sentence(
    at: KeyPath, value: Value, sentence: str
) -> None:
    with pytest.raises(EditRefused) as refused:
        apply(parse(TEXT), SetPlanField(at, value))
    assert refused.value.message == sentence
