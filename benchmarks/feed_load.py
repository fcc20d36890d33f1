"""How `serve feed` stands 200 requests a second for a minute, while the plan changes every ten seconds.

    python benchmarks/feed_load.py [REQUESTS_A_SECOND [SECONDS]]

Each request comes on time whatever the ones before it take, on a connection of its own, as subscribers' do; every
second one knows the feed already and gets 304. Latencies are counted from the moment a request was due, so that a
stalled server is not asked less. Where wrk is installed, it tells the most that the server can do. Goal: 99 of 100
requests in 50 ms on two cores.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

PLAN = Path(__file__).parents[1] / "plans" / "helsinki-music-schools"
PROGRAM = (sys.executable, "-m", "transition_planner")
WHEN = ("--revised", "2027-01-01T00:00Z")
EDIT_EVERY = 10
GOAL = 50.0


async def ask(address: str, etag: str | None, due: float) -> tuple[float, str]:
    """The milliseconds since a request was due, and its status, with `half` behind one that was not whole."""
    parts = urlsplit(address)
    condition = f"If-None-Match: {etag}\r\n" if etag else ""
    try:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        writer.write(
            f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n{condition}Connection: close\r\n\r\n".encode()
        )
        answer = await reader.read(-1)
        writer.close()
    except OSError as error:
        return (time.perf_counter() - due) * 1000, type(error).__name__
    head, _, body = answer.partition(b"\r\n\r\n")
    status = head[9:12].decode()
    length = re.search(rb"(?i)content-length: (\d+)", head)
    whole = status == "304" or (length is not None and int(length[1]) == len(body) > 0)
    return (time.perf_counter() - due) * 1000, status if whole else f"{status} half"


async def load(address: str, plan: Path, rate: int, seconds: int) -> list[tuple[float, str]]:
    """Ask in a steady beat; the plan's start moves back and forth meanwhile."""
    etag = await _etag(address)
    begin = time.perf_counter()
    asked = []
    for number in range(rate * seconds):
        due = begin + number / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        if number % (rate * EDIT_EVERY) == rate * EDIT_EVERY // 2:
            await asyncio.to_thread(edit, plan)
        asked.append(asyncio.create_task(ask(address, etag if number % 2 else None, due)))
    return await asyncio.gather(*asked)


def edit(plan: Path) -> None:
    """Move the plan's start by a day, or back."""
    text = plan.read_text(encoding="utf-8")
    one, other = "start: 2027-01-11", "start: 2027-01-12"
    moved = text.replace(one, other) if one in text else text.replace(other, one)
    plan.write_text(moved, encoding="utf-8")


async def _etag(address: str) -> str:
    parts = urlsplit(address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(f"HEAD {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode())
    answer = (await reader.read(-1)).decode()
    writer.close()
    match = re.search(r"(?i)etag: (\S+)", answer)
    return match[1] if match else ""


def report(found: list[tuple[float, str]]) -> None:
    """Print what came back."""
    latencies = sorted(latency for latency, _status in found)
    shares = {
        share: latencies[min(len(latencies) - 1, int(len(latencies) * share / 100))] for share in (50, 90, 99)
    }
    told = ", ".join(f"p{share} {latency:.1f} ms" for share, latency in shares.items())
    print(
        f"{len(found)} requests: {told}, longest {latencies[-1]:.0f} ms {'' if shares[99] <= GOAL else 'TOO SLOW'}"
    )
    print(
        ", ".join(
            f"{count} x {status}" for status, count in sorted(Counter(status for _, status in found).items())
        )
    )


def main(rate: int = 200, seconds: int = 60) -> None:
    """Serve, ask and print."""
    with TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.yaml"
        for name in ("plan.yaml", "register.yaml"):
            (plan.parent / name).write_bytes((PLAN / name).read_bytes())
        server = subprocess.Popen(
            (*PROGRAM, "serve", "feed", "--language", "en", "--bind", "127.0.0.1:0", *WHEN, str(plan)),
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            told = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in server.stderr or ())
            match = next(filter(None, told))
            links = subprocess.run(
                (*PROGRAM, "feed", "links", str(plan)), capture_output=True, text=True, check=True
            )
            address = f"{match[0]}{links.stdout.split()[1]}"
            report(asyncio.run(load(address, plan, rate, seconds)))
            if shutil.which("wrk"):
                wrk = ("wrk", "-t2", "-c20", "-d10", "--latency", address)
                print(subprocess.run(wrk, capture_output=True, text=True, check=True).stdout)
        finally:
            server.terminate()
            server.wait(timeout=20)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
