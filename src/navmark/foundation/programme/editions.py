"""The pages of the school's programme as they stand, and each edition before."""

from datetime import datetime
from typing import Any

from django.db.models import F, Max, QuerySet, Window

from navmark.foundation.audit.actions import id_of, record_all, told
from navmark.foundation.audit.changes import Before
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.programme.models import PageEdition
from navmark.foundation.programme.texts import Texts


def texts_of(name: str) -> Texts:
    """What is in force: the newest edition of each file that is still described. One query."""
    return {row.file: row.text for row in newest(name) if row.text}


def newest(name: str) -> QuerySet[PageEdition]:
    """Of every file, those too that are described no more."""
    last = Window(Max("number"), partition_by=F("file"))
    return PageEdition.objects.filter(programme=name).annotate(last=last).filter(number=F("last")).order_by("file")


def keep(name: str, texts: Texts, *, by: Any, at: datetime, why: str = "") -> list[str]:
    """An edition of each file that differs from the one in force; which files that were."""
    now = {row.file: row for row in newest(name)}
    wanted = {**dict.fromkeys(now, ""), **texts}
    changed = [file for file, text in sorted(wanted.items()) if text != (now[file].text if file in now else "")]
    rows = [_made(name, file, wanted[file], now.get(file), by=by, at=at, why=why) for file in changed]
    PageEdition.objects.bulk_create(rows)
    record_all(_told(row, now.get(row.file), by=by, at=at) for row in rows)
    return changed


def _made(name: str, file: str, text: str, last: PageEdition | None, *, by: Any, at: datetime, why: str) -> PageEdition:
    number = last.number + 1 if last else 1
    return PageEdition(programme=name, file=file, number=number, text=text, why=why, made_by=id_of(by), made_at=at)


def _told(row: PageEdition, last: PageEdition | None, *, by: Any, at: datetime) -> AuditEntry:
    changes = Before(last or PageEdition(), "text").changes(row)
    return told("programme.page_made", by=by, at=at, subject=row, changes=changes, file=row.file, number=row.number, why=row.why)


def page_editions(name: str, file: str) -> QuerySet[PageEdition]:
    """The newest first."""
    return PageEdition.objects.filter(programme=name, file=file).order_by("-number")
