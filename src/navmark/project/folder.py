"""A data folder belongs to one server at a time: the operating system's lock on a file says so, and forgets with the process."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from navmark.project.refusals import Refused

LOCK, ADDRESS = "server.lock", "server.address"  # two files, because a locked one cannot be read on Windows
UNFINISHED = "restore.unfinished"  # stands in a folder from the first moment of a restore until its rows are written for good

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
    insist_on_finished(data)
    with _held(data, address):
        yield


@contextmanager
def newly_claimed(data: Path, *, address: str) -> Iterator[bool]:
    """Claim an empty folder, or one in which a restore was killed: its remains go, and the block is told True.

    The block calls `note_finished` once its rows are written for good. When it fails before, the folder is as it was: empty,
    or not there. When this process is killed before, the folder stays marked, and only another restore takes it. Raises Refused.
    """
    was_there, is_ours = data.exists(), False
    if was_there and not _is_vacant(data):
        raise Refused(f"{data} 不是空目录，恢复不覆盖任何数据", f"{data} is not empty: a restore overwrites nothing")
    is_taken_over, mark = (data / UNFINISHED).exists(), data / UNFINISHED
    try:
        with _held(data, address):
            is_ours = True
            _clear([path for path in data.iterdir() if path.name not in (LOCK, ADDRESS, UNFINISHED)])
            mark.touch()
            yield is_taken_over
    except BaseException:
        if is_ours and mark.exists():
            _clear(list(data.iterdir()) if was_there else [data])
        raise


def note_finished(data: Path) -> None:
    (data / UNFINISHED).unlink()


def insist_on_finished(data: Path) -> None:
    """Raises Refused for a folder in which a restore was killed: what it holds is not whole."""
    if (data / UNFINISHED).exists():
        chinese = f"{data} 中的恢复没有完成，请重新运行 ./navmark restore 备份文件 --data {data}"
        raise Refused(chinese, f"the restore into {data} was broken off: run ./navmark restore again")


def _is_vacant(data: Path) -> bool:
    """Nothing is here but what a restore that was killed left behind."""
    names = {path.name for path in data.iterdir()}
    return UNFINISHED in names or names <= {LOCK, ADDRESS}


@contextmanager
def _held(data: Path, address: str) -> Iterator[None]:
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


def _clear(paths: Iterable[Path]) -> None:
    for path in paths:
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
