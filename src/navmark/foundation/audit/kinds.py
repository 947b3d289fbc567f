"""Kinds of log rows, registered with their wording by the room that writes them."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class LogKind:
    """`wording` continues a sentence that begins with a name: "locked the record". `tells`: the facts that end it."""

    code: str
    wording: str | Promise
    tells: tuple[str, ...] = ()


_kinds: dict[str, LogKind] = {}


def register(*kinds: LogKind) -> None:
    """Raises ValueError when another room has taken a code."""
    for kind in kinds:
        if _kinds.setdefault(kind.code, kind) != kind:
            raise ValueError(f"the log kind {kind.code} is registered twice")


def kind(code: str) -> LogKind:
    """Raises LookupError for a kind that no room has registered."""
    try:
        return _kinds[code]
    except KeyError:
        raise LookupError(f"no room has registered the log kind {code}") from None


def told_of(code: str) -> tuple[str, ...]:
    """The keys of the facts that its sentence ends with."""
    return _kinds[code].tells if code in _kinds else ()


def wording_of(code: str) -> str:
    """The wording of a stored kind; the code itself when the room that wrote it is no longer installed."""
    return str(_kinds[code].wording) if code in _kinds else code
