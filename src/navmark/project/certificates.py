"""The school's certificate: looked at before anybody is greeted with an address that would not answer."""

import ssl
from datetime import datetime
from pathlib import Path

from navmark.project.refusals import Refused


def insist_on_pair(cert: Path | None, key: Path | None) -> None:
    """Raises Refused unless both are given, readable, and belong together; or neither is given."""
    if cert is None and key is None:
        return
    if cert is None or key is None:
        raise Refused("--tls-cert 和 --tls-key 须同时给出", "--tls-cert and --tls-key go together: give both")
    for path in (cert, key):
        try:
            path.read_bytes()
        except OSError as error:
            raise Refused(f"无法读取 {path}", f"cannot read {path}: {error.strerror}") from error
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(cert, key, password=_no_password)
    except (ssl.SSLError, ValueError) as error:
        chinese = f"{cert} 与 {key} 不是一对无口令的 PEM 证书和私钥"
        raise Refused(chinese, f"{cert} and {key} are no pair of PEM certificate and key without a password") from error


def _no_password() -> str:
    raise ValueError  # else the terminal would be asked for one


def ends_at(cert: Path) -> datetime | None:
    """The end of its validity; None when it cannot be read."""
    from cryptography import x509  # noqa: PLC0415  held only by who looks at one

    try:
        return x509.load_pem_x509_certificate(cert.read_bytes()).not_valid_after_utc
    except (OSError, ValueError):
        return None
