"""Message catalogues: compiles each room's .po with Babel, so that no gettext tools are needed on a school's machine."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

SOURCES = Path(__file__).parents[1]


def catalogues(under: Path = SOURCES) -> Iterator[Path]:
    """Every .po file of the product."""
    return under.glob("**/locale/*/LC_MESSAGES/django.po")


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def _compile(source: Path) -> None:
    # Babel takes longer to import than to run: it is loaded only when there is something to compile.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    # Several processes may compile at once: each writes its own file and puts it in place whole.
    handle, name = tempfile.mkstemp(dir=source.parent, suffix=".mo.part")
    with os.fdopen(handle, "wb") as file:
        write_mo(file, catalogue)
    Path(name).replace(source.with_suffix(".mo"))


def compile_stale(under: Path = SOURCES) -> list[Path]:
    """Compile what has changed since it was last compiled; gives the .po files that were."""
    stale = [source for source in catalogues(under) if _is_stale(source)]
    for source in stale:
        _compile(source)
    return stale
