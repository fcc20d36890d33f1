from __future__ import annotations

import pytest
from tests.tui.plans import SMALL, STUDY

from transition_planner.compare.merge.planmerge import merged
from transition_planner.locales import speaking
from transition_planner.planfile.loading import parse
from transition_planner.tui.file.clashes import named, told

ASK = "      ask:  # the members\n        title: {fi: Kysy, en: Ask}\n        duration: 5d\n        owner: lead\n"


def said(base: str, ours: tuple[str, str], theirs: tuple[str, str]) -> list[str]:
    """What is told of the conflicts of two replacements in a plan."""
    assert all(base.count(old) == 1 for old, _new in (ours, theirs))
    here, there = base.replace(*ours), base.replace(*theirs)
    plans = [parse(each).plan for each in (here, there)]
    return [told(each, plans) for each in merged(base, here, there).clashes]


@pytest.mark.parametrize(
    ("old", "ours", "theirs", "sentence"),
    [
        (
            "5d\n        owner",
            "6d\n        owner",
            "9d\n        owner",
            "“Ask”, Duration: here 6d, in the file 9d",
        ),
        (
            "after: [draft]",
            "after: [draft, look]",
            "after: [draft SS]",
            "“Agreed”, After: here draft, look, in the file draft SS",
        ),
        (
            "en: Ask}",
            "en: Ask all}",
            "en: Ask them}",
            "“Ask all”, Title (en): here Ask all, in the file Ask them",
        ),
        (
            "deadline: 2027-01-29",
            "deadline: {date: 2027-01-29, why: fair}",
            "deadline: 2027-01-30",
            "“Agreed”, Deadline: here date 2027-01-29, why fair, in the file 2027-01-30",
        ),
        (
            "start: 2027-01-11",
            "start: 2027-01-12",
            "start: 2027-01-13",
            "Start: here 2027-01-12, in the file 2027-01-13",
        ),
        (
            "mon-fri 08",
            "mon-thu 08",
            "mon-sat 08",
            "calendar office, Week: here mon-thu 08:00-12:00 13:00-17:…, in the file mon-sat 08:00-12:00 13:00-17:…",
        ),
        (ASK, "", ASK.replace("5d", "6d"), "“Ask”: here removed, in the file title Ask, duration 6d, owner…"),
    ],
)
def test_what_both_changed_is_told_by_title_and_line(old: str, ours: str, theirs: str, sentence: str) -> None:
    assert said(
        SMALL.replace(", look]", "]").replace("        after: [ask]\n", ""), (old, ours), (old, theirs)
    ) == [sentence]


def test_it_is_told_in_finnish() -> None:
    with speaking("fi"):
        [sentence] = said(SMALL, ("duration: 2d", "duration: 3d"), ("duration: 2d", "duration: 4d"))
    assert sentence == "”Katso”, Kesto: täällä 3d, tiedostossa 4d"


def test_tasks_with_two_new_ids_are_told_by_their_titles() -> None:
    sentences = said(
        SMALL.replace(", look]", "]"), ("      look:\n", "      see:\n"), ("      look:\n", "      watch:\n")
    )
    assert sentences == ["“Look”: here see, in the file watch"]


def test_a_task_without_a_title_is_told_by_its_id() -> None:
    plan = parse(STUDY).plan
    assert named("no-such", (plan,)) == "“no-such”"
