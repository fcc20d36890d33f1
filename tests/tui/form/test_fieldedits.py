from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.plans import HEAD, MODELS, ODD, SMALL, state

from transition_planner.locales import speaking
from transition_planner.plan.task import Task
from transition_planner.planfile.edits import (
    AddLink,
    RemoveLink,
    RenameTask,
    SetField,
    SetPlanField,
)
from transition_planner.tui.form.fieldedits import added, edits
from transition_planner.tui.form.fieldtexts import values
from transition_planner.tui.form.mistyped import Mistyped

if TYPE_CHECKING:
    from transition_planner.planfile.edits import (
        Edit,
    )

PLAN = state().schedule.plan
BLANK = values("", Task(), "en")


def edited(id_: str, text: str = SMALL, model: str | None = None, **typed: str) -> tuple[Edit, ...]:
    schedule = state(text, model=model).schedule
    named = {name.replace("_", "-").strip("-"): text for name, text in typed.items()}
    return edits(schedule.plan, schedule.outline, id_, named, "en")


def mistake(id_: str, **typed: str) -> tuple[str, str]:
    with pytest.raises(Mistyped) as raised:
        edited(id_, **typed)
    return raised.value.field, raised.value.message


def test_nothing_changed_is_no_edit() -> None:
    assert edited("sign") == ()


def test_each_changed_field_is_one_edit() -> None:
    assert edited("ask", duration="2w", owner="") == (
        SetField("ask", "duration", "2w"),
        SetField("ask", "owner", None),
    )
    assert edited("ask", range="4d..8d", calendar="always", done="40%") == (
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
    assert edited("late", ODD, title_en="Too late") == (SetField("late", "title", "Too late"),)
    assert edited("late", ODD, title_fi="Myöhässä") == (
        SetField("late", "title", {"fi": "Myöhässä", "en": "Late"}),
    )


def test_a_note_keeps_its_other_languages() -> None:
    text = HEAD + "tasks: {one: {note: {fi: Huom, en: Mind}}, two: {note: Mind}}\n"
    assert edited("one", text, note="Mind it") == (SetField("one", "note", {"fi": "Huom", "en": "Mind it"}),)
    assert edited("one", text, note="") == (SetField("one", "note", {"fi": "Huom"}),)
    assert edited("two", text, note="") == (SetField("two", "note", None),)


def test_a_date_is_typed_with_its_reason_behind_it() -> None:
    text = HEAD + "tasks: {one: {deadline: {date: 2027-02-01, why: {fi: laki, en: law}}, duration: 1d}}\n"
    assert edited("one", text, deadline="2027-03-01 law") == (
        SetField("one", "deadline", {"date": "2027-03-01", "why": {"fi": "laki", "en": "law"}}),
    )
    assert edited("one", text, deadline="2027-03-01") == (
        SetField("one", "deadline", {"date": "2027-03-01", "why": {"fi": "laki"}}),
    )
    assert edited("ask", deadline="2027-03-01, the meeting") == (
        SetField("ask", "deadline", {"date": "2027-03-01", "why": "the meeting"}),
    )
    assert edited("agree", deadline="2027-02-01") == (SetField("agree", "deadline", "2027-02-01"),)
    assert edited("agree", deadline="") == (SetField("agree", "deadline", None),)


def test_dates_by_hand_are_typed_as_a_span_with_its_reason() -> None:
    assert edited("ask", manual="2027-02-01..2027-02-05 agreed so") == (
        SetField("ask", "manual", {"start": "2027-02-01", "finish": "2027-02-05", "why": "agreed so"}),
    )
    assert mistake("ask", manual="2027-02-01")[1].endswith("is not a span: write 2027-06-01..2027-06-18")
    assert "before it starts" in mistake("ask", manual="2027-02-05..2027-02-01")[1]


def test_flags_are_yes_or_no_and_no_more_than_that() -> None:
    assert edited("ask", key="yes") == (SetField("ask", "key", value=True),)
    assert edited("ask", key="y", active="no") == (
        SetField("ask", "key", value=True),
        SetField("ask", "active", value=False),
    )
    assert edited("ask", text=SMALL.replace("owner: lead", "key: true"), key="no") == (
        SetField("ask", "key", None),
    )
    assert mistake("ask", key="maybe") == ("key", "'maybe' is neither yes nor no")
    with speaking("fi"):
        assert edited("ask", key="kyllä") == (SetField("ask", "key", value=True),)


def test_lists_are_typed_with_commas() -> None:
    assert edited("ask", tags="dismissal,  notice ,") == (SetField("ask", "tags", ["dismissal", "notice"]),)
    assert edited("ask", involves="lead") == (SetField("ask", "involves", ["lead"]),)
    assert mistake("ask", involves="lead, leed") == ("involves", "there is no role leed. Did you mean lead?")
    assert edited("only-one", MODELS, in_="one, two") == (SetField("only-one", "in", ["one", "two"]),)


def test_a_field_that_the_model_overrides_is_changed_there() -> None:
    text = MODELS.replace(
        "Yhdessä, en: Together}}", "Yhdessä, en: Together}, overrides: {both: {duration: 7d}}}"
    )
    assert edited("both", text, "one", duration="9d") == (
        SetPlanField(("models", "one", "overrides", "both", "duration"), "9d"),
    )
    assert edited("both", text, "two", duration="9d") == (SetField("both", "duration", "9d"),)


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
    typed = {**BLANK, "title-en": "New", "duration": "3d", "after": "ask, draft SS", "key": "yes"}
    assert added(PLAN, typed, "en") == {
        "title": "New",
        "duration": "3d",
        "after": ["ask", "draft SS"],
        "key": True,
    }


def test_a_new_task_needs_a_title() -> None:
    with pytest.raises(Mistyped) as raised:
        added(PLAN, BLANK, "fi")
    assert raised.value.field == "title-fi"


def test_the_text_of_the_plan_keeps_its_comments_through_the_form() -> None:
    found = state(at="ask").edit(edited("ask", duration="7d"))
    assert found.history.document.text == SMALL.replace(
        "duration: 5d\n        owner", "duration: 7d\n        owner"
    )
