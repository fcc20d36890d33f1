from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.compare.repositories import plan_text

from transition_planner.compare.modelview import Coverage, Margin, model_view, shared_before_choice
from transition_planner.law.shelf import shelf_of
from transition_planner.planfile.loading import parse
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from transition_planner.compare.modelview import ModelView

HEAD = """
register: register.yaml
choice: choose
models: {merger: {}, separate: {}}
roles: {lead: {}, board: {}}
"""
REGISTER = """
threats: {U1: {title: One}, U2: {title: Two}, U3: {title: Three, applies: [separate]}}
opportunities: {M1: {title: Four}}
"""
TASKS = """
study: {duration: 5d, kind: finance, owner: lead, mitigates: [U1]}
poll: {duration: 1d, in: [merger]}
choose: {duration: 1d, kind: governance, owner: board, after: [study, poll], deadline: 2027-01-20}
build: {duration: 60d, kind: finance, owner: lead, after: [choose], in: [merger], realises: [M1]}
wait: {duration: 30ed, owner: board, after: [choose]}
"""


def _view(model: str, tasks: str = TASKS) -> ModelView:
    document = parse(plan_text(tasks, HEAD), register_text=REGISTER)
    return model_view(schedule(document.plan, model), document.register, shelf_of(document))


def test_measures_by_kind() -> None:
    assert dict(_view("merger").kinds) == {"finance": 2, None: 2, "governance": 1}
    assert _view("separate").tasks == 3


def test_working_days_by_owner_and_quarter() -> None:
    # study Mon 11 to Fri 15 Jan, choose Mon 18; build from Tue 19 Jan: 52 working days up to Wed 31 March, 8 in April.
    assert dict(_view("merger").load) == {
        ("lead", (2027, 1)): 57.0,
        (None, (2027, 1)): 1.0,
        ("board", (2027, 1)): 1.0,
        ("lead", (2027, 2)): 8.0,
    }


def test_margins_to_fixed_dates() -> None:
    assert _view("separate").margins == (
        Margin("choose", "deadline", date(2027, 1, 20), date(2027, 1, 18), 2.0, critical=True),
    )


def test_a_date_that_breaks_links_shows_by_how_much_it_is_missed() -> None:
    tasks = TASKS.replace("deadline: 2027-01-20", "start-no-later-than: 2027-01-14")
    (margin,) = _view("separate", tasks).margins
    assert (margin.field, margin.days) == ("start_no_later_than", -2.0)


def test_the_registers_items_that_concern_the_model() -> None:
    assert _view("merger").threats == Coverage(("U1",), ("U2",))
    assert _view("separate").threats == Coverage(("U1",), ("U2", "U3"))
    assert _view("merger").opportunities == Coverage(("M1",), ())
    assert _view("separate").opportunities == Coverage((), ("M1",))


def test_what_all_models_do_before_the_choice() -> None:
    assert shared_before_choice([_view("merger"), _view("separate")]) == ("study",)


def test_a_model_that_waits_for_no_choice_shares_what_it_has() -> None:
    tasks = TASKS.replace("kind: governance,", "kind: governance, in: [merger],")
    assert shared_before_choice([_view("merger", tasks), _view("separate", tasks)]) == ("study",)
    assert shared_before_choice([_view("separate", tasks)]) == ()
