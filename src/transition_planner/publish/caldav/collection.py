"""The plan's own collection on a server: found or made, listed, written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from transition_planner.locales import _
from transition_planner.publish.caldav.trouble import ServerTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from transition_planner.publish.caldav.answer import Answer
    from transition_planner.publish.caldav.connection import Connection

_DAV, _CALDAV = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
_COMPONENTS = f"{_CALDAV}supported-calendar-component-set"
_MULTI, _MISSING = 207, 404


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection that is there."""

    connection: Connection
    path: str
    """On the server, ending in a slash."""

    def components(self) -> frozenset[str] | None:
        """The components that it takes, as `VEVENT`; None where it does not say."""
        answer = _propfind(self.connection, self.path, _COMPONENTS, depth="0")
        names = [
            each.get("name", "").upper()
            for _path, found in _properties(self.connection, answer)
            for each in found.iter(f"{_CALDAV}comp")
        ]
        return frozenset(names) or None

    def listing(self) -> dict[str, str]:
        """The ETags of its objects by path."""
        answer = _propfind(self.connection, self.path, f"{_DAV}getetag", depth="1")
        return {
            path: etag
            for path, found in _properties(self.connection, answer)
            if path != unquote(self.path) and (etag := found.findtext(f".//{_DAV}getetag")) is not None
        }

    def get(self, path: str) -> Answer:
        """An object as the server has it."""
        return self.connection.request("GET", path)

    def put(self, path: str, data: bytes, etag: str | None) -> Answer:
        """Write an object: a new one, or the one with this ETag; 412 where another is there."""
        condition = {"If-None-Match": "*"} if etag is None else {"If-Match": etag}
        headers = {"Content-Type": "text/calendar; charset=utf-8", **condition}
        return self.connection.request("PUT", path, headers=headers, content=data)

    def delete(self, path: str, etag: str) -> Answer:
        """Take away the object with this ETag; 412 where another is there."""
        return self.connection.request("DELETE", path, headers={"If-Match": etag})


def find_collection(connection: Connection, plan: UUID) -> tuple[Collection, bool]:
    """The plan's collection in the person's calendar home, and whether it is there yet.

    Raises:
        ServerTrouble: if the server tells of no calendar home.
    """
    start = connection.url.path or "/"
    principal = _href(connection, start, f"{_DAV}current-user-principal")
    home = _href(connection, principal, f"{_CALDAV}calendar-home-set")
    collection = Collection(connection, f"{home.rstrip('/')}/transition-plan-{plan}/")
    body = tostring(_asking(f"{_DAV}resourcetype"))
    answer = connection.request("PROPFIND", collection.path, headers=_xml("0"), content=body)
    if answer.status not in {_MULTI, _MISSING}:
        raise _unfit(connection, answer)
    # Xandikos has an answer for what is not there too, whose inside says so.
    is_there = answer.status == _MULTI and any(
        found.find(f".//{_DAV}resourcetype/{_CALDAV}calendar") is not None
        for _path, found in _properties(connection, answer)
    )
    return collection, is_there


def make_collection(collection: Collection, title: str) -> None:
    """Make it on the server.

    Raises:
        ServerTrouble: if the server refuses.
    """
    root = Element(f"{_CALDAV}mkcalendar")
    prop = SubElement(SubElement(root, f"{_DAV}set"), f"{_DAV}prop")
    SubElement(prop, f"{_DAV}displayname").text = title
    connection = collection.connection
    answer = connection.request("MKCALENDAR", collection.path, headers=_xml(None), content=tostring(root))
    if not answer.is_fine:
        raise ServerTrouble(
            _("{host} makes no new calendar ({status}): Google and Outlook cannot; give them a feed.").format(
                host=connection.url.host, status=answer.status
            )
        )


def _href(connection: Connection, path: str, name: str) -> str:
    """The path in a property that leads on."""
    for _path, found in _properties(connection, _propfind(connection, path, name, depth="0")):
        href = found.findtext(f".//{name}/{_DAV}href")
        if href:
            return urlsplit(href).path
    raise ServerTrouble(_("{host} is no calendar server at this address.").format(host=connection.url.host))


def _propfind(connection: Connection, path: str, name: str, *, depth: str) -> Answer:
    answer = connection.request("PROPFIND", path, headers=_xml(depth), content=tostring(_asking(name)))
    if answer.status != _MULTI:
        raise _unfit(connection, answer)
    return answer


def _asking(name: str) -> Element:
    root = Element(f"{_DAV}propfind")
    SubElement(SubElement(root, f"{_DAV}prop"), name)
    return root


def _xml(depth: str | None) -> dict[str, str]:
    headers = {"Content-Type": "application/xml; charset=utf-8"}
    return headers if depth is None else {**headers, "Depth": depth}


def _properties(connection: Connection, answer: Answer) -> Iterator[tuple[str, Element]]:
    """The decoded path of each member of an answer, and its element.

    Raises:
        ServerTrouble: if it is no such XML.
    """
    try:
        root = fromstring(answer.content)
    except (ParseError, DefusedXmlException) as error:
        raise ServerTrouble(
            _("{host} does not speak CalDAV at this address.").format(host=connection.url.host)
        ) from error
    for member in root.iter(f"{_DAV}response"):
        yield unquote(urlsplit(member.findtext(f"{_DAV}href") or "").path), member


def _unfit(connection: Connection, answer: Answer) -> ServerTrouble:
    return ServerTrouble(
        _("{host} does not answer as a calendar server does ({status}).").format(
            host=connection.url.host, status=answer.status
        )
    )
