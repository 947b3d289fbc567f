"""Signing a text with a key of fields, by the key's id. What a key signs for one purpose is worth nothing for another."""

from cryptography.hazmat.primitives import hashes, hmac

from navmark.foundation.sealing import keys


def current_key() -> str:
    return keys.ring().current.id


def mac(key_id: str, text: str, *, purpose: str) -> str | None:
    """HMAC-SHA256 as 64 hexadecimal digits; None when the key is not here."""
    key = keys.read_ring(keys.folder()).fields.get(key_id)
    if key is None:
        return None
    one = hmac.HMAC(key.derive(f"signature:{purpose}"), hashes.SHA256())
    one.update(text.encode())
    return one.finalize().hex()
