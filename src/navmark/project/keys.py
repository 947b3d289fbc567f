"""The secret that signs sessions and links; it lives beside the field keys, never in a backup."""

import secrets
from pathlib import Path


def secret_key(data: Path) -> str:
    """Read the signing secret of this data folder, made on first use."""
    path = data / "keys" / "signing.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
        path.chmod(0o600)
    return path.read_text(encoding="ascii").strip()
