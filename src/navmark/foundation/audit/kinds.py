"""Kinds of log rows, registered with their wording by the room that writes them."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class LogKind:
    """`wording` continues a sentence that begins with a name: "locked the record"."""

    code: str
    wording: str | Promise


_kinds: dict[str, LogKind] = {}


def register(*kinds: LogKind) -> None:
    for kind in kinds:
        _kinds[kind.code] = kind


def kind(code: str) -> LogKind:
    """Raises LookupError for a kind that no room has registered."""
    try:
        return _kinds[code]
    except KeyError:
        raise LookupError(f"no room has registered the log kind {code}") from None
