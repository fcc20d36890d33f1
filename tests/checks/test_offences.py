from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import yaml
from tests.checks.small import HEAD, TODAY, found, messages

from transition_planner.checks.run import check
from transition_planner.planfile.loading import load

if TYPE_CHECKING:
    from pathlib import Path

OWN = """
    title: Ours
    seen: 2027-01-01
    rules:
      {id}:
        {fields}
        text: {{fi: Näin on sovittu., en: So it is agreed.}}
        law: Our rules
        section: 7 §
        source: https://example.org/rules
        seen: page
        certainty: high
        severity: statutory
    """


def _own(folder: Path, fields: str, tasks: str, rest: str = "") -> list[tuple[str, str]]:
    """Codes and messages of a plan with a pack of one rule."""
    (folder / "ours.yaml").write_text(dedent(OWN).format(id="ours", fields=fields))
    head = yaml.safe_dump(HEAD | {"rules": ["ours.yaml"]})
    (folder / "plan.yaml").write_text(f"{head}{rest}\n{dedent(tasks)}")
    return [(each.code, each.message) for each in check(load(folder), today=TODAY) if each.code[:3] == "TP6"]


def test_law_section_tasks_missing_days_and_the_latest_date_are_told() -> None:
    # Friday 15 Jan and a year are Saturday 15 Jan 2028; half a year later is Thursday 15 July 2027.
    (finding,) = found(
        """
        rules: [fi/licence]
        tasks:
          apply: {duration: 5d, tags: [licence-application]}
          begin: {after: [apply FS+6emo], tags: [licensed-operation-start]}
        """,
        "TP601",
    )
    assert finding.message == (
        "begin starts on 2027-07-15, 184 days too early by tpo-licence-year-ahead "
        "(Asetus taiteen perusopetuksesta 813/1998, 4 § 1 mom.): at least 1 year from apply to begin"
    )
    assert finding.hint.startswith("apply, forecast for 2027-01-15, would still do on 2026-07-15; ")
    assert finding.at == ("tasks", "begin")


def test_each_meeting_has_the_notice_right_before_it() -> None:
    text = """
        rules: [fi/association]
        rule-parameters: {{assoc-meeting-notice: 7}}
        tasks:
          call-1: {{duration: 1d, tags: [meeting-notice]}}
          meet-1: {{duration: 1d, after: [call-1 FS+8ed], tags: [association-meeting]}}
          call-2: {{duration: 1d, after: [meet-1], tags: [meeting-notice]}}
          meet-2: {{duration: 1d, after: [call-2 FS+{lag}ed], tags: [association-meeting]}}
        """
    assert messages(text.format(lag=7), "TP601", "TP602") == []
    # meet-1 is on Wednesday 20 Jan, call-2 on Thursday 21 Jan, meet-2 from Monday 25 Jan.
    (message,) = messages(text.format(lag=3), "TP601")
    assert message.startswith("meet-2 starts on 2027-01-25, 3 days too early by assoc-meeting-notice (")
    assert message.endswith("at least 7 days from call-2 to meet-2")


def test_tags_that_stand_once_are_a_pair_without_a_link_and_one_end_alone_is_silent() -> None:
    text = """
        rules: [fi/licence]
        tasks:
          apply: {{duration: 5d, tags: [licence-application]}}
          begin: {{duration: 1d, tags: [{tag}]}}
        """
    (message,) = messages(text.format(tag="licensed-operation-start"), "TP601")
    assert message.startswith("begin starts on 2027-01-11, 369 days too early by tpo-licence-year-ahead (")
    assert messages(text.format(tag="licence-decision"), "TP601") == []


def test_of_tasks_with_the_same_tag_those_that_no_link_joins_are_no_pair() -> None:
    text = """
        rules: [fi/licence]
        tasks:
          apply: {duration: 5d, tags: [licence-application]}
          apply-again: {duration: 5d, tags: [licence-application]}
          begin: {duration: 1d, tags: [licensed-operation-start]}
        """
    assert messages(text, "TP601") == []


def test_a_link_from_the_phase_of_the_first_task_counts() -> None:
    text = """
        rules: [fi/licence]
        tasks:
          prepare:
            tasks:
              apply: {duration: 5d, tags: [licence-application]}
          begin: {after: [prepare], tags: [licensed-operation-start]}
        """
    assert len(messages(text, "TP601")) == 1


def test_time_after_rolls_to_a_working_day_where_the_rule_says_so(tmp_path: Path) -> None:
    # 12 Feb and a month are Friday 12 March; 13 Feb would be a Saturday: the end rolls to Monday 15 March.
    fields = "{form: lag-max, value: 1, unit: months, from: a, to: b, rolls: %s}"
    tasks = """
        tasks:
          first: {must-start-on: 2027-02-13, calendar: always, tags: [a]}
          second: {must-start-on: 2027-03-15, calendar: always, after: [first], tags: [b]}
        """
    assert _own(tmp_path, fields[1:-1].replace(", ", "\n    ") % "true", tasks) == []
    assert _own(tmp_path, fields[1:-1].replace(", ", "\n    ") % "false", tasks) == [
        (
            "TP601",
            (
                "second finishes on 2027-03-15, 2 days late by ours (Our rules, 7 §): "
                "at most 1 month from first to the end of second"
            ),
        )
    ]


def test_a_negotiation_counts_from_its_start() -> None:
    text = """
        rules: [fi/employment]
        rule-parameters: {coop-talks-three-weeks: false}
        tasks:
          talk: {duration: 6d, tags: [change-negotiations-begin]}
          decide: {duration: 1d, after: [talk], tags: [staff-cut-decision]}
        """
    # From Monday 11 to Monday 18 January are seven days; the talks end that day.
    assert messages(text, "TP601") == []
    (message,) = messages(text.replace("6d", "4d"), "TP601")
    assert message.startswith("decide starts on 2027-01-15, 3 days too early by coop-talks-seven-days (")


def test_a_notice_that_counts_from_the_end_of_its_month() -> None:
    text = """
        rules: [fi/premises]
        tasks:
          notice: {duration: 1d, tags: [lease-notice]}
          leave: {must-start-on: 2027-02-27, calendar: always, after: [notice], tags: [lease-end]}
        """
    # Given on 11 January, counted from the 31st, a month ends on 28 February.
    (finding,) = found(text, "TP601")
    assert "leave starts on 2027-02-27, 1 day too early" in finding.message
    assert "would still do on 2026-12-31" in finding.hint
    assert messages(text.replace("02-27", "02-28"), "TP601") == []


def test_of_time_from_the_start_of_a_task_the_hint_tells_its_start() -> None:
    text = """
        rules: [fi/employment]
        rule-parameters: {coop-talks-three-weeks: false}
        tasks:
          talk: {duration: 4d, tags: [change-negotiations-begin]}
          decide: {duration: 1d, after: [talk], tags: [staff-cut-decision]}
        """
    (finding,) = found(text, "TP601")
    assert "decide starts on 2027-01-15, 3 days too early" in finding.message
    assert finding.hint.startswith(
        "talk, forecast to start on 2027-01-11, would still do if it started on 2027-01-08; "
    )


def test_a_rule_that_its_author_is_not_sure_of_is_told_as_such() -> None:
    text = """
        rules: [fi/data]
        tasks:
          move: {duration: 1d, tags: [data-migration]}
          tell: {duration: 1d, after: [move FS+40d], tags: [privacy-notice]}
        """
    (finding,) = found(text, "TP601")
    assert finding.hint.endswith(" (Made from: memory; certainty: medium.)")


def test_outside_a_window_the_hint_tells_when_it_opens_again(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(
        dedent(OWN).format(
            id="ours", fields="{form: window, open: 03-01..03-31, to: a}"[1:-1].replace(", ", "\n    ")
        )
    )
    head = yaml.safe_dump(HEAD | {"rules": ["ours.yaml"]})
    (tmp_path / "plan.yaml").write_text(f"{head}tasks: {{apply: {{duration: 1d, tags: [a]}}}}")
    (finding,) = (each for each in check(load(tmp_path), today=TODAY) if each.code == "TP601")
    assert finding.hint.startswith("It would still do on 2026-03-31, or again from 2027-03-01 on; ")


def test_what_comes_first_is_compared_by_the_minute(tmp_path: Path) -> None:
    tasks = """
        tasks:
          first: {{duration: 1d, tags: [a]}}
          second: {{duration: 1d, after: [first {link}], tags: [b]}}
        """
    fields = "form: precedence\n    from: a\n    to: b"
    assert _own(tmp_path, fields, tasks.format(link="FS")) == []
    assert _own(tmp_path, fields, tasks.format(link="SS+4h")) == [
        (
            "TP601",
            "second starts on 2027-01-11, hours too early by ours (Our rules, 7 §): first ends before second starts",
        )
    ]


def test_a_yearly_deadline_after_and_before(tmp_path: Path) -> None:
    tasks = """
        tasks:
          first: {duration: 1d, tags: [a]}
          second: {must-start-on: 2027-05-03, after: [first], tags: [b]}
        """
    fields = "form: deadline\n    day: {day}\n    binds: {binds}\n    from: a\n    to: b"
    assert _own(tmp_path, fields.format(day="04-30", binds="to"), tasks) == [
        (
            "TP601",
            "second finishes on 2027-05-03, 3 days late by ours (Our rules, 7 §): second by 04-30 after first",
        )
    ]
    assert _own(tmp_path, fields.format(day="01-10", binds="from"), tasks) == [
        (
            "TP601",
            "first finishes on 2027-01-11, 1 day late by ours (Our rules, 7 §): first by 01-10 before second",
        )
    ]
    assert _own(tmp_path, fields.format(day="05-03", binds="to"), tasks) == []
    assert _own(tmp_path, fields.format(day="01-11", binds="from"), tasks) == []


def test_an_application_outside_its_round_is_a_warning() -> None:
    text = """
        rules: [fi/funding]
        tasks:
          apply: {{duration: 5d, must-start-on: 2027-{day}, tags: [city-grant-application]}}
        """
    assert messages(text.format(day="08-30"), "TP602") == []
    assert messages(text.format(day="09-20"), "TP602") == []
    (message,) = messages(text.format(day="09-21"), "TP602")
    assert message.startswith("apply finishes on 2027-09-27, 3 days late by city-tpo-grant-september (")
    assert message.endswith("apply inside 09-01..09-24")


def test_a_task_with_both_tags_is_measured_from_its_start_where_the_rule_counts_so() -> None:
    text = """
        rules: [fi/funding]
        tasks:
          accounts: {{duration: {days}d, tags: [year-end, annual-accounts]}}
        """
    # Four months from 11 January end on 11 May, after 87 working days.
    assert messages(text.format(days=87), "TP601") == []
    (message,) = messages(text.format(days=88), "TP601")
    assert message.startswith("accounts finishes on 2027-05-12, 1 day late by annual-accounts-four-months (")


def test_what_is_done_is_not_looked_at() -> None:
    text = """
        rules: [fi/licence]
        tasks:
          apply: {duration: 5d, finished: 2027-01-15, started: 2027-01-11, tags: [licence-application]}
          begin: {after: [apply], started: 2027-01-18, finished: 2027-01-18, tags: [licensed-operation-start]}
        """
    assert messages(text, "TP601") == []


def test_a_rule_that_does_not_apply_is_silent() -> None:
    text = """
        rules: [fi/licence]
        rule-parameters: {tpo-licence-year-ahead: false}
        tasks:
          apply: {duration: 5d, tags: [licence-application]}
          begin: {after: [apply], tags: [licensed-operation-start]}
        """
    assert messages(text, "TP601", "TP602") == []
