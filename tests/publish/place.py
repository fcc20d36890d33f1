"""Where a test publishes to: a server of another hand, the plan's folder, and people at the same calendar."""

from __future__ import annotations

import re
import ssl
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import httpx
from tests.publish.radicale import PASSWORD, USER

from transition_planner.export.ledger.advancing import advance
from transition_planner.export.ledger.ledger import Ledger
from transition_planner.publish.caldav.connection import Connection
from transition_planner.publish.caldav.publishing import Publishing, publish
from transition_planner.publish.caldav.pulling import Pulling
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from transition_planner.plan.plan import Plan
    from transition_planner.publish.caldav.publishing import Published
    from transition_planner.publish.caldav.pulling import Pulled

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Without certificates, which loopback needs not: reading all of them takes 30 ms for each connection."""


def network() -> httpx.BaseTransport:
    """The way to servers on this machine."""
    return httpx.HTTPTransport(verify=_TLS)


class Place:
    """A server, the plan's file, and its ledger."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.plan_file = folder / "plan.yaml"
        self.ledger = Ledger()
        self.path = "/"

    def publish(self, plan: Plan, transport: httpx.BaseTransport | None = None, **how: Any) -> Published:
        made = schedule(plan)
        self.ledger = advance(made, self.ledger, NOON)
        with self.connected(transport) as connection:
            done = publish(Publishing(made, self.ledger, "en", **how), connection, self.plan_file)
        self.path = done.path
        return done

    def pull(self, plan: Plan) -> Pulled:
        made = schedule(plan)
        self.ledger = advance(made, self.ledger, NOON)
        with self.connected() as connection:
            return Pulling(made, self.ledger).pull(connection, self.plan_file)

    @contextmanager
    def connected(self, transport: httpx.BaseTransport | None = None) -> Iterator[Connection]:
        way = transport or network()
        connection = Connection(self.url, USER, PASSWORD, transport=way, sleep=lambda _seconds: None)
        try:
            yield connection
        finally:
            connection.close()

    @contextmanager
    def person(self) -> Iterator[httpx.Client]:
        with httpx.Client(base_url=self.url, auth=(USER, PASSWORD), transport=network()) as client:
            yield client

    def listed(self) -> list[str]:
        """The paths of all that is in the calendar."""
        body = b'<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
        headers = {"Depth": "1", "Content-Type": "application/xml"}
        with self.connected() as connection:
            answer = connection.request("PROPFIND", self.path, headers=headers, content=body)
        return [path for path in re.findall(r"href>([^<]+)<", answer.content.decode()) if path != self.path]
