"""A zip that leaves as it grows: into a file, or to a browser that must not wait for a year's scans."""

from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.translation import override

from navmark.foundation.programme.bringing import Piece
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within

LANGUAGE = "zh-hans"  # a file that leaves is in the school's language, whatever the reader's screen says


class _Sink:
    """Takes what the zip writes and hands it on; it cannot be read or wound back."""

    def __init__(self) -> None:
        self.held = bytearray()

    def write(self, data: bytes) -> int:
        self.held += data
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back."""

    def drain(self) -> bytes:
        taken = bytes(self.held)
        self.held.clear()
        return taken


def zipped(pieces: Iterator[Piece], school: School) -> Iterator[bytes]:
    """The zip, chunk by chunk. The school's door is open while a piece is made and shut while somebody takes it."""
    sink = _Sink()
    with ZipFile(sink, "w", ZIP_DEFLATED) as file:  # type: ignore[call-overload]
        while True:
            with within(school), override(LANGUAGE):
                piece = next(pieces, None)
            if piece is None:
                break
            file.writestr(*piece)
            yield sink.drain()
    yield sink.drain()
