"""Digests of the trail, by SM3 (GB/T 32905), which `cryptography` carries on every machine."""

import json
from collections.abc import Iterable
from typing import Any

from cryptography.hazmat.primitives import hashes

ALGORITHM = "sm3"
_KNOWN: dict[str, type[hashes.HashAlgorithm]] = {"sm3": hashes.SM3}


def is_known(algorithm: str) -> bool:
    return algorithm in _KNOWN


def hexdigest(text: str, algorithm: str = ALGORITHM) -> str:
    digest = hashes.Hash(_KNOWN[algorithm]())
    digest.update(text.encode())
    return digest.finalize().hex()


def canonical(values: Any) -> str:
    """One text for the same values, on every database: what is no JSON is written as `str` writes it."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def digest_of(values: Iterable[Any], algorithm: str = ALGORITHM) -> str:
    return hexdigest(canonical(["" if value is None else str(value) for value in values]), algorithm)
