"""A request is handed to a worker when it has arrived whole. Until then it waits in the event loop, which costs nothing.

A worker that read for itself would stand still as long as the slowest phone sends: nine slow uploads, and nobody is answered.
So the server speaks RSGI with us, and we speak WSGI with Django.
"""

import asyncio
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from tempfile import SpooledTemporaryFile
from typing import IO, Any

Headers = list[tuple[str, str]]
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

LARGEST = 64 * 2**20  # bytes: an attachment and a table have 20 MB each, and are refused in words when they are larger
IN_MEMORY = 2**20  # bytes; what is larger waits in a file
SECONDS = 120  # for a whole body
PLAIN: Headers = [("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close")]
TOO_SLOW = "发送太慢，没有收到全部内容，未作保存。请换一个网络再试。 / It arrived too slowly; nothing was saved."
TOO_LARGE = "发送的内容太大，未作保存。 / Too large; nothing was saved."
NO_ROOM = "磁盘已满，未作保存。 / The disk is full; nothing was saved."
BROKEN = "没有收到全部内容，未作保存。请再试一次。 / It did not arrive whole; nothing was saved."


class BodyRefused(Exception):
    """This body will not be handed on: the status and the words that say why."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


async def body_of(protocol: Any, *, size: int, into: IO[bytes], seconds: float = SECONDS) -> None:
    """Read a body of `size` bytes into a file. Raises Unread."""
    if size > LARGEST:
        raise BodyRefused(413, TOO_LARGE)
    try:
        async with asyncio.timeout(seconds):
            async for chunk in protocol:
                into.write(chunk)
    except TimeoutError:
        raise BodyRefused(408, TOO_SLOW) from None
    except OSError:
        raise BodyRefused(507, NO_ROOM) from None
    if into.tell() != size:
        raise BodyRefused(400, BROKEN)
    into.seek(0)


def _size_of(headers: Any) -> int:
    """As the sender says; a browser always says it. Raises Unread."""
    told = headers.get("content-length", "0")
    if "transfer-encoding" in headers or not (told.isascii() and told.isdecimal() and len(told) < 16):
        raise BodyRefused(411, BROKEN)
    return int(told)


def environ_of(scope: Any, body: IO[bytes]) -> dict[str, Any]:
    """The request as PEP 3333 has it."""
    server, _, port = scope.server.rpartition(":")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope.method, "SCRIPT_NAME": "", "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string, "SERVER_NAME": server.strip("[]"), "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}", "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "HTTP_HOST": scope.authority or "", "wsgi.version": (1, 0), "wsgi.url_scheme": scope.scheme, "wsgi.input": body,
        "wsgi.errors": sys.stderr, "wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False,
    }  # fmt: skip
    for name in scope.headers:
        if "_" in name:
            continue  # else X_Forwarded_For would pass for X-Forwarded-For
        joined = ("; " if name == "cookie" else ",").join(scope.headers.get_all(name))
        environ[name.upper().replace("-", "_") if name in ("content-type", "content-length") else _http(name)] = joined
    return environ


def _http(name: str) -> str:
    return f"HTTP_{name.upper().replace('-', '_')}"


def answer_of(application: Wsgi, environ: dict[str, Any]) -> tuple[int, Headers, bytes]:
    """Run in one thread from its beginning to its end, so that what it opened is closed where it was opened."""
    begun: list[tuple[int, Headers]] = []

    def start(status: str, headers: Headers, _exc_info: Any = None) -> None:
        begun.append((int(status.split(" ", 1)[0]), headers))

    answer = application(environ, start)
    try:
        content = b"".join(answer)
    finally:
        getattr(answer, "close", lambda: None)()
    return *begun[-1], content


class Arrivals:
    """Before `application`, which answers in `threads` threads; `answer` is what granian calls."""

    def __init__(self, application: Wsgi, *, threads: int) -> None:
        self.application = application
        self.threads = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="answering")

    async def answer(self, scope: Any, protocol: Any) -> None:
        with SpooledTemporaryFile(max_size=IN_MEMORY) as body:
            try:
                if size := _size_of(scope.headers):
                    await body_of(protocol, size=size, into=body)
            except BodyRefused as unread:
                protocol.response_str(unread.status, PLAIN, unread.words)
                return
            work = asyncio.get_running_loop().run_in_executor(self.threads, answer_of, self.application, environ_of(scope, body))
            protocol.response_bytes(*await work)
