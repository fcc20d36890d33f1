from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from tests.checks.small import TODAY, found, small_document
from tests.schedule.networks import CALENDARS, ROLES, tasks

from transition_planner.checks.fixing import fixed
from transition_planner.checks.run import checked
from transition_planner.planfile.loading import PlanFileError, parse
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from transition_planner.plan.finding import Finding
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import Edit

SHARES = {"TP310", "TP313", "TP314", "TP315"}
"""Rules about the number of links, or a share of them: fewer needless ones may be too few."""
FIXING = {"TP303", "TP308", "TP503", "TP504"}


def _fixes(document: Document) -> Mapping[Finding, Edit]:
    return checked(document, today=TODAY, asked=["TP"]).fixes


def _lines(text: str) -> list[str]:
    """The lines of a small plan's tasks after its fixes."""
    now = fixed(small_document(text), _fixes).text
    return [line.strip() for line in now.partition("tasks:\n")[2].splitlines()]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[draft, draft]", "[draft]"),
        ("[draft, draft FS+5d]", "[draft FS+5d]"),
        ("[draft FS+5d, draft FS+2d]", "[draft FS+5d]"),
        ("[draft FS-5d, draft]", "[draft]"),
        ("[draft, draft, draft]", "[draft]"),
        ("[draft FF+50%, draft FF+75%]", "[draft FF+75%]"),
        ("[draft FS+5d, draft FS+1w]", "[draft FS+5d, draft FS+1w]"),
    ],
)
def test_of_two_links_of_one_type_the_one_that_counts_stays(before: str, after: str) -> None:
    sign = "sign: {duration: 1d, after: %s}"
    text = f"""
        tasks:
          draft: {{duration: 10d}}
          {sign % before}
        """
    assert _lines(text) == ["draft: {duration: 10d}", sign % after]


def test_links_that_others_make_needless_go_together() -> None:
    text = """
        tasks:
          a: {duration: 1d}
          b: {duration: 1d, after: [a]}
          c: {duration: 1d, after: [a, b]}
          d: {duration: 1d, after: [a, b, c]}
        """
    assert _lines(text) == [
        "a: {duration: 1d}",
        "b: {duration: 1d, after: [a]}",
        "c: {duration: 1d, after: [b]}",
        "d: {duration: 1d, after: [c]}",
    ]


MODELS = """
    models:
      one: {{}}
      two: {{{two}}}
    tasks:
      a: {{duration: 1d}}
      b: {{duration: 1d, after: [a], in: [{models}]}}
      c: {{duration: 1d, after: [a, b]}}
    """


def _needless(two: str = "", models: str = "one, two") -> tuple[int, int]:
    """How many needless links are found, and how many of them can be fixed."""
    text = MODELS.format(two=two, models=models)
    fixes = [each for each in _fixes(small_document(text)) if each.code == "TP308"]
    return len(found(text, "TP308")), len(fixes)


def test_a_link_that_one_model_needs_stays() -> None:
    assert _needless() == (1, 1)
    assert _needless(models="one") == (1, 0)
    assert _needless("overrides: {b: {after: []}}") == (1, 0)


def test_a_link_is_needless_only_where_all_models_are_looked_at() -> None:
    document = small_document(MODELS.format(two="", models="one, two"))
    assert checked(document, ["one"], asked=["TP308"]).fixes == {}


def test_a_needless_link_of_an_override_goes_there() -> None:
    text = MODELS.format(two="overrides: {c: {after: [b, a]}}", models="one, two")
    assert "overrides: {c: {after: [b]}}" in fixed(small_document(text), _fixes).text


def test_the_only_link_of_an_override_stays_because_without_it_others_would_hold() -> None:
    text = """
        models:
          one: {}
          two: {overrides: {c: {after: [a]}}}
        tasks:
          a: {duration: 1d}
          b: {duration: 1d, after: [a]}
          phase: {after: [b], tasks: {c: {duration: 1d, after: [b FF]}}}
        """
    assert [each.message for each in found(text, "TP308")] == ["c waits for a also through b (in two)"]
    assert "TP308" not in {each.code for each in _fixes(small_document(text))}


@pytest.mark.parametrize(
    "held",
    [
        "started: 2027-01-11",
        "must-start-on: 2027-01-11",
        "finish-no-later-than: 2027-01-12",
        "manual: {start: 2027-01-11, finish: 2027-01-12}",
    ],
)
def test_a_way_through_a_task_that_its_links_do_not_move_makes_no_link_needless(held: str) -> None:
    text = f"""
        tasks:
          a: {{duration: 5d}}
          b: {{duration: 1d, after: [a], {held}}}
          c: {{duration: 1d, after: [a, b]}}
        """
    assert found(text, "TP308") == ()


WAIVERS = """
    waivers:
      - {{rule: TP201, of: draft, why: Agreed, until: {until}}}
      # The second one.
      - {{rule: {rule}, why: Agreed, until: 2027-12-31}}
      - {{rule: TP501, why: Shared out in May, until: 2027-12-31}}
    tasks:
      draft: {{duration: 10d}}
    """


def _waivers(until: str = "2027-12-31", rule: str = "TP202", tasks: str = "") -> tuple[str, ...]:
    document = fixed(small_document(WAIVERS.format(until=until, rule=rule) + tasks), _fixes)
    return tuple(each.rule for each in document.plan.waivers)


def test_waivers_that_have_ended_or_waive_nothing_go() -> None:
    assert _waivers() == _waivers(until="2027-01-10") == ("TP501",)


@pytest.mark.parametrize("rule", ["TP199", "TP805"])
def test_a_waiver_stays_that_may_be_misspelt_or_of_a_rule_about_the_past(rule: str) -> None:
    assert _waivers(rule=rule) == (rule, "TP501")


def test_a_waiver_is_not_called_unused_while_a_model_has_no_dates() -> None:
    assert _waivers(tasks="  again: {after: [again-too]}\n      again-too: {after: [again]}") == (
        "TP201",
        "TP202",
        "TP501",
    )


def test_a_fix_that_the_text_does_not_allow_is_left_out() -> None:
    text = """
        models: {one: {}}
        tasks:
          draft: {duration: 10d}
          sign: {duration: 1d, after: &both [draft, draft]}
          send: {duration: 1d, after: *both, in: []}
          file: {duration: 1d, after: [sign, sign]}
        """
    assert _lines(text)[1:] == [
        "sign: {duration: 1d, after: &both [draft, draft]}",
        "send: {duration: 1d, after: *both, in: []}",
        "file: {duration: 1d, after: [sign]}",
    ]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Random plans of two models with links doubled and added, and waivers of all kinds."""
    entries: dict[str, Any] = draw(tasks(most=8))
    inside = [*_tasks(entries)]
    for number, (_id, task) in enumerate(inside):
        task["in"] = draw(st.sampled_from((["one", "two"], ["one", "two"], ["one", "two"], ["one"])))
        before = [id_ for id_, _task in inside[:number]]
        more = draw(st.lists(st.sampled_from(before), max_size=4)) if before else []
        doubled = draw(st.lists(st.sampled_from(task.get("after") or [""]), max_size=1))
        task["after"] = [*task.get("after", []), *more, *filter(None, doubled)]
    waivers = [
        {"rule": rule, "why": "So", "until": until}
        for rule, until in draw(
            st.lists(
                st.tuples(
                    st.sampled_from(("TP501", "TP201", "TP199")),
                    st.sampled_from(("2027-01-10", "2027-12-31")),
                ),
                max_size=3,
            )
        )
    ]
    head = {
        "format": 1,
        "id": "6f1c0e1a-0000-4000-8000-000000000000",
        "title": "Test",
        "start": "2027-01-11",
        "calendar": "office",
        "waivers": waivers,
        "models": {"one": {}, "two": {}},
        "calendars": CALENDARS,
        "roles": ROLES,
        "tasks": entries,
    }
    style = draw(st.sampled_from((None, False)))
    try:
        return parse(yaml.safe_dump(head, sort_keys=False, default_flow_style=style))
    except PlanFileError:
        reject()


def _tasks(entries: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for id_, task in entries.items():
        if "tasks" in task:
            yield from _tasks(task["tasks"])
        else:
            yield id_, task


def _dates(document: Document) -> list[tuple[Any, ...]]:
    models = [schedule(document.plan, model) for model in document.plan.models or (None,)]
    return [
        (model.outline.ids[row], model.early_start(row), model.early_finish(row))
        for model in models
        for row in range(len(model.outline))
    ]


def _signs(findings: Sequence[Finding]) -> set[tuple[str, str]]:
    """Each finding by its code and the task it is about."""
    return {(each.code, str(each.at[:-1] if each.at[-2:-1] == ("after",) else each.at)) for each in findings}


@given(documents())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_fixes_end_what_they_are_for_bring_nothing_new_and_move_no_date(document: Document) -> None:
    try:
        before = _dates(document)
    except CycleError:
        reject()
    was = checked(document, today=TODAY, asked=["TP"])
    after = fixed(document, _fixes)
    now = checked(after, today=TODAY, asked=["TP"])
    assert {each.code for each in was.fixes} <= FIXING
    assert now.fixes == {}
    assert _dates(after) == before
    new = {each for each in _signs(now.findings) - _signs(was.findings) if each[0] not in SHARES}
    assert {code for code, _at in new} <= {"TP504"}
    assert parse(after.text).plan == after.plan
    assert fixed(after, _fixes).text == after.text


@pytest.mark.parametrize(
    "held", ["", "start-no-earlier-than: 2027-01-06", "finish-no-earlier-than: 2027-01-06"]
)
@pytest.mark.parametrize(
    ("links", "number"),
    [
        ("a FS-2h, a", 0),
        ("a, a FS-2h", 0),
        ("a SS-2h, a SS+1d", 0),
        ("a FS-2h, a FS-2h", 1),
        ("a FS-2h, a FS-1h", 1),
        ("a FF-2h, a FF", 1),
        ("a FS+1h, a", 1),
    ],
)
def test_a_lead_stays_that_keeps_a_task_from_following_another_to_before_the_plan(
    held: str, links: str, number: int
) -> None:
    text = f"""
        tasks:
          a: {{duration: 1d, start-no-earlier-than: 2027-01-06}}
          b: {{after: [{links}], {held}}}
        """
    document = small_document(text)
    assert [each.code for each in _fixes(document) if each.code == "TP303"] == ["TP303"] * number
    assert _dates(fixed(document, _fixes)) == _dates(document)


def test_a_lead_behind_the_start_goes_only_where_it_lies_there_in_all_models() -> None:
    text = """
        models:
          one: {}
          two: {overrides: {a: {start-no-earlier-than: DAY}}}
        tasks:
          a: {duration: 1d}
          b: {after: [a FS-2h, a], start-no-earlier-than: 2027-01-06}
        """
    for day, number in (("2027-01-06", 0), ("2027-01-13", 1)):
        document = small_document(text.replace("DAY", day))
        assert len([each for each in _fixes(document) if each.code == "TP303"]) == number
        assert _dates(fixed(document, _fixes)) == _dates(document)
