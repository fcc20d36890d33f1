from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from tests.tui.plans import ODD, SMALL, state

from transition_planner.locales import speaking
from transition_planner.tui.board.columns import Relation, columns, table_heading, table_row
from transition_planner.tui.painting.ink import Ground, Ink

if TYPE_CHECKING:
    from transition_planner.tui.painting.ink import Run


def row(id_: str, width: int = 60, text: str = SMALL, relation: Relation | None = None) -> list[Run]:
    schedule = state(text).schedule
    return table_row(
        schedule,
        schedule.outline.row[id_],
        width,
        columns(width),
        Ground.PLAIN,
        frozenset({"decide"}),
        relation,
    )


def text_of(painted: list[Run]) -> str:
    return "".join(text for text, _, _ in painted)


def test_a_task_has_mark_title_dates_duration_and_float() -> None:
    heading = "     Task                      Start    Finish  Dur.  Float "
    assert text_of(table_heading(60, columns(60))) == heading
    assert text_of(row("ask")) == "●      Ask                 11 Jan 27 15 Jan 27    5d      0 "
    assert text_of(row("look")) == "       Look                11 Jan 27 12 Jan 27    2d      8 "


def test_a_phase_shows_whether_it_is_open() -> None:
    assert text_of(row("prepare")).startswith("   ▾ Preparation ")
    assert text_of(row("decide")).startswith("   ▸ Decision ")


def test_the_selected_tasks_neighbours_are_marked() -> None:
    assert text_of(row("ask", relation=Relation.PREDECESSOR)).startswith("●◂ ")
    assert text_of(row("look", relation=Relation.SUCCESSOR)).startswith(" ▸ ")


def test_critical_float_is_told_in_its_ink() -> None:
    assert row("ask")[-1] == ("     0 ", Ink.CRITICAL, Ground.PLAIN)
    assert row("look")[-1] == ("     8 ", Ink.TEXT, Ground.PLAIN)


def test_finished_tasks_are_marked_and_faint() -> None:
    painted = row("done", text=ODD)
    assert painted[0] == ("✓", Ink.DONE, Ground.PLAIN)
    assert {ink for _, ink, _ in painted[2:]} == {Ink.FAINT}


def test_a_task_without_title_shows_its_id() -> None:
    assert "bare" in text_of(row("bare", text=ODD))


@pytest.mark.parametrize("id_", ["wide", "long", "late", "bare", "done", "half"])
@pytest.mark.parametrize("width", [12, 30, 46, 60, 92])
def test_every_row_has_the_width_of_the_table(id_: str, width: int) -> None:
    assert cell_len(text_of(row(id_, width, ODD))) == width
    assert cell_len(text_of(table_heading(width, columns(width)))) == width


def test_long_titles_end_in_an_ellipsis() -> None:
    assert " goes on a… " in text_of(row("long", 46, ODD))


def test_columns_leave_from_the_left_when_room_is_short() -> None:
    assert [column.heading for column in columns(92)] == ["Start", "Finish", "Dur.", "Float"]
    assert [column.heading for column in columns(50)] == ["Finish", "Dur.", "Float"]
    assert [column.heading for column in columns(46)] == ["Finish", "Float"]
    assert [column.heading for column in columns(36)] == ["Finish"]
    assert columns(20) == ()


def test_dates_are_written_in_finnish() -> None:
    with speaking("fi"):
        assert "11.1.27   15.1.27" in text_of(row("ask"))
