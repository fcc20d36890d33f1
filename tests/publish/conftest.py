from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.publish.place import Place
from tests.publish.radicale import IS_INSTALLED as radicale_is_installed  # noqa: N811  # one name in each module
from tests.publish.radicale import radicale
from tests.publish.sabre import IS_INSTALLED as sabre_is_installed  # noqa: N811  # as above
from tests.publish.sabre import sabre
from tests.publish.xandikos import IS_INSTALLED as xandikos_is_installed  # noqa: N811  # as above
from tests.publish.xandikos import xandikos

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SERVERS = [
    pytest.param(
        start,
        id=name,
        marks=pytest.mark.skipif(not installed, reason=f"{name} is not installed: no server to publish to"),
    )
    for name, start, installed in (
        ("radicale", radicale, radicale_is_installed),
        ("xandikos", xandikos, xandikos_is_installed),
        ("sabre", sabre, sabre_is_installed),
    )
]


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with request.param(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture
def place(server: str, tmp_path: Path) -> Iterator[Place]:
    place = Place(server, tmp_path)
    yield place
    with place.person() as client:
        client.delete(place.path)
