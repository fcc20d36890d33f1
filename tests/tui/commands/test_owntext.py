from __future__ import annotations

import pytest
from tests.tui.plans import HEAD, SMALL, history

from transition_planner.planfile.loading import PlanFileError
from transition_planner.tui.commands.owntext import OwnText


def own(task: str, text: str = SMALL) -> OwnText:
    return OwnText.of_task(history(text).document, task)


def test_a_tasks_lines_stand_at_the_left_edge() -> None:
    assert own("ask").text == (
        "ask:  # the members\n  title: {fi: Kysy, en: Ask}\n  duration: 5d\n  owner: lead\n"
    )
    assert own("ask").first_line == SMALL[: SMALL.index("ask:")].count("\n") + 1


def test_a_phase_comes_with_all_inside_it() -> None:
    assert own("decide").text.startswith("decide:\n  title: ")
    assert own("decide").text.endswith("after: [agree, look]\n")


@pytest.mark.parametrize("task", ["prepare", "ask", "look", "sign"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_put_back_as_they_were_change_nothing(task: str, newline: str) -> None:
    text = SMALL.replace("\n", newline)
    piece = own(task, text)
    assert piece.put_back(piece.text).text == text
    assert piece.put_back(piece.text.replace("\r\n", "\n").rstrip("\n")).text == text


def test_changed_lines_are_moved_back_to_their_place() -> None:
    document = own("ask").put_back("ask:\n  duration: 8d\n\n  owner: lead\n")
    assert (
        "    tasks:\n      ask:\n        duration: 8d\n\n        owner: lead\n      draft:\n" in document.text
    )


def test_a_last_line_without_an_end_stays_so() -> None:
    text = SMALL.rstrip("\n")
    piece = own("sign", text)
    assert piece.put_back(piece.text).text == text


def test_a_task_that_shares_its_line_is_edited_with_the_whole_file() -> None:
    text = HEAD + "tasks: {one: {duration: 1d}, two: {}}\n"
    assert own("one", text).text == text


def test_what_is_no_plan_is_refused_with_its_place() -> None:
    with pytest.raises(PlanFileError) as raised:
        own("ask").put_back("ask:\n  durasion: 8d\n")
    place = raised.value.findings[0].place
    assert place is not None
    assert place.line == own("ask").first_line + 1
