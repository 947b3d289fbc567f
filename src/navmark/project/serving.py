"""The server: granian with its workers, the minute tick beside them, and an end that leaves nothing running."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.db import connections
from django.shortcuts import resolve_url
from django.utils import translation
from granian import Granian
from granian.constants import Interfaces, SSLProtocols
from granian.log import LogLevels

from navmark.project import console, ground, reach, tick
from navmark.project.arrivals import Arrivals
from navmark.project.progress import step
from navmark.project.refusals import Refused

WORKERS = 2
THREADS = 4  # of each worker: sixteen teachers who press a button at once do not wait for a slow page
STOP_SECONDS = 10
READY_SECONDS = 60


def _end_with_parent() -> None:
    """A child whose parent was killed would keep the port and the folder: it ends as well."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True, name="parent").start()


def _load_application() -> Callable[..., Any]:
    """Runs in each worker. Where processes start from nothing (Windows), it loads what the others inherit."""
    _end_with_parent()
    return Arrivals(import_module("navmark.project.wsgi").application, threads=THREADS).answer


def _tick(data: Path) -> None:
    """Runs in the process of the tick."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches everybody; the server tells us when to stop
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    _end_with_parent()
    ground.stand_on(data)
    tick.forever(stopped)


@dataclass(frozen=True)
class Welcome:
    """Said when the server answers at `probe`; `open_at` is an address to show in this machine's browser, or ""."""

    words: str
    probe: str
    open_at: str = ""


def _answers_in_time(address: str) -> bool:
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end:
        if reach.answers(address):
            return True
        time.sleep(0.1)
    return False


def _welcome(welcome: Welcome) -> None:
    """Runs in its own process: waits until the server answers, so that no address is named before it can be opened."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_parent()
    console.bear_any_character()
    with step("启动服务"):
        is_ready = _answers_in_time(welcome.probe)
    if not is_ready:
        sys.stderr.write(f"{READY_SECONDS}秒内没有应答 / no answer within {READY_SECONDS} s: {welcome.probe}\n")
        return
    sys.stdout.write(f"{welcome.words}\n")
    sys.stdout.flush()
    if welcome.open_at:
        webbrowser.open(welcome.open_at)


def _beside(target: Callable[..., None], *args: Any) -> multiprocessing.Process:
    process = multiprocessing.Process(target=target, args=args, daemon=True)
    process.start()
    return process


def _in_the_child(work: Callable[[], None]) -> None:
    _end_with_parent()
    try:
        work()
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def aside(work: Callable[[], None]) -> None:
    """Do it in a process of its own, so that what it loads (tables of every version, a demo) is not held as long as the server
    runs. Where processes start from nothing that would cost more than it saves: there it is done here.
    """
    if multiprocessing.get_start_method() != "fork":
        work()
        return
    child = multiprocessing.Process(target=_in_the_child, args=(work,), daemon=True)
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit(child.exitcode)


def _answer_once() -> None:
    """What a first page loads (addresses, tags, templates) is loaded once here and shared by the workers."""
    asked: dict[str, Any] = {"PATH_INFO": resolve_url(settings.LOGIN_URL), "REMOTE_ADDR": "127.0.0.1"}
    setup_testing_defaults(asked)
    import_module("navmark.project.wsgi").application(asked, lambda _status, _headers: None).close()


def serve(*, host: str, port: int, tls_cert: Path | None = None, tls_key: Path | None = None, welcome: Welcome) -> None:
    """Serve until SIGINT or SIGTERM. Django is set up."""
    _answer_once()
    translation.deactivate()
    connections.close_all()
    gc.collect()
    gc.freeze()  # the collector writes to what it visits: what the workers share would become each one's own
    minute = _beside(_tick, Path(settings.DATA))
    _beside(_welcome, welcome)
    server = Granian(
        "navmark.project.wsgi:application", address=host, port=port, interface=Interfaces.RSGI, workers=WORKERS,
        websockets=False, log_level=LogLevels.warning, ssl_cert=tls_cert, ssl_key=tls_key,
        ssl_protocol_min=SSLProtocols.tls12, respawn_failed_workers=True, workers_kill_timeout=STOP_SECONDS,
    )  # fmt: skip
    server.serve(target_loader=_load_application, wrap_loader=False)
    minute.terminate()
    minute.join(STOP_SECONDS)
