"""恢复单: the keys on paper. A backup holds no keys, so this sheet is what opens the sealed fields after a fire.

A line that begins with a key's id is read back: `k1-<fingerprint> aes-256-gcm <base64>`; the fingerprint tells a misread key.
"""

import base64
import binascii
import re
from pathlib import Path

from django.utils import timezone

from navmark.foundation.sealing import keys
from navmark.project.refusals import Refused

LINE = re.compile(r"^\s*k(\d+)-([0-9a-f]{8})\s+(\S+)\s+(\S+)\s*$", re.MULTILINE)
SHEET = """领航标 恢复单  Navmark recovery sheet
打印日期 / printed on: {on}

备份文件不含密钥。电脑损坏后，须凭本单才能读出加密的身份证号、电话、住址等。请打印一份，与党务档案一同锁存。
Backups contain no keys. After a loss, only this sheet opens the sealed identity numbers, phones and addresses.
Print it and lock it away with the branch's files; restore with: navmark restore FILE --data DIR --keys THIS-FILE

{lines}
"""


def sheet(ring: keys.Ring) -> str:
    return _sheet(ring.everything())


def _sheet(held: list[keys.Key]) -> str:
    lines = (f"{key.id} {key.algorithm} {base64.b64encode(key.secret).decode()}" for key in held)
    return SHEET.format(on=timezone.localdate().isoformat(), lines="\n".join(lines))


def whole_ring() -> keys.Ring:
    """Every key this folder will use, made now if need be: one that came later would never reach the paper."""
    keys.index_key()
    return keys.ring()


def printed_sheet() -> str:
    """The sheet of this data folder as it stands today, also left beside the keys: `unprinted` reads there what is on paper."""
    text = sheet(whole_ring())
    _keep(text)
    return f"{text}\n{kept()}\n"


def kept() -> Path:
    """The file of the sheet of this data folder."""
    return keys.folder() / "recovery-sheet.txt"


def _keep(text: str) -> None:
    kept().touch(mode=0o600)
    kept().write_text(text, encoding="utf-8")


def count_as_printed(given: list[keys.Key]) -> None:
    """A sheet was read in from paper: this folder's own sheet says so, unless it has one."""
    if not kept().exists():
        _keep(_sheet(given))


def unprinted() -> list[str]:
    """The ids of keys that stand on no printed sheet. Makes no key: looking changes nothing."""
    text = kept().read_text(encoding="utf-8") if kept().exists() else ""
    on_paper = {f"k{number}-{fingerprint}" for number, fingerprint, *_secret in LINE.findall(text)}
    return [key.id for key in keys.read_ring(keys.folder()).everything() if key.id not in on_paper]


def _text(raw: bytes) -> str:
    """A sheet's text, in whatever encoding an editor kept it: the lines of keys are ASCII in each, in UTF-16 between noughts."""
    return raw.replace(b"\0", b"").decode("ascii", errors="ignore")


def read_sheet(text: str) -> list[keys.Key]:
    """The keys of a sheet. Raises Refused for a line that was misread, or a sheet without one."""
    return _some([_key(*line) for line in LINE.findall(text)])


def _some(found: list[keys.Key]) -> list[keys.Key]:
    if not found:
        raise Refused("恢复单（或密钥目录）中没有密钥", "there is no key on this sheet, or in this folder")
    return found


def _key(number: str, fingerprint: str, algorithm: str, secret: str) -> keys.Key:
    try:
        key = keys.Key(int(number), algorithm, base64.b64decode(secret, validate=True))
    except binascii.Error:
        key = keys.Key(int(number), algorithm, b"")
    if key.fingerprint != fingerprint or len(key.secret) != keys.KEY_BYTES.get(algorithm):
        raise Refused(f"恢复单中密钥 k{number} 与校验码不符，请核对", f"key k{number} does not match its check: read it again")
    return key


def read(path: Path) -> list[keys.Key]:
    """Keys from a sheet's file, or from a folder of key files. Raises Refused where there are none."""
    if path.is_dir():
        return _some(keys.read_ring(path).everything())
    try:
        return read_sheet(_text(path.read_bytes()))
    except OSError as error:
        raise Refused(f"无法读取 {path}", f"cannot read {path}") from error


def give_back(given: list[keys.Key]) -> bool:
    """Write the keys into this data folder; True when another key of the indexes had been made in the meantime.

    That one is set aside: what was indexed with it has to be indexed anew.
    """
    index = keys.folder() / keys.INDEX_KEY
    made_since = keys.read_ring(keys.folder()).index
    is_replaced = made_since is not None and any(key.file_name == keys.INDEX_KEY and key != made_since for key in given)
    if is_replaced:
        index.replace(index.with_name(f"{keys.INDEX_KEY}.set-aside"))
    for key in given:
        keys.write_key(keys.folder(), key)
    return is_replaced
