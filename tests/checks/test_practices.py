from __future__ import annotations

from textwrap import dedent

from tests.checks.small import REGISTER, small_document, small_past

from transition_planner.checks.practices import practices
from transition_planner.checks.run import contexts

TEXT = """
    status-date: 2027-01-11
    baseline: adopted
    roles: {lead: {title: Lead}}
    tasks:
      start: {title: The work starts}
      draft: {title: Draft it, duration: 10d, range: 5d..15d, after: [start], owner: lead, serves: [T1]}
      print: {title: Print it, duration: 5d, range: 3d..8d, after: [draft], owner: lead, serves: [T1]}
      end: {title: The work ends, after: [print]}
    """


def _told(text: str) -> dict[int, tuple[str, tuple[str, ...]]]:
    now, past = small_past(text)
    (context,) = contexts(small_document(now, REGISTER), (None,), None, past)
    return {each.number: (each.verdict.value, each.offenders) for each in practices(context)}


def test_a_sound_plan_keeps_all_practices() -> None:
    assert _told(TEXT) == dict.fromkeys(range(1, 11), ("passed", ()))


def test_each_practice_names_its_offenders_with_the_rule() -> None:
    told = _told(TEXT.replace("range: 5d..15d, after: [start], owner: lead, serves: [T1]", "after: [start]"))
    assert told[1] == ("failed", ("draft (TP405)",))
    assert told[3] == ("failed", ("draft (TP501)",))
    assert told[8] == ("failed", ("draft (TP507)",))


def test_without_a_status_date_progress_is_not_applicable_and_without_a_baseline_there_is_none() -> None:
    told = _told(TEXT.replace("status-date: 2027-01-11", "").replace("baseline: adopted", ""))
    assert told[9] == ("n/a", ())
    assert told[10] == ("failed", ())


def test_progress_without_a_status_date_fails() -> None:
    told = _told(
        TEXT.replace("status-date: 2027-01-11", "").replace("start: {", "start: {finished: 2027-01-11, ")
    )
    verdict, offenders = told[9]
    assert verdict == "failed"
    assert any(each.endswith("(TP702)") for each in offenders)


def test_a_baseline_that_is_not_followed_fails() -> None:
    text = f"""{TEXT}
    --- # baseline
    tasks:
      start: {{}}
      draft: {{duration: 10d}}
      train: {{duration: 2d}}
    """
    assert _told(dedent(text))[10] == (
        "failed",
        ("print (TP803)", "train of the baseline adopted is gone (TP804)"),
    )


def test_where_there_is_nothing_to_count_no_practice_is_kept() -> None:
    told = _told("tasks: {start: {finished: 2027-01-11}}\nstatus-date: 2027-01-11\n")
    assert {number for number, (verdict, _offenders) in told.items() if verdict == "passed"} == set()
