"""A blind index: the same text gives the same 32 characters, from which nobody gets the text back without the key."""

from navmark.foundation.sealing import keys


def blind_index(value: str, purpose: str) -> str:
    """Index of an already normalised text for one purpose ("phone"); "" for "". Its key is its own and outlives rotations."""
    if not value:
        return ""
    return keys.index_key().derive(f"{purpose}:{value}").hex()[:32]
