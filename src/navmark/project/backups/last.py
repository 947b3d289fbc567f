"""When this folder was last backed up, noted beside its data."""

from datetime import datetime
from pathlib import Path

from django.conf import settings


def _stamp() -> Path:
    return Path(settings.DATA) / "last-backup"


def note(path: Path, *, at: datetime) -> None:
    _stamp().write_text(f"{at.isoformat(timespec='seconds')}\n{path.resolve()}\n", encoding="utf-8")


def taken_at() -> datetime | None:
    """The moment of the last backup, or None."""
    try:
        return datetime.fromisoformat(_stamp().read_text(encoding="utf-8").partition("\n")[0])
    except (OSError, ValueError):
        return None
