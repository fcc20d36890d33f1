from __future__ import annotations

import pytest
from tests.checks.small import found, messages

TEXT = """
    tasks:
      draft: {{duration: 10d}}
      plan: {{duration: 1d}}
      hearing: {{duration: 2d, after: [plan, draft], {field}: {limit}}}
    """


@pytest.mark.parametrize(
    ("field", "day", "late"),
    [
        # Links lead to Monday 25 and Tuesday 26 Jan.
        ("must-start-on", "2027-01-25", "5 days late"),
        ("start-no-later-than", "2027-01-25", "5 days late"),
        ("must-finish-on", "2027-01-26", "6 days late"),
        ("finish-no-later-than", "2027-01-26", "6 days late"),
    ],
)
def test_the_day_that_links_lead_to_is_told(field: str, day: str, late: str) -> None:
    (finding,) = found(TEXT.format(field=field, limit="2027-01-20"), "TP203")
    assert finding.message == (
        f"hearing cannot keep {field} 2027-01-20: what it waits for leads to {day}, {late}"
    )
    assert finding.hint.startswith("What holds it is `after: draft`; `transition-planner why hearing` ")
    assert finding.at == ("tasks", "hearing", field)


@pytest.mark.parametrize(
    ("field", "limit"),
    [
        ("must-start-on", "2027-01-25"),
        ("must-start-on", "2027-02-03"),
        ("start-no-later-than", "2027-01-25"),
        ("must-finish-on", "2027-01-26"),
        ("finish-no-later-than", "2027-01-26"),
    ],
)
def test_a_date_that_links_let_it_keep_is_fine(field: str, limit: str) -> None:
    assert messages(TEXT.format(field=field, limit=limit), "TP203") == []


def test_a_deadline_has_a_rule_of_its_own() -> None:
    assert messages(TEXT.format(field="deadline", limit="2027-01-20"), "TP203") == []


def test_what_holds_a_task_without_links_is_its_own_date() -> None:
    (finding,) = found(
        "tasks: {a: {duration: 5d, start-no-earlier-than: 2027-03-01, must-finish-on: 2027-02-01}}", "TP203"
    )
    assert finding.hint.startswith("What holds it is `start-no-earlier-than: 2027-03-01`;")


def test_what_holds_a_task_is_its_phase_where_that_starts_later_than_all_else() -> None:
    text = """
        tasks:
          before: {duration: 1d}
          phase:
            start-no-earlier-than: 2027-03-01
            tasks:
              a: {duration: 5d, after: [before], must-finish-on: 2027-02-01}
        """
    (finding,) = found(text, "TP203")
    assert "what it waits for leads to 2027-03-05" in finding.message
    assert finding.hint.startswith("What holds it is its phase phase;")


def test_what_holds_a_task_is_its_own_date_where_that_is_later_than_its_links() -> None:
    text = """
        tasks:
          before: {duration: 1d}
          a: {duration: 5d, after: [before], start-no-earlier-than: 2027-03-01, must-finish-on: 2027-02-01}
        """
    (finding,) = found(text, "TP203")
    assert finding.hint.startswith("What holds it is `start-no-earlier-than: 2027-03-01`;")
