"""The keys of a data folder: `keys/field-<id>.key`, one line "algorithm base64"; the newest by id is the current one."""

import base64
import os
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes, hmac
from django.conf import settings

AES, SM4 = "aes-256-gcm", "sm4-gcm"
KEY_BYTES = {AES: 32, SM4: 16}


@dataclass(frozen=True)
class Key:
    id: str
    algorithm: str
    secret: bytes

    @property
    def fingerprint(self) -> str:
        """Eight characters that name the key without betraying it."""
        return self.derive("fingerprint").hex()[:8]

    def derive(self, purpose: str) -> bytes:
        mac = hmac.HMAC(self.secret, hashes.SHA256())
        mac.update(purpose.encode())
        return mac.finalize()


def folder() -> Path:
    return Path(settings.DATA) / "keys"


def new_key(where: Path, algorithm: str = AES) -> Key:
    """Make the next key; from now on it is the current one."""
    where.mkdir(parents=True, exist_ok=True, mode=0o700)
    number = len(list(where.glob("field-*.key"))) + 1
    key = Key(f"k{number}", algorithm, secrets.token_bytes(KEY_BYTES[algorithm]))
    write_key(where, key)
    return key


def write_key(where: Path, key: Key) -> None:
    """Write a key file that only its owner reads; raises FileExistsError rather than overwrite a key."""
    text = f"{key.algorithm} {base64.b64encode(key.secret).decode()}\n"
    handle = os.open(where / f"field-{key.id}.key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
    ring.cache_clear()


def read_keys(where: Path) -> dict[str, Key]:
    found = {}
    for path in sorted(where.glob("field-*.key")):
        algorithm, secret = path.read_text(encoding="ascii").split()
        key_id = path.stem.removeprefix("field-")
        found[key_id] = Key(key_id, algorithm, base64.b64decode(secret))
    return found


@cache
def ring() -> dict[str, Key]:
    """Every key of this data folder by id, oldest first; the first is made on first use."""
    found = read_keys(folder())
    if not found:
        key = new_key(folder())
        found = {key.id: key}
    return dict(sorted(found.items(), key=lambda item: int(item[0].removeprefix("k"))))


def current() -> Key:
    return list(ring().values())[-1]
