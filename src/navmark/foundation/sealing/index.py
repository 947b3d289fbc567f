"""A blind index: the same text gives the same 32 characters, from which nobody gets the text back without the key."""

from navmark.foundation.sealing import keys


def blind_index(value: str, purpose: str) -> str:
    """Index of an already normalised text for one purpose ("phone"); "" for "". It rests on the oldest key, so that rotation
    does not change it."""
    if not value:
        return ""
    oldest = next(iter(keys.ring().values()))
    return keys.Key("index", keys.AES, oldest.derive("blind index")).derive(f"{purpose}:{value}").hex()[:32]
