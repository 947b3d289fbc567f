"""A stylesheet is many small files, one a component, and a page asks for one: joined, without what only its writers read."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "ui/app.css"
STYLES = Path(__file__).parent / "styles"
IMPORT = re.compile(r'@import "(\w+\.css)";')
SPARE = re.compile(r'("[^"]*")|/\*.*?\*/|\s*([{},;])\s*|(:)\s+|\s+', re.DOTALL)


def joined(entry: Path = STYLES / "app.css") -> str:
    """The file with every file that it imports in its place; comments and spare white space left out."""
    text = IMPORT.sub(lambda found: (entry.parent / found[1]).read_text(encoding="utf-8"), entry.read_text(encoding="utf-8"))
    return SPARE.sub(_kept, text).replace(";}", "}").strip()


def _kept(found: re.Match[str]) -> str:
    """What stays of a string, a comment, a mark with its white space, or white space alone."""
    string, mark, colon = found.groups()
    return string or mark or colon or ("" if found[0].startswith("/*") else " ")


class JoinedStyles(BaseFinder):
    """Gives the joined stylesheet to whoever gathers static files, and to a server that looks for them one by one."""

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=Path(settings.DATA) / "styles")

    def check(self, **_kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:
        if path != NAME:
            return []
        place = self._written()
        return [str(place)] if find_all else str(place)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        self._written()
        yield NAME, self.storage

    def _written(self) -> Path:
        """Where it stands. Written anew only when it has changed: its time tells whether files are to be gathered again."""
        place, text = Path(self.storage.path(NAME)), joined()
        if not place.exists() or place.read_text(encoding="utf-8") != text:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        return place
