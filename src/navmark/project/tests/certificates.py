"""Certificates for tests: a school's own, signed by itself."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


def a_pair(folder: Path, *, ends: datetime | None = None, name: str = "school", password: bytes = b"") -> tuple[Path, Path]:
    """The files of a certificate and of its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "school.test")])
    end = ends or datetime.now(UTC) + timedelta(days=90)
    made = x509.CertificateBuilder(
        subject, subject, key.public_key(), x509.random_serial_number(), end - timedelta(days=999), end
    )
    cert_file, key_file = folder / f"{name}.pem", folder / f"{name}.key"
    pem, encryption = serialization.Encoding.PEM, serialization.NoEncryption()
    if password:
        encryption = serialization.BestAvailableEncryption(password)
    cert_file.write_bytes(made.sign(key, hashes.SHA256()).public_bytes(pem))
    key_file.write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, encryption))
    return cert_file, key_file
