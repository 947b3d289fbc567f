"""A data folder belongs to one server at a time: the operating system's lock on a file says so, and forgets with the process."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from navmark.project.refusals import Refused

LOCK, ADDRESS = "server.lock", "server.address"  # two files, because a locked one cannot be read on Windows

if os.name == "nt":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def claimed(data: Path, *, address: str) -> Iterator[None]:
    """Hold the folder, made if need be, until the block ends. Raises Refused when a server at another address holds it."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock = (data / LOCK).open("a", encoding="utf-8")
    except OSError as error:
        raise Refused(f"无法使用数据目录 {data}", f"cannot use the data folder {data}: {error.strerror}") from error
    note = data / ADDRESS
    with lock:
        try:
            _lock(lock)
        except OSError as error:
            holder = note.read_text(encoding="utf-8") if note.exists() else "?"
            message = f"数据目录 {data} 正在使用中（{holder}）", f"{data} is in use by the server at {holder}"
            raise Refused(*message) from error
        note.write_text(address, encoding="utf-8")
        yield
        note.unlink(missing_ok=True)


@contextmanager
def newly_claimed(data: Path, *, address: str) -> Iterator[None]:
    """Claim an empty folder; when the block fails, it is as it was: empty, or not there. Raises Refused."""
    was_there, is_ours = data.exists(), False
    if was_there and any(data.iterdir()):
        raise Refused(f"{data} 不是空目录，恢复不覆盖任何数据", f"{data} is not empty: a restore overwrites nothing")
    try:
        with claimed(data, address=address):
            is_ours = True
            yield
    except BaseException:
        if is_ours:
            _clear(data, keep=was_there)
        raise


def _clear(data: Path, *, keep: bool) -> None:
    for path in data.iterdir() if keep else (data,):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def is_held(data: Path) -> bool:
    """Whether a server, or a command that wants the folder for itself, is at work in it."""
    try:
        with (data / LOCK).open("a", encoding="utf-8") as lock:
            _lock(lock)
    except OSError:
        return True
    return False
