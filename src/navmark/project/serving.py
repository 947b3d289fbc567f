"""The server: granian with its workers, the minute tick beside them, and an end that leaves nothing running."""

import multiprocessing
import os
import signal
import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from django.utils import translation
from granian import Granian
from granian.constants import Interfaces, SSLProtocols
from granian.log import LogLevels

from navmark.project import ground, tick

WORKERS = 2
THREADS = 4  # of each worker: sixteen teachers who press a button at once do not wait for a slow page
STOP_SECONDS = 10


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
    return import_module("navmark.project.wsgi").application


def _tick(data: Path) -> None:
    """Runs in the process of the tick."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches everybody; the server tells us when to stop
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    _end_with_parent()
    ground.stand_on(data)
    tick.forever(stopped)


def _open_browser(address: str, host: str, port: int) -> None:
    """Runs in its own process: waits until the server answers."""
    for _attempt in range(100):
        with suppress(OSError), socket.create_connection((host, port), timeout=1):
            webbrowser.open(address)
            return
        time.sleep(0.2)


def _beside(target: Callable[..., None], *args: Any) -> multiprocessing.Process:
    process = multiprocessing.Process(target=target, args=args, daemon=True)
    process.start()
    return process


def serve(*, host: str, port: int, tls_cert: Path | None = None, tls_key: Path | None = None, open_at: str = "") -> None:
    """Serve until SIGINT or SIGTERM. Django is set up. `open_at` is an address to show in this machine's browser."""
    import_module("navmark.project.wsgi")
    import_module(settings.ROOT_URLCONF)  # loaded once here, shared by the workers
    translation.deactivate()
    connections.close_all()
    minute = _beside(_tick, Path(settings.DATA))
    if open_at:
        _beside(_open_browser, open_at, host, port)
    server = Granian(
        "navmark.project.wsgi:application", address=host, port=port, interface=Interfaces.WSGI, workers=WORKERS,
        blocking_threads=THREADS, log_level=LogLevels.warning, ssl_cert=tls_cert, ssl_key=tls_key,
        ssl_protocol_min=SSLProtocols.tls12, respawn_failed_workers=True, workers_kill_timeout=STOP_SECONDS,
    )  # fmt: skip
    server.serve(target_loader=_load_application, wrap_loader=False)
    minute.terminate()
    minute.join(STOP_SECONDS)
