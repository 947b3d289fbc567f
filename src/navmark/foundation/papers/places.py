"""In which line of a TOML file a key stands. No reader of TOML keeps the lines; a scan of the text leads a person there."""

import re

Path = tuple[str, ...]
TABLE = re.compile(r"^\s*\[+\s*([^\]]+?)\s*\]+")
PAIR = re.compile(r"""^\s*([A-Za-z0-9_."'-]+?)\s*=""")


def line_of(text: str, path: Path) -> int | None:
    """The line (from 1) of the deepest key of the path that begins a line; None where not even its table is found."""
    table: Path = ()
    deepest, found = 0, None
    for number, line in enumerate(text.splitlines(), 1):
        if heading := TABLE.match(line):
            table = _keys(heading[1])
        keys = table if heading else (*table, *_keys(pair[1])) if (pair := PAIR.match(line)) else ()
        if len(keys) > deepest and keys == path[: len(keys)]:
            deepest, found = len(keys), number
    return found


def _keys(dotted: str) -> Path:
    return tuple(key.strip().strip("\"'") for key in dotted.split("."))
