from __future__ import annotations

import pytest
from tests.tui.plans import HEAD, ODD, SMALL, state

from transition_planner.locales import speaking
from transition_planner.planfile.edits import AddLink, RemoveLink, RenameTask, SetField
from transition_planner.tui.fields import Mistyped, added, edits, form_fields, values

PLAN = state().schedule.plan
TASKS = {**PLAN.tasks["prepare"].tasks, **PLAN.tasks["decide"].tasks}  # type: ignore[dict-item]  # phases have tasks


def edited(id_: str, **typed: str) -> tuple[object, ...]:
    named = {name.replace("_", "-"): text for name, text in typed.items()}
    return edits(PLAN, id_, TASKS[id_], {**values(id_, TASKS[id_], "en"), **named}, "en")


def mistake(id_: str, **typed: str) -> tuple[str, str]:
    with pytest.raises(Mistyped) as raised:
        edited(id_, **typed)
    return raised.value.field, raised.value.message


def test_the_form_shows_what_the_file_says() -> None:
    assert values("sign", TASKS["sign"], "en") == {
        "title-fi": "Allekirjoita",
        "title-en": "Sign",
        "id": "sign",
        "duration": "1d",
        "range": "",
        "after": "agree, look",
        "calendar": "",
        "owner": "",
        "start-no-earlier-than": "",
        "deadline": "",
        "done": "",
        "note": "",
    }
    assert values("agree", TASKS["agree"], "en")["deadline"] == "2027-01-29"
    assert set(values("ask", TASKS["ask"], "en")) == {field.name for field in form_fields()}


def test_nothing_changed_is_no_edit() -> None:
    assert edited("sign") == ()


def test_each_changed_field_is_one_edit() -> None:
    assert edited("ask", duration="2w", owner="") == (
        SetField("ask", "duration", "2w"),
        SetField("ask", "owner", None),
    )
    assert edited("ask", range="4d..8d", done="40%", calendar="always") == (
        SetField("ask", "range", "4d..8d"),
        SetField("ask", "calendar", "always"),
        SetField("ask", "done", "40%"),
    )


def test_links_are_added_and_removed_one_by_one() -> None:
    assert edited("sign", after="agree FS+5d, ask") == (
        RemoveLink("sign", "agree"),
        RemoveLink("sign", "look"),
        AddLink("sign", "agree FS+5d"),
        AddLink("sign", "ask"),
    )


def test_a_new_id_comes_last() -> None:
    assert edited("ask", id="ask-all", duration="6d") == (
        SetField("ask", "duration", "6d"),
        RenameTask("ask", "ask-all"),
    )


def test_titles_are_written_by_language() -> None:
    assert edited("ask", title_en="Ask all") == (SetField("ask", "title", {"fi": "Kysy", "en": "Ask all"}),)
    assert edited("ask", title_fi="", title_en="") == (SetField("ask", "title", None),)


def test_a_title_without_languages_stays_so_until_another_is_given() -> None:
    plan = state(ODD).schedule.plan
    task = plan.tasks["late"]
    shown = values("late", task, "en")
    assert (shown["title-en"], shown["title-fi"]) == ("Late", "")
    assert edits(plan, "late", task, {**shown, "title-en": "Too late"}, "en") == (
        SetField("late", "title", "Too late"),
    )
    assert edits(plan, "late", task, {**shown, "title-fi": "Myöhässä"}, "en") == (
        SetField("late", "title", {"fi": "Myöhässä", "en": "Late"}),
    )


def test_a_note_keeps_its_other_languages() -> None:
    text = HEAD + "tasks: {one: {note: {fi: Huom, en: Mind}}}\n"
    plan = state(text).schedule.plan
    shown = values("one", plan.tasks["one"], "en")
    assert edits(plan, "one", plan.tasks["one"], {**shown, "note": "Mind it"}, "en") == (
        SetField("one", "note", {"fi": "Huom", "en": "Mind it"}),
    )


def test_a_date_keeps_its_reason() -> None:
    text = HEAD + "tasks: {one: {deadline: {date: 2027-02-01, why: law}}}\n"
    plan = state(text).schedule.plan
    shown = values("one", plan.tasks["one"], "en")
    assert edits(plan, "one", plan.tasks["one"], {**shown, "deadline": "2027-03-01"}, "en") == (
        SetField("one", "deadline", {"date": "2027-03-01", "why": "law"}),
    )


def test_mistakes_are_told_with_their_field() -> None:
    assert mistake("ask", duration="eight") == (
        "duration",
        "'eight' is not a duration: write an amount and a unit, for example 8d, 2w, 4h or 1emo",
    )
    assert mistake("ask", calendar="offise") == (
        "calendar",
        "there is no calendar offise. Did you mean office?",
    )
    assert mistake("ask", owner="leed") == ("owner", "there is no role leed. Did you mean lead?")
    assert mistake("ask", after="drift") == ("after", "there is no task drift. Did you mean draft?")
    assert mistake("ask", deadline="2027-02-30") == ("deadline", "there is no 2027-02-30 in the calendar")
    assert mistake("ask", done="most") == ("done", "'most' is not a share: write 0% to 100%")
    assert mistake("ask", id="sign") == ("id", "the id sign is taken")
    assert mistake("sign", after="ask FX")[0] == "after"


def test_mistakes_are_told_in_finnish() -> None:
    with speaking("fi"):
        field, message = mistake("ask", duration="eight")
    assert field == "duration"
    assert "eight" in message


def test_a_new_task_has_what_was_typed() -> None:
    typed = {field.name: "" for field in form_fields()}
    assert added(PLAN, {**typed, "title-en": "New", "duration": "3d", "after": "ask, draft SS"}, "en") == {
        "title": "New",
        "duration": "3d",
        "after": ["ask", "draft SS"],
    }


def test_a_new_task_needs_a_title() -> None:
    typed = {field.name: "" for field in form_fields()}
    with pytest.raises(Mistyped) as raised:
        added(PLAN, typed, "fi")
    assert raised.value.field == "title-fi"


def test_the_text_of_the_plan_keeps_its_comments_through_the_form() -> None:
    found = state(at="ask").edit(edited("ask", duration="7d"))  # type: ignore[arg-type]  # edits, as asserted above
    assert found.history.document.text == SMALL.replace(
        "duration: 5d\n        owner", "duration: 7d\n        owner"
    )
