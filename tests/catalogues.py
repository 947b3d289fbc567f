"""What the product says, and what its catalogues translate: both as {room: {message: ...}}.

Messages are found without gettext's tools: Babel reads Python, and a template is first turned into Python by Django itself.
"""

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.apps import apps
from django.utils.translation.template import templatize

from navmark.project.messages import SOURCES

CONTEXT = ((1, "c"), 2)
PLURAL_IN_CONTEXT = ((1, "c"), 2, 3)
KEYWORDS: dict[str, tuple | None] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), CONTEXT),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), PLURAL_IN_CONTEXT),
}


@dataclass(frozen=True)
class Message:
    """A msgid with its plural and its context, "" where it has none."""

    id: str
    plural: str = ""
    context: str = ""


def rooms() -> dict[str, Path]:
    """Our apps by label, in import order."""
    found = {config.label: Path(config.path) for config in apps.get_app_configs()}
    return {label: path for label, path in found.items() if path.is_relative_to(SOURCES)}


def _sources(room: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(room.rglob("*.py")):
        if not {"tests", "migrations"}.intersection(path.relative_to(room).parts):
            yield path, path.read_text(encoding="utf-8")
    for path in sorted(room.rglob("templates/**/*.*")):
        if path.suffix in (".html", ".txt", ".svg"):
            as_python = templatize(path.read_text(encoding="utf-8"), origin=str(path))
            # Indentation means something to Python and nothing to a template.
            yield path, "\n".join(line.strip() for line in as_python.splitlines())


def _messages(text: str) -> Iterator[Message]:
    for _line, found, _comments, context in extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS):
        single, plural = (found[0], found[1]) if isinstance(found, tuple) else (found, "")
        yield Message(single, plural, context or "")


def said() -> dict[str, dict[Message, Path]]:
    """Every message of each room, with a file that says it."""
    found: dict[str, dict[Message, Path]] = defaultdict(dict)
    for label, room in rooms().items():
        for path, text in _sources(room):
            for message in _messages(text):
                found[label].setdefault(message, path)
    return found


def catalogue(room: Path) -> Catalog:
    path = room / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return Catalog(locale="zh_Hans")
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def translated() -> dict[str, dict[Message, str]]:
    """The Chinese of each room's catalogue; an empty or doubtful ("fuzzy") entry counts as none."""
    found: dict[str, dict[Message, str]] = defaultdict(dict)
    for label, room in rooms().items():
        for entry in catalogue(room):
            chinese = entry.string if isinstance(entry.string, str) else entry.string[0]
            if entry.id and chinese and not entry.fuzzy:
                single, plural = entry.id if isinstance(entry.id, (tuple, list)) else (entry.id, "")
                found[label][Message(single, plural, entry.context or "")] = chinese
    return found


def as_po(messages: dict[Message, Path]) -> str:
    """Ready to be pasted into a .po file and translated."""
    paper = Catalog(locale="zh_Hans")
    for message, path in messages.items():
        names = (message.id, message.plural) if message.plural else message.id
        paper.add(names, context=message.context or None, locations=[(str(path.relative_to(SOURCES)), 0)])
    out = io.BytesIO()
    write_po(out, paper, omit_header=True, include_lineno=False, width=0)
    return out.getvalue().decode()
