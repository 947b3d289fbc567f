"""Sealing and unsealing one text. A sealed text is `keyid$base64(nonce + ciphertext + tag)`, bound to its table and column."""

import base64
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils.translation import gettext as _

from navmark.foundation.sealing import keys

NONCE, TAG = 12, 16


class Unreadable(str):
    """What a sealed field says when it cannot be opened: words for a page, and the ciphertext, so that saving changes nothing."""

    ciphertext: str

    def __new__(cls, words: str, ciphertext: str = "") -> "Unreadable":
        one = super().__new__(cls, words)
        one.ciphertext = ciphertext
        return one


def is_readable(value: Any) -> bool:
    return not isinstance(value, Unreadable)


def seal(text: str, label: str) -> str:
    """Seal `text` for the column `label` ("table.column") with the current key."""
    key = keys.ring().current
    nonce = secrets.token_bytes(NONCE)
    body = _encrypt(key, nonce, text.encode(), label.encode())
    return f"{key.id}${base64.b64encode(nonce + body).decode()}"


def unseal(sealed: str, label: str) -> str:
    """The text of a sealed column, or Unreadable."""
    key_id, _dollar, body = sealed.partition("$")
    key = keys.ring().fields.get(key_id)
    if key is None:
        return Unreadable(_("unreadable: the key is missing"), sealed)
    try:
        raw = base64.b64decode(body, validate=True)
        return _decrypt(key, raw[:NONCE], raw[NONCE:], label.encode()).decode()
    except (InvalidTag, ValueError):
        return Unreadable(_("unreadable: the sealed text is damaged"), sealed)


def _encrypt(key: keys.Key, nonce: bytes, text: bytes, label: bytes) -> bytes:
    if key.algorithm == keys.AES:
        return AESGCM(key.secret).encrypt(nonce, text, label)
    encryptor = Cipher(algorithms.SM4(key.secret), modes.GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(label)
    return encryptor.update(text) + encryptor.finalize() + encryptor.tag


def _decrypt(key: keys.Key, nonce: bytes, body: bytes, label: bytes) -> bytes:
    if key.algorithm == keys.AES:
        return AESGCM(key.secret).decrypt(nonce, body, label)
    decryptor = Cipher(algorithms.SM4(key.secret), modes.GCM(nonce, body[-TAG:])).decryptor()
    decryptor.authenticate_additional_data(label)
    return decryptor.update(body[:-TAG]) + decryptor.finalize()
