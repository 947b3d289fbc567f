"""What each heading of this table means: found by alias, remembered from last time, or said by a person on the mapping page."""

from collections.abc import Mapping as Choices
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from .headings import Column, headings_of, names_of, normalised
from .table import Table

SAMPLES = 3
EXTRA = ""  # the column is kept under its own heading


@dataclass(frozen=True)
class Mapping:
    """`keys` by heading, in the order of the table; EXTRA where the column has no meaning to us. `body` is the first row below.

    `ambiguous` lists headings a person should look at: several could mean the same, or one could mean several things.
    """

    keys: dict[str, str]
    places: dict[str, int]
    body: int
    ambiguous: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Everything required is there and nothing is open to doubt."""
        return not self.ambiguous and not self.missing

    @property
    def extras(self) -> tuple[str, ...]:
        return tuple(heading for heading, key in self.keys.items() if key == EXTRA)

    def heading_of(self, key: str) -> str:
        return next((heading for heading, mapped in self.keys.items() if mapped == key), "")

    def remembered(self) -> dict[str, str]:
        """What to keep for the next table of this kind: by normalised heading."""
        return {normalised(heading): key for heading, key in self.keys.items()}

    def overridden(self, chosen: Choices[str, str], columns: Sequence[Column]) -> Self:
        """With a person's choices for some headings; a key taken from another heading leaves that one an extra."""
        taken = set(chosen.values()) - {EXTRA}
        kept = {heading: EXTRA if key in taken else key for heading, key in self.keys.items()}
        keys = kept | {heading: key for heading, key in chosen.items() if heading in self.keys}
        return replace(self, keys=keys, ambiguous=(), missing=_missing(keys, columns))

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        return cls(stored["keys"], stored["places"], stored["body"], tuple(stored["ambiguous"]), tuple(stored["missing"]))


def map_headings(table: Table, columns: Sequence[Column], remembered: Choices[str, str] | None = None) -> Mapping:
    """Give each heading its column; `remembered` (normalised heading -> key, see `Mapping.remembered`) goes before aliases."""
    headings = headings_of(table, columns)
    places = {text: place for place, text in enumerate(headings.texts) if text}
    claims = {text: _claims(text, columns, remembered or {}) for text in places}
    keys = dict.fromkeys(places, EXTRA)
    doubtful = [text for text, claimed in claims.items() if len(claimed) > 1]
    for column in columns:
        rivals = sorted((claimed[column.key], places[text], text) for text, claimed in claims.items() if column.key in claimed)
        free = [rival for rival in rivals if keys[rival[2]] == EXTRA]
        if free:
            keys[free[0][2]] = column.key
            doubtful += [text for rank, _, text in free[1:] if rank >= 0]
    return Mapping(keys, places, headings.body, tuple(dict.fromkeys(doubtful)), _missing(keys, columns))


def _claims(heading: str, columns: Sequence[Column], remembered: Choices[str, str]) -> dict[str, int]:
    """Which columns this heading may mean, with the rank of its alias (0 the best; -1 remembered)."""
    name = normalised(heading)
    if name in remembered:
        return {remembered[name]: -1} if remembered[name] != EXTRA else {}
    return {column.key: names_of(column).index(name) for column in columns if name in names_of(column)}


def _missing(keys: Choices[str, str], columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(column.key for column in columns if column.required and column.key not in keys.values())


def samples(table: Table, mapping: Mapping) -> dict[str, str]:
    """The first few values below each heading, so that a person can tell what the column holds."""
    body = table.rows[mapping.body :]
    below = {heading: [row[place] for row in body if row[place]] for heading, place in mapping.places.items()}
    return {heading: " · ".join(list(dict.fromkeys(values))[:SAMPLES]) for heading, values in below.items()}
