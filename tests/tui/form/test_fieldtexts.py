from __future__ import annotations

from tests.tui.plans import HEAD, state

from transition_planner.tui.form.fieldtexts import values

FULL = (
    HEAD.replace("roles:\n", "models: {one: {}, two: {}}\nroles:\n")
    + """\
tasks:
  one: {duration: 2d}
  two:
    title: {fi: Kaksi, en: Two, sv: Två}
    kind: staff
    key: true
    duration: 1.5w
    range: 5d..15d
    after: [one SS+2d]
    start-no-earlier-than: {date: 2027-01-12, why: {fi: koska, en: because}}
    must-finish-on: 2027-03-01T12:00
    manual: {start: 2027-02-01, finish: 2027-02-05, why: agreed}
    started: 2027-01-13
    done: 0%
    remaining: 3d
    owner: lead
    involves: [lead, lead]
    in: [one, two]
    note: "Two\\n  lines"
"""
)


def test_the_form_shows_what_the_file_says() -> None:
    schedule = state(FULL).schedule
    told = values("two", schedule.outline.tasks[1], "en")
    assert {name: text for name, text in told.items() if text} == {
        "title-fi": "Kaksi",
        "title-en": "Two",
        "id": "two",
        "kind": "staff",
        "key": "yes",
        "decision": "no",
        "duration": "1.5w",
        "range": "5d..15d",
        "after": "one SS+2d",
        "start-no-earlier-than": "2027-01-12 because",
        "must-finish-on": "2027-03-01T12:00",
        "as-late-as-possible": "no",
        "manual": "2027-02-01..2027-02-05 agreed",
        "started": "2027-01-13",
        "done": "0%",
        "remaining": "3d",
        "active": "yes",
        "owner": "lead",
        "involves": "lead, lead",
        "ignore-role-calendars": "no",
        "in": "one, two",
        "note": "Two lines",
    }
    assert values("two", schedule.outline.tasks[1], "fi")["start-no-earlier-than"] == "2027-01-12 koska"
