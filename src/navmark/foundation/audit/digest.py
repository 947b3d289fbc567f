"""The digest of one row: SM3 where the machine has it, else SHA-256; the name of the algorithm stands in front."""

import hashlib
import json
from typing import Any

ALGORITHM = "sm3" if "sm3" in hashlib.algorithms_available else "sha256"


def hexdigest(text: str, algorithm: str = ALGORITHM) -> str:
    return hashlib.new(algorithm, text.encode()).hexdigest()


def payload_text(payload: dict[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def row_digest(*, fixed: tuple[Any, ...], salt: str, payload: str) -> str:
    """Digest of a row's fixed columns and of its salted payload."""
    return hexdigest(payload_text({"fixed": [str(value) for value in fixed], "payload": hexdigest(salt + payload)}))
