"""Nine uploads that send a byte a second: everybody else is answered as if they were not there, and they end in words."""

import asyncio
import io
import socket
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from navmark.project.arrivals import TOO_SLOW, BodyRefused, body_of
from navmark.project.serving import THREADS, WORKERS
from tests.adversity.served import Served

SLOW = WORKERS * THREADS + 1  # one more than there are threads that answer


def alone(coroutine):
    """Run in a thread of its own: the browser's driver may have a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


class Dripping:
    """A body that brings one byte at a time, and never ends."""

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0.01)
        return b"x"


def test_a_body_has_a_deadline():
    with pytest.raises(BodyRefused) as unread:
        alone(body_of(Dripping(), size=10**6, into=io.BytesIO(), seconds=0.1))

    assert (unread.value.status, unread.value.words) == (408, TOO_SLOW)


def test_a_body_that_breaks_off_is_not_handed_on():
    async def broken():
        yield b"half of"

    with pytest.raises(BodyRefused) as unread:
        alone(body_of(broken(), size=100, into=io.BytesIO()))
    assert unread.value.status == 400


@pytest.fixture
def served(tmp_path, own_database):
    one = Served(tmp_path / "school", own_database())
    one.start()
    yield one
    one.kill()


def upload(port: int) -> socket.socket:
    """An upload that has begun: one of its million bytes is sent."""
    line = socket.create_connection(("127.0.0.1", port))
    head = f"POST /login/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    line.sendall(f"{head}Content-Length: 1000000\r\n\r\nu".encode())
    return line


@pytest.mark.adversity
@pytest.mark.on_one
def test_nine_slow_uploads_hold_up_nobody(served):
    slow = [upload(served.port) for _each in range(SLOW)]
    began = time.monotonic()
    for _each in range(20):
        for line in slow:
            line.sendall(b"s")
        with urllib.request.urlopen(f"{served.address}/login/", timeout=5) as answer:
            assert answer.status == 200
    took = time.monotonic() - began
    for line in slow:
        with suppress(OSError):
            line.close()

    assert took < 10
