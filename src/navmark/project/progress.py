"""Short lines about what takes long: nobody should take the first start for a hang."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(words: str) -> Iterator[None]:
    """Say what begins, and how long it took. On stderr, so that what a command prints stays what it found."""
    begun = time.monotonic()
    sys.stderr.write(f"{words}……")
    sys.stderr.flush()
    try:
        yield
        sys.stderr.write(f" {time.monotonic() - begun:.1f}秒")
    finally:
        sys.stderr.write("\n")
        sys.stderr.flush()
