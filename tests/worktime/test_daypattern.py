from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transition_planner.worktime.daypattern import FREE, WHOLE, common, day_pattern

periods = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(1, 1440)).filter(lambda period: period[0] < period[1]),
    max_size=4,
)


def minutes_of(spans: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> set[int]:
    return {minute for first, last in spans for minute in range(first, last)}


def test_an_office_day_has_its_places() -> None:
    day = day_pattern([(480, 720), (780, 960)])
    assert day.minutes == 420
    # The instants 00:01, 08:00, 08:01, 12:00, 12:01, 13:00, 13:01, 16:00 and 24:00.
    ends = [0, 479, 480, 719, 720, 779, 780, 959, 1439]
    assert [day.places[minute] for minute in ends] == [1, 1, 2, 480, 481, 481, 482, 840, 841]
    # Before any work, after its first minute, at noon, before the afternoon, at its end.
    assert [day.minutes_of[place] for place in (1, 2, 480, 481, 840)] == [480, 481, 720, 780, 960]


def test_a_free_day_and_a_whole_one_are_the_ends() -> None:
    assert (FREE.minutes, FREE.places, FREE.minutes_of) == (0, [1] * 1440, [0])
    assert (WHOLE.minutes, WHOLE.places[0], WHOLE.places[-1], WHOLE.minutes_of[-1]) == (1440, 2, 2880, 1440)


@given(periods)
def test_periods_in_any_order_are_the_set_of_their_minutes(spans: list[tuple[int, int]]) -> None:
    day = day_pattern(spans)
    assert minutes_of(day.periods) == minutes_of(spans)
    assert day.minutes == len(minutes_of(spans))
    assert all(before[1] < after[0] for before, after in zip(day.periods, day.periods[1:], strict=False))
    assert day_pattern(reversed(spans)) is day


@given(periods, periods)
def test_common_time_is_the_intersection(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    both = common(day_pattern(one), day_pattern(other))
    assert minutes_of(both.periods) == minutes_of(one) & minutes_of(other)
