"""Under which heading of the programme a page stands: that of its folder, until it is put under another. It stays the page it
was, in its file: with its editions, and with what is newer of it."""

import tomllib
from collections.abc import Collection, Mapping
from typing import Any

from navmark.foundation.programme.texts import HEAD, Texts

STANDS_UNDER = "pillar"  # what a page says that stands under another heading than its folder


def folder_of(file: str) -> str:
    return file.rpartition("/")[0]


def heading_of(file: str, said: Mapping[str, Any]) -> str:
    return str(said.get(STANDS_UNDER) or folder_of(file))


def put_under(page: dict[str, Any], file: str, heading: str) -> None:
    """Says nothing of it where its folder says the same."""
    page.pop(STANDS_UNDER, None)
    if heading != folder_of(file):
        page[STANDS_UNDER] = heading


def file_here(file: str, here: Collection[str]) -> str:
    """The school's own file of this name, wherever it lies; another where it has none, or two of this name."""
    name = file.rpartition("/")[2]
    same = [] if file in here or file == HEAD else [one for one in here if one.rpartition("/")[2] == name]
    return same[0] if len(same) == 1 else file


def laid_back(texts: Texts, here: Collection[str]) -> Texts:
    """Files that come back: one that was laid into another folder is the page it was, under the heading of that folder."""
    found = {}
    for file, text in texts.items():
        own = file_here(file, here)
        is_moved = own != file and own not in texts
        found[own if is_moved else file] = _under(text, folder_of(file)) if is_moved else text
    return found


def _under(text: str, heading: str) -> str:
    """The same text with its comments. What it says of its heading already holds; what is no TOML is named when it is read."""
    try:
        says_it = STANDS_UNDER in tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        says_it = True
    return text if says_it else f'{STANDS_UNDER} = "{heading}"\n{text}'
