"""Publishing while the line, the server or people get in the way."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.export.small import small_plan
from tests.publish.faults import Answering, Chaos, Cutting

from transition_planner.publish.caldav.trouble import ServerTrouble

if TYPE_CHECKING:
    from tests.publish.place import Place

    from transition_planner.plan.plan import Plan
    from transition_planner.publish.caldav.publishing import Published


def _actions(done: Published) -> Counter[str]:
    return Counter(step.action.value for step in done.steps)


def _plan(**tasks: dict[str, Any]) -> Plan:
    return small_plan(tasks=tasks)


FIRST = _plan(go={"title": "Go"}, stay={"must-start-on": "2027-06-01"})
MOVED = _plan(go={"title": "Go", "must-start-on": "2027-02-01"}, stay={"must-start-on": "2027-06-01"})


def _go(day: str) -> Plan:
    return _plan(go={"title": "Go", "must-start-on": day})


def _losing(request: httpx.Request, server: httpx.BaseTransport) -> httpx.Response | None:
    """The server gets what is put or deleted, and its answer is lost."""
    if request.method in {"PUT", "DELETE"}:
        server.handle_request(request).read()
        raise httpx.ReadError("cut")
    if request.method == "GET":
        raise httpx.ReadError("cut")
    return None


def test_what_was_put_is_known_as_ours_though_its_answer_was_lost_and_the_plan_changed(place: Place) -> None:
    place.publish(_go("2027-02-01"))
    for day in ("2027-02-08", "2027-02-15"):
        with pytest.raises(ServerTrouble, match="does not answer"):
            place.publish(_go(day), Answering(_losing))
    assert _actions(place.publish(_go("2027-03-01"))) == {"change": 1}
    with pytest.raises(ServerTrouble, match="does not answer"):
        place.publish(_go("2027-03-08"), Answering(_losing))
    assert _actions(place.publish(_plan(stay={}))) == {"create": 1, "delete": 1}
    assert place.publish(_plan(stay={})).steps == ()


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (400, "a mistake in it"),
        (403, "not allow it"),
        (415, "no such entries"),
        (507, "no room"),
        (500, "500"),
    ],
)
def test_what_the_server_refuses_stops_nothing_else(place: Place, status: int, why: str) -> None:
    refused = list[str]()

    def refuse(request: httpx.Request, _server: httpx.BaseTransport) -> httpx.Response | None:
        if request.method == "PUT" and (not refused or str(request.url) in refused):
            refused.append(str(request.url))
            return httpx.Response(status)
        return None

    done = place.publish(FIRST, Answering(refuse))
    assert _actions(done) == {"refused": 1, "create": 1}
    assert why in next(step.why for step in done.steps if step.action == "refused")
    assert _actions(place.publish(FIRST)) == {"create": 1}


def test_what_may_not_be_deleted_is_told_and_tried_again(place: Place) -> None:
    place.publish(FIRST)
    rest = _plan(stay={"must-start-on": "2027-06-01"})
    forbidding = Answering(
        lambda request, _server: httpx.Response(403) if request.method == "DELETE" else None
    )
    assert _actions(place.publish(rest, forbidding)) == {"refused": 1}
    assert _actions(place.publish(rest)) == {"delete": 1}


def test_what_others_change_between_the_two_looks_is_neither_lost_nor_taken_for_ours(place: Place) -> None:
    def nameless(request: httpx.Request, server: httpx.BaseTransport) -> httpx.Response | None:
        if request.method != "PUT":
            return None
        answer = server.handle_request(request)
        answer.read()
        theirs = request.content.replace(b"SUMMARY:Go", b"SUMMARY:Mine")
        with place.person() as client:
            client.put(request.url, content=theirs)
        return httpx.Response(answer.status_code)

    plan = _plan(go={"title": "Go"})
    assert _actions(place.publish(plan, Answering(nameless))) == {"conflict": 1}
    assert _actions(place.publish(plan)) == {"conflict": 1}
    assert _actions(place.publish(plan, plan_wins=True)) == {"change": 1}


def test_a_server_that_names_no_etag_is_asked_for_it(place: Place) -> None:
    def nameless(request: httpx.Request, server: httpx.BaseTransport) -> httpx.Response | None:
        if request.method != "PUT":
            return None
        answer = server.handle_request(request)
        answer.read()
        return httpx.Response(answer.status_code)

    assert _actions(place.publish(FIRST, Answering(nameless))) == {"create": 2}
    assert place.publish(FIRST).steps == ()


@pytest.mark.parametrize("answered", [False, True])
def test_whichever_request_the_line_is_cut_at_the_next_run_ends_the_work(
    place: Place, *, answered: bool
) -> None:
    # Six requests find and list the collection, then each object takes one or two.
    for at in range(1, 11):
        try:
            place.publish(FIRST if at % 2 else MOVED, Cutting(at, answered=answered))
        except ServerTrouble as trouble:
            assert "127.0.0.1 does not answer (ReadError)" in str(trouble)  # noqa: PT017  # not every line is cut
        done = place.publish(FIRST)
        assert set(_actions(done)) <= {"create", "change", "adopt"}
        assert place.publish(FIRST).steps == ()


PLANS = (
    FIRST,
    MOVED,
    _plan(stay={"must-start-on": "2027-06-01"}, new={"title": "New"}),
    _plan(go={"title": "Go"}, stay={"must-start-on": "2027-06-02"}, new={"title": "New"}),
)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_goes_wrong_the_work_is_ended_and_nothing_of_others_is_touched(
    place: Place, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  # accidents, not secrets
    one, two = (step.path for step in place.publish(FIRST).steps)
    with place.person() as client:
        theirs = client.get(one).text.replace("DESCRIPTION:", "DESCRIPTION:Mine ")
        client.put(one, content=theirs)
        own = client.get(two).text
        own = own[: own.index("UID:")] + "UID:own" + own[own.index("\r\n", own.index("UID:")) :]
        client.put(f"{place.path}own.ics", content=own)
    for _run in range(8):
        try:
            place.publish(chance.choice(PLANS), Chaos(chance, 0.25))
        except ServerTrouble as trouble:
            assert "127.0.0.1" in str(trouble)  # noqa: PT017  # not every run fails
    last = PLANS[3]
    place.publish(last)
    done = place.publish(last)
    assert {step.action.value for step in done.steps} <= {"conflict"}
    with place.person() as client:
        assert "DESCRIPTION:Mine" in client.get(one).text
        assert client.get(f"{place.path}own.ics").is_success
    assert sum(1 for path in place.listed() if path.endswith(".ics")) == 4
