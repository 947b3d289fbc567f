"""The keys of a data folder: `keys/field-k<number>-<fingerprint>.key` for fields, `keys/index.key` for blind indexes.

A file holds one line, "algorithm base64". The highest number is the current key. The fingerprint in the name follows from the
secret, so that a new key is never taken for a lost one, and two processes that start together never overwrite each other.
"""

import base64
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes, hmac
from django.conf import settings

AES, SM4, HMAC = "aes-256-gcm", "sm4-gcm", "hmac-sha256"
KEY_BYTES = {AES: 32, SM4: 16, HMAC: 32}
FIELD_KEY = re.compile(r"field-(k(\d+)-[0-9a-f]{8})\.key")
INDEX_KEY = "index.key"


class DamagedKey(RuntimeError):
    """The key of the blind indexes cannot be read; to make another would hide everybody who was found by it."""


@dataclass(frozen=True)
class Key:
    number: int
    algorithm: str
    secret: bytes

    @property
    def fingerprint(self) -> str:
        """Eight characters that name the key without betraying it."""
        return self.derive("fingerprint").hex()[:8]

    @property
    def id(self) -> str:
        return f"k{self.number}-{self.fingerprint}"

    @property
    def file_name(self) -> str:
        return INDEX_KEY if self.algorithm == HMAC else f"field-{self.id}.key"

    def derive(self, purpose: str) -> bytes:
        mac = hmac.HMAC(self.secret, hashes.SHA256())
        mac.update(purpose.encode())
        return mac.finalize()


@dataclass(frozen=True)
class Ring:
    """Every key of one folder: those of fields by id, oldest first, and that of the blind indexes."""

    fields: Mapping[str, Key]
    index: Key | None

    def everything(self) -> list[Key]:
        """The keys of fields, oldest first, then that of the blind indexes: what a recovery sheet has to hold."""
        return [*self.fields.values(), *([self.index] if self.index else [])]

    @property
    def current(self) -> Key:
        return list(self.fields.values())[-1]


def folder() -> Path:
    return _folder_in(settings.DATA)


@lru_cache(maxsize=4)
def _folder_in(data: str | Path) -> Path:
    return Path(data) / "keys"


def ring() -> Ring:
    """The keys of this data folder; the first one of fields is made on first use."""
    found = read_ring(folder())
    if found.fields:
        return found
    new_key(folder())
    return read_ring(folder())


def index_key() -> Key:
    """The key of blind indexes, made on first use. Raises DamagedKey."""
    where = folder()
    key = read_ring(where).index
    if key is None and not (where / INDEX_KEY).exists():
        write_key(where, _random_key(0, HMAC))
        key = read_ring(where).index
    if key is None:
        raise DamagedKey(f"{where / INDEX_KEY} is damaged: restore it from the recovery sheet.")
    return key


def new_key(where: Path, algorithm: str = AES) -> Key:
    """Make the next key of fields; from now on it is the current one."""
    numbers = [key.number for key in read_ring(where).fields.values()]
    key = _random_key(max(numbers, default=0) + 1, algorithm)
    write_key(where, key)
    return key


def write_key(where: Path, key: Key) -> None:
    """Write a key file that only its owner reads. A file that is there already is left as it is."""
    where.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = where / f"{key.file_name}.{secrets.token_hex(4)}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{key.algorithm} {base64.b64encode(key.secret).decode()}\n")
        file.flush()
        os.fsync(handle)
    _publish(draft, where / key.file_name)
    _read.cache_clear()


def _publish(draft: Path, final: Path) -> None:
    try:
        os.link(draft, final)
    except FileExistsError:
        pass
    except OSError:  # a disk without hard links
        draft.replace(final)
    draft.unlink(missing_ok=True)


def read_ring(where: Path) -> Ring:
    """The keys of a folder as it is now; another process may have added one. Asked for every sealed value, so it is quick."""
    try:
        changed = where.stat().st_mtime_ns
    except FileNotFoundError:
        return Ring({}, None)
    return _read(where, changed)


@lru_cache(maxsize=4)
def _read(where: Path, changed: int) -> Ring:
    found = [_key(path, int(named[2])) for path in where.iterdir() if (named := FIELD_KEY.fullmatch(path.name))]
    # A file whose name does not follow from its secret is damaged.
    whole = [key for key in found if key and (where / key.file_name).exists()]
    ordered = sorted(whole, key=lambda key: (key.number, key.id))
    index = where / INDEX_KEY
    return Ring({key.id: key for key in ordered}, _key(index, 0) if index.exists() else None)


def _key(path: Path, number: int) -> Key | None:
    """The key in a file; None for a damaged file, whose key then counts as missing."""
    try:
        algorithm, secret = path.read_text(encoding="ascii").split()
        key = Key(number, algorithm, base64.b64decode(secret, validate=True))
    except ValueError:
        return None
    return key if len(key.secret) == KEY_BYTES.get(algorithm) else None


def _random_key(number: int, algorithm: str) -> Key:
    return Key(number, algorithm, secrets.token_bytes(KEY_BYTES[algorithm]))
