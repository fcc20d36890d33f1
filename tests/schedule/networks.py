"""Random plans for property tests: mixed links, lags, calendars, phases, fixed dates and progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    import random

CALENDARS: dict[str, Any] = {
    "office": {
        "week": "mon-fri 08:00-12:00 13:00-17:00",
        "closed": [{"from": "2027-01-25", "to": "2027-01-29"}],
    },
    "evening": {"week": "mon-thu 16:00-20:00"},
    "board": {"within": "office", "only": {"rrule": "FREQ=WEEKLY;BYDAY=TU", "from": "2020-01-07"}},
}

ROLES: dict[str, Any] = {
    "lead": {},
    "clerk": {"calendar": "office"},
    "singer": {"calendar": "evening"},
    "board": {"calendar": "board"},
}

KINDS = ("FS", "FS", "SS", "FF", "SF")
_LAGS = ("", "", "", "+1d", "+3h", "-2h", "+2ed", "+50%", "-1d", "+1emo")
_DATES = ("2027-01-06", "2027-01-14", "2027-01-20", "2027-02-03", "2027-03-09")
_FIXED = (
    "start-no-earlier-than",
    "finish-no-earlier-than",
    "start-no-later-than",
    "finish-no-later-than",
    "must-start-on",
    "must-finish-on",
    "deadline",
)


@st.composite
def tasks(draw: st.DrawFn, *, most: int = 9, plain: bool = False) -> dict[str, Any]:
    """The tasks of a plan without cycles; `plain`: only what a naive scheduler knows (links, lags, calendars)."""
    entries: dict[str, Any] = {}
    for number in range(draw(st.integers(2, most))):
        task: dict[str, Any] = {
            "duration": draw(st.sampled_from(("0d", "2h", "6h", "1d", "3d", "2ed"))),
            "after": draw(links(number)),
        }
        if draw(st.booleans()):
            task["calendar"] = draw(st.sampled_from(sorted(CALENDARS)))
        if not plain:
            task |= draw(dates()) | draw(roles())
        entries[f"t{number}"] = task
    return entries if plain else draw(phased(entries))


@st.composite
def links(draw: st.DrawFn, number: int) -> list[str]:
    """Links to some of the tasks before a number."""
    preds = draw(st.lists(st.integers(0, number - 1), max_size=3, unique=True)) if number else []
    kinds = st.sampled_from(KINDS)
    return [f"t{pred} {draw(kinds)}{draw(st.sampled_from(_LAGS))}" for pred in preds]


@st.composite
def roles(draw: st.DrawFn) -> dict[str, Any]:
    """Now and then some roles."""
    if draw(st.integers(0, 3)):
        return {}
    owner, *others = draw(st.lists(st.sampled_from(sorted(ROLES)), min_size=1, max_size=3, unique=True))
    return {"owner": owner, "involves": others, "ignore-role-calendars": draw(st.integers(0, 4)) == 0}


@st.composite
def dates(draw: st.DrawFn) -> dict[str, Any]:
    """Now and then a fixed date, progress or dates set by hand."""
    choice = draw(st.integers(0, 13))
    if choice <= 2:
        return {draw(st.sampled_from(_FIXED)): draw(st.sampled_from(_DATES))}
    others: dict[int, dict[str, Any]] = {
        3: {"started": "2027-01-12", "done": draw(st.sampled_from(("0%", "40%")))},
        4: {"started": "2027-01-12", "finished": "2027-01-15"},
        5: {"manual": {"start": "2027-01-18", "finish": "2027-01-20"}},
        6: {"as-late-as-possible": True},
        7: {"started": "2027-01-08", "remaining": "6h", "resumes": draw(st.sampled_from(_DATES))},
        8: {"active": False},
    }
    return others.get(choice, {})


@st.composite
def phased(draw: st.DrawFn, entries: dict[str, Any]) -> dict[str, Any]:
    """The same tasks with a run of them in a phase, that may follow a task before it and lead one behind it."""
    ids = list(entries)
    first = draw(st.integers(0, len(ids)))
    last = draw(st.integers(first, len(ids)))
    if first == last:
        return entries
    phase: dict[str, Any] = {"tasks": {id_: entries[id_] for id_ in ids[first:last]}}
    follows = draw(st.booleans())
    if first and follows:
        phase["after"] = [f"{ids[first - 1]} {draw(st.sampled_from(('FS', 'SS+1d', 'FF')))}"]
    held = draw(st.integers(0, 5))
    if held == 0:
        phase["start-no-earlier-than"] = draw(st.sampled_from(_DATES))
    elif held == 1:
        phase["manual"] = {"start": "2027-01-14", "finish": draw(st.sampled_from(_DATES[1:]))}
    behind = {id_: entries[id_] for id_ in ids[last:]}
    leads = draw(st.booleans())
    if behind and leads:
        task = behind[ids[last]]
        task["after"] = [*task["after"], f"phase {draw(st.sampled_from(('FS', 'SS', 'FF+1d', 'FS+50%')))}"]
    return {**{id_: entries[id_] for id_ in ids[:first]}, "phase": phase, **behind}


def wide(rng: random.Random, size: int = 40) -> dict[str, Any]:
    """A layered plan in phases, evenly random: Hypothesis prefers small plans, in which few tasks lead to several."""
    entries: dict[str, Any] = {}
    for number in range(size):
        preds = rng.sample(range(max(0, number - 12), number), min(number, rng.randint(1, 3)))
        task: dict[str, Any] = {
            "duration": rng.choice(("0d", "3h", "1d", "2d", "5d", "2ed")),
            "after": [f"t{pred} {rng.choice(KINDS)}{rng.choice(_LAGS)}" for pred in preds],
        }
        if rng.random() < 0.3:
            task["calendar"] = rng.choice(("evening", "office"))
        if rng.random() < 0.1:
            task[rng.choice(_FIXED)] = rng.choice(_DATES)
        phase = number // 8
        if number % 8 == 0 and phase:
            task["after"].append(f"p{phase - 1} {rng.choice(('FS', 'SS+1d', 'FF'))}")
        entries.setdefault(f"p{phase}", {"tasks": {}})["tasks"][f"t{number}"] = task
    return entries
