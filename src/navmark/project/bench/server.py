"""The server as a school starts it: seconds to its first answer, and the memory of the whole tree of processes."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from navmark.project.ground import ROOT

PATIENCE = 60  # seconds
PROC = Path("/proc")


def free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return chosen.getsockname()[1]


@contextmanager
def started(data: Path) -> Iterator[tuple[str, float, int]]:
    """Address, seconds until it answered, and process id of a server on a folder that is ready."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "navmark.project.cli", "up", "--data", str(data), "--port", str(port)]
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        while not _answers(f"{address}/healthz"):
            if process.poll() is not None or time.perf_counter() - begin > PATIENCE:
                raise RuntimeError("The server did not start.")
            time.sleep(0.02)
        yield address, round(time.perf_counter() - begin, 2), process.pid
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _answers(url: str) -> bool:
    with suppress(OSError), urllib.request.urlopen(url, timeout=2) as answer:
        return answer.status == 200
    return False


def read(url: str, session: str) -> int:
    """Read a page with somebody's session; its bytes."""
    request = urllib.request.Request(url, headers={"Cookie": f"sessionid={session}"})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return len(answer.read())


def memory_mb(root: int) -> float | None:
    """Proportional set size of a process and everything below it, in MB; None where the system does not tell it."""
    if not (PROC / str(root) / "smaps_rollup").exists():
        return None
    parents = {int(path.parent.name): _parent(path) for path in PROC.glob("[0-9]*/stat")}
    tree = {root}
    while more := {child for child, parent in parents.items() if parent in tree} - tree:
        tree |= more
    return round(sum(map(_pss_kb, tree)) / 1000, 1)


def _parent(stat: Path) -> int:
    with suppress(OSError):
        return int(stat.read_text().rpartition(")")[2].split()[1])
    return 0


def _pss_kb(process: int) -> int:
    with suppress(OSError):
        for line in (PROC / str(process) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
