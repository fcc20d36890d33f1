from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import aiohttp
import httpx
import pytest
from tests.planfile.journals import left_behind
from tests.tui.browser import chromium
from tests.tui.browser.serving import programs, screen, served, until_ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tui.browser.serving import Served

DEMO = Path(__file__).parents[3] / "plans" / "demo"
TITLE = "Two clubs, one boathouse"
_ADDRESSES = re.compile(r"""(?:href|src)="([^"]*)"|url\(["']?([^"')]*)|websocket-url="([^"]*)\"""")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(DEMO, tmp_path_factory.mktemp("home")) as it:
        yield it


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return Path(shutil.copy(DEMO / "plan.yaml", tmp_path))


def _addresses(base: str, text: str) -> set[str]:
    found = {urljoin(base, next(filter(None, match), "")) for match in _ADDRESSES.findall(text)}
    return {each for each in found if not each.startswith("data:")}


def test_the_page_and_all_that_it_names_come_from_the_server_itself(server: Served) -> None:
    own = urlsplit(server.address).netloc
    waiting, known = {server.address + "/"}, set[str]()
    with httpx.Client() as client:
        while waiting:
            address = waiting.pop()
            known.add(address)
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert "default-src 'self'" in answer.headers["content-security-policy"]
            if "font" in answer.headers["content-type"]:
                continue
            text = re.sub(r"/\*.*?\*/", "", answer.text, flags=re.DOTALL)
            assert not re.findall(rf"(?:https?:|wss?:)?//(?!{re.escape(own)})[a-z0-9-]+\.[a-z]", text)
            named = set() if address.endswith(".js") else _addresses(address, answer.text)
            assert {urlsplit(each).netloc for each in named} <= {own}
            waiting |= {each for each in named if each.startswith("http")} - known
    assert {urlsplit(each).path for each in known} == {
        "/",
        "/page.css",
        "/page.js",
        "/static/css/xterm.css",
        "/static/fonts/RobotoMono-Italic-VariableFont_wght.ttf",
        "/static/fonts/RobotoMono-VariableFont_wght.ttf",
        "/static/js/textual.js",
    }


def test_a_page_that_opens_is_drawn_the_plan(server: Served) -> None:
    async def look() -> None:
        async with screen(server) as page:
            await page.until(TITLE, "Preparation", "read-only")

    asyncio.run(look())


def test_the_plan_is_only_looked_at(plan: Path, tmp_path: Path) -> None:
    async def try_to_edit(server: Served) -> None:
        async with screen(server) as page:
            await page.until(TITLE)
            await page.press("+")
            await page.until("the plan was opened to be read only")

    before = plan.read_bytes()
    with served(plan, tmp_path) as server:
        asyncio.run(try_to_edit(server))
    assert plan.read_bytes() == before


def test_with_write_it_is_edited_and_saved_in_the_language_asked_for(plan: Path, tmp_path: Path) -> None:
    async def edit(server: Served) -> None:
        async with screen(server) as page:
            await page.until("Kaksi seuraa, yksi venevaja", "Valmistelu")
            await page.press("jj+s")
            await page.until("tallennettu")
            await page.press("q")
            await page.until_closed()

    before = plan.read_text(encoding="utf-8")
    with served(plan, tmp_path, "--write", "--language", "fi") as server:
        text = httpx.get(server.address).text
        assert '<html lang="fi">' in text
        assert "<title>Kaksi seuraa, yksi venevaja</title>" in text
        asyncio.run(edit(server))
    assert plan.read_text(encoding="utf-8") == before.replace("duration: 10d", "duration: 11d", 1)
    assert (server.code, server.out) == (0, "")
    assert "Traceback" not in server.err


def test_a_page_whose_program_fails_is_closed_and_the_reason_told_where_it_is_served(
    plan: Path, tmp_path: Path
) -> None:
    async def look(server: Served) -> None:
        async with screen(server) as page:
            await page.until_closed()

    with served(plan, tmp_path) as server:
        plan.write_text("tasks: [", encoding="utf-8")
        asyncio.run(look(server))
    assert "cannot be read as a plan" in server.err
    assert server.out == ""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc tells of other programs here")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL, None])
def test_no_program_outlives_its_page_or_its_server(
    plan: Path, tmp_path: Path, end: signal.Signals | None
) -> None:
    async def edit(server: Served) -> None:
        async with screen(server) as page:
            await page.until(TITLE)
            await page.press("jj+")
            await page.until("11d")
            (program,) = programs(server)
            if end is not None:
                os.kill(server.pid, end)
            else:
                assert page.end._response is not None
                assert page.end._response.connection is not None
                page.end._response.connection.close()  # without a word, as a computer that loses its network
            await until_ended(program)

    with served(plan, tmp_path, "--write") as server:
        asyncio.run(edit(server))
    left = left_behind(plan)
    assert left is not None
    assert left.text == plan.read_text("utf-8").replace("duration: 10d", "duration: 11d", 1)


def test_pages_of_other_sites_start_nothing(server: Served) -> None:
    async def look() -> int:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            async with screen(server, origin="http://elsewhere.example"):
                pass
        return refused.value.status

    assert asyncio.run(look()) == 403


def test_a_foreign_name_that_leads_here_is_refused(server: Served) -> None:
    assert httpx.get(server.address, headers={"Host": "elsewhere.example:80"}).status_code == 403
    assert httpx.get(server.address, headers={"Host": "localhost:80"}).status_code == 200


@pytest.mark.skipif(chromium.FOUND is None, reason="Chromium is not installed: its page is not looked at")
def test_chromium_shows_the_screen_and_asks_no_foreign_host(server: Served, tmp_path: Path) -> None:
    async def look() -> None:
        async with chromium.chromium(tmp_path) as page, asyncio.timeout(60):
            await page.open(server.address, 1200, 700)
            await page.until(TITLE)
            while await page.differing_lines() < 100:
                pass  # it is drawn some frames after it has come
            assert await page.value("document.fonts.check('16px \"Roboto Mono\"')")
            assert await page.value("document.body.className") == "-loaded -first-byte"
            hosts = {urlsplit(each).netloc for each in page.requests if not each.startswith("data:")}
            assert hosts == {urlsplit(server.address).netloc}
            await page.press("q")
            while "-closed" not in await page.value("document.body.className"):
                pass
            assert "closed here" in await page.value("document.body.innerText")

    asyncio.run(look())
