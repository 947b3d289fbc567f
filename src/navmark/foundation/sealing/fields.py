"""A text field whose column holds `keyid$base64(nonce + ciphertext + tag)`; the table and column are bound into the seal."""

import base64
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import IsNull
from django.utils.translation import gettext as _

from navmark.foundation.sealing import keys

NONCE = 12
TAG = 16


class Unreadable(str):
    """What a sealed field says when its key is missing: words for a page, and the ciphertext, so that saving changes nothing."""

    ciphertext: str

    def __new__(cls, ciphertext: str) -> "Unreadable":
        words = super().__new__(cls, _("unreadable: its key is missing"))
        words.ciphertext = ciphertext
        return words


def seal(text: str, label: str) -> str:
    """Seal `text` for the column `label` ("table.column") with the current key."""
    key = keys.current()
    nonce = secrets.token_bytes(NONCE)
    body = _encrypt(key, nonce, text.encode(), label.encode())
    return f"{key.id}${base64.b64encode(nonce + body).decode()}"


def unseal(sealed: str, label: str) -> str:
    """The text of a sealed column, or Unreadable."""
    key_id, _dollar, body = sealed.partition("$")
    key = keys.ring().get(key_id)
    if key is None:
        return Unreadable(sealed)
    raw = base64.b64decode(body)
    try:
        return _decrypt(key, raw[:NONCE], raw[NONCE:], label.encode()).decode()
    except InvalidTag:
        return Unreadable(sealed)


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


class EncryptedTextField(models.TextField):
    """A TextField that is sealed in the database. The empty text stays empty; no lookup but `isnull` is possible."""

    @property
    def label(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return unseal(value, self.label) if value else value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        if isinstance(value, Unreadable):
            return value.ciphertext
        return seal(value, self.label) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return IsNull
        raise FieldError(f"{self.name} is sealed: it cannot be searched by {lookup_name}. Use its blind index.")

    def get_transform(self, lookup_name: str) -> Any:
        raise FieldError(f"{self.name} is sealed: it has no transform {lookup_name}.")
