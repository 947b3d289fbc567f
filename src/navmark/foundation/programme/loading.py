"""From a programme's files to rows of the school: kinds of activity, papers, cadences. All or nothing; twice changes nothing."""

from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

import navmark
from navmark.foundation.audit.actions import record
from navmark.foundation.programme.described import Loading, Programme
from navmark.foundation.programme.models import LoadedProgramme
from navmark.foundation.programme.nouns.table import NOUNS
from navmark.foundation.programme.nouns.tags import loading as tags
from navmark.foundation.programme.reading import read_programme
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import active_school_id

SHIPPED = Path(navmark.__file__).parent / "programmes"
ARTICLE = "linghangbiao"  # 领航标: the programme that comes with the product


@cache
def _shipped(name: str, on: date) -> Programme:
    return read_programme(SHIPPED / name, on=on)


def establish_programme(*, at: datetime, name: str = ARTICLE) -> bool:
    """Give the active school the programme that comes with the product, unless it has these very files. One query if it has."""
    return load(_shipped(name, localdate(at)), at=at)


def load(programme: Programme, *, at: datetime, by: Any = None) -> bool:
    """Make the rows, or bring them up to these files; whether anything was loaded.

    What the files no longer describe is switched off, not deleted: what was held of it is still read. Raises OtherType where a
    question of a paper would change its type.
    """
    known = LoadedProgramme.objects.filter(name=programme.name).first()
    if known is not None and known.digest == programme.digest:
        return False
    _make_rows(programme, at=at, by=by)
    return True


@transaction.atomic
def _make_rows(programme: Programme, *, at: datetime, by: Any) -> None:
    since = School.objects.get(pk=active_school_id()).in_use_since
    loading = Loading(programme, at, by, since)
    tags.load(loading)
    for noun in NOUNS:
        noun.load(loading)
    loaded, _made = LoadedProgramme.objects.update_or_create(
        name=programme.name, defaults={"digest": programme.digest, "loaded_at": at}
    )
    record("programme.loaded", by=by, at=at, subject=loaded, name=programme.name)
