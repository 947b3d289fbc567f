"""Plain data of a page, written as TOML as a person would write it: a field in one line where it fits, the order kept."""

from collections.abc import Mapping
from typing import Any

LONGEST = 130  # characters of a line
INLINE_FROM = 2  # how many tables deep a table may stand in one line: below [activity.CODE]


def as_toml(told: Mapping[str, Any]) -> str:
    """Read again it is equal to what was told, down to the order of the keys within each table but for plain values, which
    stand before tables."""
    import tomlkit  # noqa: PLC0415  held only by who writes a page

    document = tomlkit.document()
    _fill(document, told, depth=0)
    return tomlkit.dumps(document).lstrip("\n")


def _fill(into: Any, told: Mapping[str, Any], *, depth: int) -> None:
    tables = {key: value for key, value in told.items() if isinstance(value, Mapping)}
    for key, value in told.items():
        if key not in tables:
            into.add(key, _plain(value))
    is_whole = False  # after one that needs lines of its own all do, or they would belong to it
    for key, value in tables.items():
        is_whole = is_whole or not (depth >= INLINE_FROM and _fits(key, value))
        into.add(key, _table(value, depth + 1) if is_whole else _inline(value))


def _table(told: Mapping[str, Any], depth: int) -> Any:
    import tomlkit  # noqa: PLC0415

    is_only_tables = bool(told) and all(isinstance(value, Mapping) for value in told.values())
    made = tomlkit.table(is_super_table=is_only_tables and depth <= 1)
    _fill(made, told, depth=depth)
    return made


def _inline(told: Mapping[str, Any]) -> Any:
    import tomlkit  # noqa: PLC0415

    made = tomlkit.inline_table()
    for key, value in told.items():
        made.append(key, _inline(value) if isinstance(value, Mapping) else _plain(value))
    return made


def _plain(value: Any) -> Any:
    import tomlkit  # noqa: PLC0415

    if isinstance(value, str) and "\n" in value and "\r" not in value:
        return tomlkit.string(value, multiline=True)
    return tomlkit.item(list(value) if isinstance(value, tuple) else value)


def _fits(key: str, told: Mapping[str, Any]) -> bool:
    """A section of a page (its paper, its steps) has lines of its own, as has whatever is long or has tables within."""
    if not told or any(isinstance(value, Mapping) or (isinstance(value, str) and "\n" in value) for value in told.values()):
        return False
    return len(f"{key} = {_inline(told).as_string()}") <= LONGEST
