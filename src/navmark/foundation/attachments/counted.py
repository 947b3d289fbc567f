"""What a printed record says of its files: how many of what, never their names, because the name of a file may name a child."""

from collections import Counter
from uuid import UUID

from navmark.foundation.attachments.models import FileKind
from navmark.foundation.attachments.queries import attachments_of


def count_by_kind(owner_kind: str, owner_id: UUID) -> Counter[str]:
    return Counter(attachments_of(owner_kind, owner_id).values_list("kind", flat=True))


def words(counts: Counter[str]) -> tuple[str, ...]:
    """签到表原件, 讲稿1份, 照片3张; in the language of the print."""
    return tuple(_words(kind, counts[kind]) for kind in FileKind if counts[kind])


def _words(kind: FileKind, count: int) -> str:
    if kind == FileKind.SIGNED_SHEET:  # one sheet, however many pages were scanned
        return str(kind.label)
    return f"{kind.label}{count}{'张' if kind == FileKind.PHOTOGRAPH else '份'}"
