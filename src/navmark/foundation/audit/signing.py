"""Signatures of the trail: by a key that lies outside the database, so that who can write the database cannot sign.

This room knows no keys; `project` hands in who does. A signature names its key, so that it outlives a rotation.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.crypto import constant_time_compare


@dataclass(frozen=True)
class Signer:
    """`current()` names the key that signs now; `mac(key, text)` gives 64 hexadecimal digits, None when the key is not here."""

    current: Callable[[], str]
    mac: Callable[[str, str], str | None]


_signers: list[Signer] = []


def use(signer: Signer) -> None:
    """From now on this signer signs and verifies."""
    _signers[:] = [signer]


def current_key() -> str:
    return _signers[0].current()


def sign(text: str, key: str) -> str:
    """Raises LookupError when the key is not here."""
    mac = _signers[0].mac(key, text)
    if mac is None:
        raise LookupError(f"the key {key} is not here")
    return mac


def is_signed(text: str, key: str, signature: str) -> bool | None:
    """None when the key is not here, so that nobody can say."""
    mac = _signers[0].mac(key, text)
    return None if mac is None else constant_time_compare(mac, signature)
