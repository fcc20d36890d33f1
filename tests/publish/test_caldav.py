"""Publishing to servers of other hands, with people and accidents in between."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.export.icslint import lint
from tests.export.small import small_plan
from tests.publish.faults import Answering
from tests.publish.place import NOON, network
from tests.publish.radicale import IS_INSTALLED, USER, radicale

from transition_planner.export.ledger.advancing import advance
from transition_planner.export.ledger.ledger import Ledger
from transition_planner.publish.caldav.connection import Connection
from transition_planner.publish.caldav.publishing import Publishing, publish
from transition_planner.publish.caldav.standing import Standing
from transition_planner.publish.caldav.trouble import ServerTrouble
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from pathlib import Path

    from tests.publish.place import Place

    from transition_planner.plan.plan import Plan
    from transition_planner.publish.caldav.publishing import Published


def _actions(done: Published) -> Counter[str]:
    return Counter(step.action.value for step in done.steps)


def _plan(**tasks: dict[str, Any]) -> Plan:
    return small_plan(tasks=tasks)


TASKS: dict[str, dict[str, Any]] = {"go": {"title": "Go"}, "stay": {"must-start-on": "2027-06-01"}}
FIRST = _plan(**TASKS)
MOVED = _plan(go={"title": "Go", "must-start-on": "2027-02-01"}, stay={"must-start-on": "2027-06-01"})


def test_what_is_in_the_plan_is_on_the_server_and_follows_it(place: Place) -> None:
    assert _actions(place.publish(FIRST, dry_run=True)) == {"create": 2}
    done = place.publish(FIRST)
    assert _actions(done) == {"create": 2}
    assert place.publish(FIRST).steps == ()
    assert _actions(place.publish(MOVED)) == {"change": 1}
    with place.person() as client:
        whole = [client.get(step.path).content for step in done.steps]
    assert any(b"DTSTART;VALUE=DATE:20270201" in each for each in whole)
    assert not any("no_control_characters" in lint(each) for each in whole)
    assert _actions(place.publish(_plan(stay={"must-start-on": "2027-06-01"}))) == {"delete": 1}
    assert place.publish(_plan(stay={"must-start-on": "2027-06-01"})).steps == ()


def test_what_others_made_is_never_touched(place: Place) -> None:
    done = place.publish(FIRST)
    theirs = f"{done.path}theirs.ics"
    with place.person() as client:
        text = client.get(done.steps[0].path).text.replace(done.steps[0].uid, "theirs")
        assert client.put(theirs, content=text).status_code == 201
        assert _actions(place.publish(_plan(new={}))) == {"create": 1, "delete": 2}
        assert client.get(theirs).status_code == 200


def test_what_others_changed_is_told_and_on_request_saved_and_written_over(place: Place) -> None:
    path = next(step.path for step in place.publish(FIRST).steps)
    with place.person() as client:
        theirs = client.get(path).text.replace("DTEND;VALUE=DATE:2027", "DTEND;VALUE=DATE:2028")
        assert client.put(path, content=theirs).status_code in {201, 204}
        assert _actions(place.publish(FIRST)) == {"conflict": 1}
        assert "DTEND;VALUE=DATE:2028" in client.get(path).text
        assert _actions(place.publish(FIRST, plan_wins=True)) == {"change": 1}
        assert "DTEND;VALUE=DATE:2027" in client.get(path).text
    (saved,) = place.plan_file.with_name("caldav.saved").iterdir()
    assert "DTEND;VALUE=DATE:2028" in saved.read_text(encoding="utf-8")
    assert place.publish(FIRST).steps == ()


def test_what_others_deleted_stays_deleted_until_it_is_asked_for(place: Place) -> None:
    path = next(step.path for step in place.publish(FIRST).steps)
    with place.person() as client:
        assert client.delete(path).is_success
    assert _actions(place.publish(FIRST)) == {"gone": 1}
    assert _actions(place.publish(FIRST, restore=True)) == {"create": 1}
    assert place.publish(FIRST).steps == ()


def test_what_left_the_plan_and_was_changed_by_others_stays(place: Place) -> None:
    done = place.publish(FIRST)
    path = next(step.path for step in done.steps if done.titles[step.uid] == "Go")
    with place.person() as client:
        client.put(path, content=client.get(path).text.replace("SUMMARY:Go", "SUMMARY:Mine"))
        assert _actions(place.publish(_plan(stay={"must-start-on": "2027-06-01"}))) == {"conflict": 1}
        assert "SUMMARY:Mine" in client.get(path).text


def test_without_its_memory_it_takes_over_what_is_equal_and_tells_what_is_not(place: Place) -> None:
    plan = _plan(**TASKS, notes={"title": r"Katso \\palvelin\Neuvosto\nimet, \\Nyt"})
    place.publish(plan)
    place.plan_file.with_name("caldav.state.json").unlink()
    assert _actions(place.publish(plan)) == {"adopt": 3}
    assert place.publish(plan).steps == ()


EVENTS_ONLY = (
    b'<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:response><d:href>/</d:href>'
    b'<d:propstat><d:prop><c:supported-calendar-component-set><c:comp name="VEVENT"/>'
    b"</c:supported-calendar-component-set></d:prop></d:propstat></d:response></d:multistatus>"
)


def test_to_dos_are_not_put_where_none_are_taken(place: Place) -> None:
    def events_only(request: httpx.Request, _server: httpx.BaseTransport) -> httpx.Response | None:
        asked = b"supported-calendar-component-set" in request.content
        assert b"BEGIN:VTODO" not in request.content
        return httpx.Response(207, content=EVENTS_ONLY) if asked else None

    plan = _plan(go={"title": "Go"}, work={"duration": "3d"})
    done = place.publish(plan, Answering(events_only), todos=True)
    assert _actions(done) == {"create": 1, "refused": 1}
    assert [step.why for step in done.steps if step.why] == ["the calendar takes no to-dos"]
    assert _actions(place.publish(plan, todos=True)) == {"create": 1}


def test_a_calendar_that_others_deleted_is_made_anew_only_on_request(place: Place) -> None:
    path = place.publish(FIRST).path
    with place.person() as client:
        assert client.delete(path).is_success
        for tried in (False, True):
            with pytest.raises(ServerTrouble, match=r"was deleted on 127\.0\.0\.1: --restore makes it anew"):
                place.publish(FIRST, dry_run=tried)
        assert client.get(path).status_code == 404
    assert _actions(place.publish(FIRST, restore=True, dry_run=True)) == {"create": 2}
    assert _actions(place.publish(FIRST, restore=True)) == {"create": 2}


def test_each_form_of_others_is_saved_in_a_file_of_its_own(place: Place) -> None:
    path = place.publish(FIRST).steps[0].path
    with place.person() as client:
        for name in ("one", "two"):
            client.put(path, content=client.get(path).text.replace("DESCRIPTION:", f"DESCRIPTION:{name} "))
            assert _actions(place.publish(FIRST, plan_wins=True)) == {"change": 1}
    saved = sorted(place.plan_file.with_name("caldav.saved").iterdir())
    assert [
        f"DESCRIPTION:{name} " in file.read_text("utf-8")
        for name, file in zip(("two", "one"), saved, strict=True)
    ] == [True, True]


def test_what_left_the_plan_and_was_changed_by_others_is_saved_and_deleted_on_request(place: Place) -> None:
    done = place.publish(FIRST)
    path = next(step.path for step in done.steps if done.titles[step.uid] == "Go")
    rest = _plan(stay={"must-start-on": "2027-06-01"})
    with place.person() as client:
        client.put(path, content=client.get(path).text.replace("SUMMARY:Go", "SUMMARY:Mine"))
    assert _actions(place.publish(rest, plan_wins=True)) == {"delete": 1}
    (saved,) = place.plan_file.with_name("caldav.saved").iterdir()
    assert "SUMMARY:Mine" in saved.read_text("utf-8")


@pytest.mark.skipif(not IS_INSTALLED, reason="radicale is not installed: no server with passwords")
def test_a_wrong_password_is_told_without_it(tmp_path: Path) -> None:
    made = schedule(FIRST)
    with radicale(tmp_path) as url:
        connection = Connection(url, USER, "wrong-secret", transport=network())
        with pytest.raises(ServerTrouble, match="refuses access \\(401\\)") as raised:
            publish(Publishing(made, advance(made, Ledger(), NOON), "en"), connection, tmp_path / "plan.yaml")
        connection.close()
    assert "wrong-secret" not in str(raised.value)


def test_how_the_calendar_stands_is_counted(place: Place) -> None:
    assert place.publish(FIRST, dry_run=True).standing == Standing(0, 2, 0, 0, 0, 0)
    done = place.publish(FIRST)
    one, two = (step.path for step in done.steps)
    with place.person() as client:
        client.put(
            f"{done.path}theirs.ics", content=client.get(one).text.replace(done.steps[0].uid, "theirs")
        )
        client.put(one, content=client.get(one).text.replace("DESCRIPTION:", "DESCRIPTION:Mine "))
        client.delete(two)
    assert place.publish(_plan(**TASKS, new={}), dry_run=True).standing == Standing(0, 1, 1, 1, 0, 1)
    assert place.publish(_plan(new={}), dry_run=True).standing == Standing(0, 1, 1, 0, 0, 1)
