"""What a newer page says otherwise than the one the school once took, item by item, beside what the school says: plain data."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from navmark.foundation.programme.differences import IN_ORDER, otherwise, words_at
from navmark.foundation.programme.speaking import spoken

Page = Mapping[str, Any]
Path = tuple[str, ...]


@dataclass(frozen=True)
class NewerItem:
    """`taken`, `mine`, `new`: what the school took once, says now, and is offered; empty where nothing of it is said. A conflict
    is where the school itself has changed it since."""

    key: str
    what: str
    taken: str
    mine: str
    new: str
    path: Path
    is_conflict: bool


def items(file: str, taken: Page, mine: Page, new: Page, titles: Mapping[str, str]) -> Iterator[NewerItem]:
    """What the school has not got yet of what is newer. A page that nobody ships any more is one item without a path."""
    if not new:
        yield NewerItem(_key(file, (), ""), "", "", "", "", (), is_conflict=mine != taken)
        return
    here = spoken(mine, titles)
    for line in otherwise(taken, new, titles):
        was, now, to_be = (_at(page, line.path, new) for page in (taken, mine, new))
        if now != to_be:
            yield NewerItem(
                _key(file, line.path, to_be), line.what, line.old, words_at(here, line.path, new), line.new, line.path,
                is_conflict=now != was,
            )  # fmt: skip


def with_taken(mine: Page, new: Page, paths: Iterable[Path]) -> dict[str, Any]:
    """The school's page with these items as they are offered. An item whose table the school has not got brings its table."""
    made = deepcopy(dict(mine))
    for path in paths:
        _take(made, new, path)
    return made


def _take(into: dict[str, Any], source: Page, path: Path) -> None:
    for part in path[:-1]:
        if not isinstance(into.get(part), dict):
            _put(into, source, part)
            return
        into, source = into[part], source[part]
    if path[-1] == IN_ORDER:
        _reorder(into, source)
    elif path[-1] in source:
        _put(into, source, path[-1])
    else:
        into.pop(path[-1], None)


def _put(into: dict[str, Any], source: Page, key: str) -> None:
    """At its place: what is new stands behind what it stands behind in the newer page."""
    if key in into:
        into[key] = deepcopy(source[key])
        return
    before = [one for one in list(source)[: list(source).index(key)] if one in into]
    pairs = list(into.items())
    place = list(into).index(before[-1]) + 1 if before else 0
    pairs.insert(place, (key, deepcopy(source[key])))
    into.clear()
    into.update(pairs)


def _reorder(into: dict[str, Any], source: Page) -> None:
    """Those that both have in the order of the newer page; what the school alone has keeps its place."""
    ordered = iter([key for key in source if key in into])
    pairs = [(next(ordered), key) if key in source else (key, key) for key in into]
    made = {key: into[key] for key, _was in pairs}
    into.clear()
    into.update(made)


def _at(page: Page, path: Path, other: Page) -> Any:
    """What stands there, or nothing; of an order, how those that stand in the other page too follow each other."""
    found: Any = page
    for part in path:
        if part == IN_ORDER:
            return [key for key in found or () if key in _at(other, path[:-1], other)]
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _key(file: str, path: Path, new: Any) -> str:
    return sha256(repr((file, path, new)).encode()).hexdigest()[:16]
