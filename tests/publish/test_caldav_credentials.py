from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.publish.caldav.credentials import password
from transition_planner.publish.caldav.trouble import ServerTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator

WHO = ("dav.example", "lead")


@pytest.fixture
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TP_CALDAV_PASSWORD", raising=False)


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)


@pytest.mark.usefixtures("no_variable", "no_keyring")
def test_without_a_password_it_is_told_where_to_put_one() -> None:
    with pytest.raises(ServerTrouble, match=r"TP_CALDAV_PASSWORD, .*keyring set dav\.example lead"):
        password(None, *WHO)


@pytest.mark.usefixtures("no_keyring")
def test_a_password_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TP_CALDAV_PASSWORD", "one")
    assert password(None, *WHO) == "one"


def test_a_password_comes_from_a_command() -> None:
    assert password(f"{sys.executable} -c \"print('two words'); print(3)\"", *WHO) == "two words"
    for broken in ("no-such-command-here", "", '"', f"{sys.executable} -c 1/0", f"{sys.executable} -c 0"):
        with pytest.raises(ServerTrouble, match="The command for the password"):
            password(broken, *WHO)


@pytest.fixture
def keyring() -> Iterator[Any]:
    module = pytest.importorskip("keyring", reason="keyring is not installed: no password from there")
    errors = pytest.importorskip("keyring.errors")

    class Locked(pytest.importorskip("keyring.backend").KeyringBackend):  # type: ignore[misc]  # installed or skipped
        priority = 1
        opened = False

        def get_password(self, service: str, username: str) -> str | None:
            if not self.opened:
                raise errors.KeyringLocked
            return "kept" if (service, username) == WHO else None

        def set_password(self, service: str, username: str, password: str) -> None:
            raise NotImplementedError

    before, backend = module.get_keyring(), Locked()
    module.set_keyring(backend)
    yield backend
    module.set_keyring(before)


@pytest.mark.usefixtures("no_variable")
def test_a_password_comes_from_the_keyring_where_it_opens(keyring: Any) -> None:
    with pytest.raises(ServerTrouble, match="There is no password"):
        password(None, *WHO)
    keyring.opened = True
    assert password(None, *WHO) == "kept"
    with pytest.raises(ServerTrouble, match="There is no password"):
        password(None, "dav.example", "other")
