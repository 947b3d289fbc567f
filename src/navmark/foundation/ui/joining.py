"""Styles are many small files, one a component, and so are the scripts of every page. A page asks for one file of each: joined,
without what only its writers read."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

STYLES, SCRIPTS = Path(__file__).parent / "styles", Path(__file__).parent / "scripts"
OF_EVERY_PAGE = ("ui.js", "rows.js", "drafts.js")  # each knows what those before it say
IMPORT = re.compile(r'@import "(\w+\.css)";')
SPARE = re.compile(r'("[^"]*")|/\*.*?\*/|\s*([{},;])\s*|(:)\s+|\s+', re.DOTALL)


def styles(entry: Path = STYLES / "app.css") -> str:
    """The stylesheet with every file that it imports in its place; comments and spare white space left out."""
    text = IMPORT.sub(lambda found: (entry.parent / found[1]).read_text(encoding="utf-8"), entry.read_text(encoding="utf-8"))
    return SPARE.sub(_kept, text).replace(";}", "}").strip()


def scripts() -> str:
    """Line by line, without indentation and without the lines that are a comment."""
    texts = ((SCRIPTS / name).read_text(encoding="utf-8") for name in OF_EVERY_PAGE)
    lines = (line.strip() for text in texts for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


JOINED: dict[str, Callable[[], str]] = {"ui/app.css": styles, "ui/app.js": scripts}


def _kept(found: re.Match[str]) -> str:
    """What stays of a string, a comment, a mark with its white space, or white space alone."""
    string, mark, colon = found.groups()
    return string or mark or colon or ("" if found[0].startswith("/*") else " ")


class JoinedFiles(BaseFinder):
    """Gives the joined files to whoever gathers static files, and to a server that looks for them one by one."""

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=Path(settings.DATA) / "joined")

    def check(self, **_kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:
        if path not in JOINED:
            return []
        place = self._written(path)
        return [str(place)] if find_all else str(place)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        for name in JOINED:
            self._written(name)
            yield name, self.storage

    def _written(self, name: str) -> Path:
        """Where it stands. Written anew only when it has changed: its time tells whether files are to be gathered again."""
        place, text = Path(self.storage.path(name)), JOINED[name]()
        if not place.exists() or place.read_text(encoding="utf-8") != text:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        return place
