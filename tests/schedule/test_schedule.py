"""Dates worked out by hand. January 2027: the 11th is a Monday; weeks run 11-15, 18-22, 25-29."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.schedule.cycle import CycleError
from transition_planner.worktime.instant import from_date, to_datetime

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schedule.conftest import ById


def test_a_task_without_links_starts_with_the_plan(scheduled: Callable[..., ById]) -> None:
    assert scheduled({"a": {"duration": "5d"}}).days("a") == ("2027-01-11", "2027-01-15")


def test_a_successor_starts_on_the_next_working_day(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"a": {"duration": "5d"}, "b": {"duration": "1d", "after": ["a"]}})
    assert found.days("b") == ("2027-01-18", "2027-01-18")


@pytest.mark.parametrize(
    ("link", "days"),
    [
        ("a FS", ("2027-01-18", "2027-01-19")),
        ("a FS+3d", ("2027-01-21", "2027-01-22")),
        ("a FS-2d", ("2027-01-14", "2027-01-15")),
        ("a FS+2ed", ("2027-01-18", "2027-01-19")),
        # A month after Friday 15 January 17:00 is Monday 15 February 17:00.
        ("a FS+1emo", ("2027-02-16", "2027-02-17")),
        ("a FS+40%", ("2027-01-20", "2027-01-21")),
        ("a SS", ("2027-01-11", "2027-01-12")),
        ("a SS+3d", ("2027-01-14", "2027-01-15")),
        ("a FF", ("2027-01-14", "2027-01-15")),
        ("a FF+1d", ("2027-01-15", "2027-01-18")),
        ("a SF+4d", ("2027-01-13", "2027-01-14")),
    ],
)
def test_each_type_of_link_binds_its_ends(
    scheduled: Callable[..., ById], link: str, days: tuple[str, str]
) -> None:
    found = scheduled({"a": {"duration": "5d"}, "b": {"duration": "2d", "after": [link]}})
    assert found.days("b") == days


def test_no_link_takes_a_task_before_the_plan_starts(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"a": {"duration": "1d"}, "b": {"duration": "5d", "after": ["a FF"]}})
    assert found.days("b") == ("2027-01-11", "2027-01-15")


def test_a_milestone_stays_at_the_end_of_the_day_before_it(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {"a": {"duration": "5d"}, "done": {"after": ["a"]}, "b": {"duration": "1d", "after": ["done"]}}
    )
    assert found.days("done") == ("2027-01-15", "2027-01-15")
    assert found.days("b") == ("2027-01-18", "2027-01-18")


def test_floats_are_counted_in_the_tasks_own_days(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "a": {"duration": "2d"},
            "long": {"duration": "5d", "after": ["a"]},
            "short": {"duration": "1d", "after": ["a"]},
            "shorter": {"duration": "1d", "after": ["short"]},
            "end": {"after": ["long", "shorter"]},
        }
    )
    assert [found.float_days(id_) for id_ in ("a", "long", "short", "shorter", "end")] == [0, 0, 3, 3, 0]
    assert [found.free_days(id_) for id_ in ("a", "long", "short", "shorter", "end")] == [0, 0, 0, 3, 0]
    assert found.critical() == {"a", "long", "end"}


def test_a_task_is_nearly_critical_up_to_the_plans_limit(scheduled: Callable[..., ById]) -> None:
    tasks: dict[str, Any] = {
        "long": {"duration": "9d"},
        "near": {"duration": "6d"},
        "far": {"duration": "5d"},
    }
    found = scheduled(tasks, limits={"near-critical": "3d"})
    assert [found.schedule.near_critical(found.row[id_]) for id_ in tasks] == [False, True, False]


def test_a_limit_above_zero_makes_more_tasks_critical(scheduled: Callable[..., ById]) -> None:
    tasks = {"long": {"duration": "9d"}, "near": {"duration": "8d"}, "far": {"duration": "5d"}}
    assert scheduled(tasks, limits={"critical": "1d"}).critical() == {"long", "near"}


def test_a_deadline_moves_nothing_and_makes_negative_float(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {"a": {"duration": "5d"}, "b": {"duration": "5d", "after": ["a"], "deadline": "2027-01-20"}}
    )
    assert found.days("b") == ("2027-01-18", "2027-01-22")
    assert [found.float_days("a"), found.float_days("b")] == [-2, -2]
    assert found.schedule.missed(found.row["b"]) == ("deadline",)


def test_a_deadline_on_the_finish_day_is_met(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"a": {"duration": "5d", "deadline": "2027-01-15"}})
    assert found.float_days("a") == 0
    assert found.schedule.missed(found.row["a"]) == ()


@pytest.mark.parametrize(
    ("field", "date", "days", "float_days"),
    [
        ("start-no-earlier-than", "2027-01-20", ("2027-01-20", "2027-01-21"), 0),
        ("finish-no-earlier-than", "2027-01-22", ("2027-01-21", "2027-01-22"), 0),
        ("must-start-on", "2027-01-21", ("2027-01-21", "2027-01-22"), 0),
        ("must-finish-on", "2027-01-22", ("2027-01-21", "2027-01-22"), 0),
        # Held before its predecessor ends: the link is broken, and the float says by how much.
        ("must-start-on", "2027-01-14", ("2027-01-14", "2027-01-15"), -2),
        ("start-no-later-than", "2027-01-14", ("2027-01-14", "2027-01-15"), -2),
        ("finish-no-later-than", "2027-01-15", ("2027-01-14", "2027-01-15"), -2),
        ("start-no-later-than", "2027-01-25", ("2027-01-18", "2027-01-19"), 0),
    ],
)
def test_constraints_hold_a_task_to_a_date(
    scheduled: Callable[..., ById], field: str, date: str, days: tuple[str, str], float_days: int
) -> None:
    found = scheduled({"a": {"duration": "5d"}, "b": {"duration": "2d", "after": ["a"], field: date}})
    assert found.days("b") == days
    assert found.float_days("b") == float_days
    assert found.schedule.missed(found.row["b"]) == ((field.replace("-", "_"),) if float_days else ())


def test_a_day_that_the_law_names_stays_that_day(scheduled: Callable[..., ById]) -> None:
    """1 January 2028 is a Saturday and a public holiday."""
    found = scheduled(
        {
            "prepare": {"duration": "5d"},
            "switch": {"calendar": "always", "must-start-on": "2028-01-01", "after": ["prepare"]},
            "report": {"duration": "1d", "after": ["switch"]},
        },
        calendars={"office": {"week": "mon-fri 08:00-12:00 13:00-17:00", "holidays": "FI"}},
    )
    assert found.days("switch") == ("2028-01-01", "2028-01-01")
    assert found.days("report") == ("2028-01-03", "2028-01-03")


def test_as_late_as_possible_takes_the_float_but_moves_nothing(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "long": {"duration": "8d"},
            "wait": {"duration": "2d", "as-late-as-possible": True},
            "end": {"duration": "1d", "after": ["long", "wait"]},
        }
    )
    assert found.days("wait") == ("2027-01-19", "2027-01-20")
    assert found.days("end") == ("2027-01-21", "2027-01-21")


def test_work_runs_on_the_tasks_own_calendar(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {"a": {"duration": "1d"}, "b": {"duration": "3d", "calendar": "saturdays", "after": ["a"]}},
        calendars={"saturdays": {"week": "sat 10:00-16:00"}},
    )
    assert found.days("b") == ("2027-01-16", "2027-01-30")


def test_a_decision_waits_for_the_next_board_meeting(scheduled: Callable[..., ById]) -> None:
    """Second Tuesdays of 2027: 12 January, 9 February, 9 March."""
    found = scheduled(
        {
            "draft": {"duration": "3d"},
            "decide": {"duration": "1d", "calendar": "board", "after": ["draft"]},
            "act": {"duration": "1d", "after": ["decide"]},
        },
        calendars={"board": {"within": "office", "only": {"rrule": "FREQ=MONTHLY;BYDAY=2TU"}}},
    )
    assert found.days("decide") == ("2027-02-09", "2027-02-09")
    assert found.days("act") == ("2027-02-10", "2027-02-10")
    # Four weeks less the day after the draft: 14 January to 8 February are 18 working days.
    assert found.float_days("draft") == 18
    assert found.float_days("decide") == 0


def test_a_lag_runs_on_the_successors_calendar(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {"a": {"duration": "1d"}, "b": {"duration": "1d", "calendar": "saturdays", "after": ["a FS+1d"]}},
        calendars={"saturdays": {"week": "sat 10:00-16:00"}},
    )
    assert found.days("b") == ("2027-01-23", "2027-01-23")


def test_elapsed_durations_run_round_the_clock(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"a": {"duration": "5d"}, "b": {"duration": "2ed", "after": ["a"]}})
    assert found.days("b") == ("2027-01-15", "2027-01-17")


def test_a_duration_by_months_ends_on_the_same_day_of_the_month(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "a": {"duration": "15d"},
            "b": {"duration": "1emo", "after": ["a"]},
            "c": {"duration": "1d", "after": ["b"]},
        }
    )
    assert found.days("a") == ("2027-01-11", "2027-01-29")
    row = found.row["b"]
    assert to_datetime(found.schedule.early_finish(row)).isoformat() == "2027-02-28T17:00:00"
    assert found.days("c") == ("2027-03-01", "2027-03-01")
    # The latest start whose month ends before 1 March: one month before 28 February at midnight.
    assert found.schedule.late_finish(row) == found.schedule.late_start(found.row["c"])


class TestPhases:
    TASKS: dict[str, Any] = {  # noqa: RUF012  # read only
        "first": {"duration": "2d"},
        "phase": {
            "after": ["first FS+1d"],
            "tasks": {"a": {"duration": "3d"}, "b": {"duration": "5d", "after": ["a SS+1d"]}},
        },
        "last": {"duration": "1d", "after": ["phase"]},
    }

    def test_a_phase_spans_its_tasks(self, scheduled: Callable[..., ById]) -> None:
        assert scheduled(self.TASKS).days("phase") == ("2027-01-14", "2027-01-21")

    def test_a_link_into_a_phase_binds_each_of_its_tasks(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(self.TASKS)
        assert found.days("a") == ("2027-01-14", "2027-01-18")
        assert found.days("b") == ("2027-01-15", "2027-01-21")

    def test_a_link_out_of_a_phase_leaves_from_its_last_task(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(self.TASKS)
        assert found.days("last") == ("2027-01-22", "2027-01-22")
        assert found.float_days("b") == 0
        assert found.float_days("a") == 0  # its start drives b

    def test_a_link_from_a_phases_start_leaves_from_its_first_task(
        self, scheduled: Callable[..., ById]
    ) -> None:
        tasks = self.TASKS | {"beside": {"duration": "1d", "after": ["phase SS+2d"]}}
        assert scheduled(tasks).days("beside") == ("2027-01-18", "2027-01-18")

    def test_a_phase_is_critical_where_a_task_of_it_is(self, scheduled: Callable[..., ById]) -> None:
        assert scheduled(self.TASKS).critical() == {"first", "phase", "a", "b", "last"}

    def test_a_phase_that_starts_no_earlier_holds_its_tasks(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(
            {"phase": {"start-no-earlier-than": "2027-01-20", "tasks": {"a": {"duration": "1d"}}}}
        )
        assert found.days("a") == ("2027-01-20", "2027-01-20")

    def test_a_phase_gives_its_float_by_its_own_dates(self, scheduled: Callable[..., ById]) -> None:
        tasks = self.TASKS | {"long": {"duration": "20d"}}
        found = scheduled(tasks)
        assert found.float_days("phase") == found.float_days("last") == 10


class TestProgress:
    def test_what_is_finished_keeps_its_dates_and_is_never_critical(
        self, scheduled: Callable[..., ById]
    ) -> None:
        found = scheduled(
            {
                "a": {"duration": "5d", "started": "2027-01-12", "finished": "2027-01-20"},
                "b": {"duration": "1d", "after": ["a"]},
            }
        )
        assert found.days("a") == ("2027-01-12", "2027-01-20")
        assert found.days("b") == ("2027-01-21", "2027-01-21")
        assert found.critical() == {"b"}

    def test_what_has_begun_ends_its_duration_after_its_start(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled({"a": {"duration": "5d", "started": "2027-01-13", "done": "40%"}})
        assert found.days("a") == ("2027-01-13", "2027-01-19")

    def test_remaining_work_lies_behind_the_status_date(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(
            {"a": {"duration": "5d", "started": "2027-01-11", "remaining": "2d"}},
            **{"status-date": "2027-01-19"},
        )
        assert found.days("a") == ("2027-01-11", "2027-01-21")

    def test_dates_set_by_hand_stay_and_drive(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(
            {
                "a": {"duration": "5d"},
                "b": {
                    "after": ["a"],
                    "duration": "2d",
                    "manual": {"start": "2027-01-13", "finish": "2027-01-14"},
                },
                "c": {"duration": "1d", "after": ["b"]},
            }
        )
        assert found.days("b") == ("2027-01-13", "2027-01-14")
        assert found.days("c") == ("2027-01-15", "2027-01-15")


class TestModels:
    TASKS: dict[str, Any] = {  # noqa: RUF012  # read only
        "look": {"duration": "5d"},
        "found": {"duration": "10d", "in": ["merger"], "after": ["look"]},
        "choose": {"duration": "1d", "after": ["look", "found"]},
    }
    HEADER: dict[str, Any] = {  # noqa: RUF012  # read only
        "models": {"merger": {}, "separate": {"overrides": {"look": {"duration": "2d"}}}}
    }

    def test_a_link_counts_where_both_ends_are_in_the_model(self, scheduled: Callable[..., ById]) -> None:
        assert scheduled(self.TASKS, model="merger", **self.HEADER).days("choose")[0] == "2027-02-01"
        assert scheduled(self.TASKS, model="separate", **self.HEADER).days("choose")[0] == "2027-01-13"

    def test_the_chosen_model_is_meant_where_none_is_named(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(self.TASKS, chosen="separate", **self.HEADER)
        assert found.schedule.model == "separate"
        assert set(found.row) == {"look", "choose"}


class TestCycles:
    def test_a_cycle_is_an_error_that_names_its_whole_path(self, scheduled: Callable[..., ById]) -> None:
        with pytest.raises(CycleError, match="a → b → c → a") as caught:
            scheduled(
                {
                    "a": {"duration": "1d", "after": ["c"]},
                    "b": {"duration": "1d", "after": ["a"]},
                    "c": {"duration": "1d", "after": ["b"]},
                    "d": {"duration": "1d", "after": ["c"]},
                }
            )
        assert caught.value.path == ("a", "b", "c", "a")

    def test_a_cycle_through_a_phase_names_the_phase(self, scheduled: Callable[..., ById]) -> None:
        with pytest.raises(CycleError) as caught:
            scheduled(
                {
                    "phase": {"tasks": {"a": {"duration": "1d", "after": ["b"]}}},
                    "b": {"duration": "1d", "after": ["phase"]},
                }
            )
        assert caught.value.path == ("a", "phase", "b", "a")


def test_an_empty_model_ends_where_the_plan_starts(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {"a": {"duration": "1d", "in": ["merger"]}}, model="separate", models={"merger": {}, "separate": {}}
    )
    assert found.schedule.finish == found.schedule.start == from_date(found.schedule.plan.start)


def test_a_long_schedule_is_shown_in_a_few_lines(scheduled: Callable[..., ById]) -> None:
    found = scheduled({f"t{number}": {"duration": "1d"} for number in range(500)}).schedule
    assert len(repr(found)) < 200
    assert len(repr(found.network)) < 100
    assert repr(found.outline) == "Outline(model=None, 500 rows)"
