"""From a programme's pages to rows of the school: kinds of activity, papers, cadences. All or nothing; twice changes nothing."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.cadence import waiting
from navmark.foundation.programme import columns, editions, shipping
from navmark.foundation.programme.described import Loading, Programme
from navmark.foundation.programme.models import LoadedProgramme
from navmark.foundation.programme.nouns.table import NOUNS
from navmark.foundation.programme.nouns.tags import loading as tags
from navmark.foundation.programme.shipping import ARTICLE
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import active_school_id

OFFERED = "offered"  # what follows a newer edition of the product's pages


@transaction.atomic
def establish_programme(*, at: datetime, name: str = ARTICLE, programme: str = "") -> bool:
    """Give the active school what came with the product, or what is new in it where the school has changed nothing. One query
    if it has that. `programme`: which of those that ship, where it has none yet."""
    known = LoadedProgramme.objects.filter(name=name).first()
    source = known.source if known else programme or name
    shipped = shipping.shipped(source, localdate(at))
    if known is not None and known.shipped == shipped.digest:
        return False
    loaded = load(shipping.taken_over(name, shipped, on=localdate(at)), at=at)
    LoadedProgramme.objects.filter(name=name).update(shipped=shipped.digest, follows=source)
    waiting.changed(OFFERED, at=at)
    return loaded


def load(programme: Programme, *, at: datetime, by: Any = None, why: str = "") -> bool:
    """Make the rows, or bring them up to these pages; whether anything was loaded.

    What the pages no longer describe is switched off, not deleted: what was held of it is still read. Raises OtherType where a
    question of a paper would change its type.
    """
    known = LoadedProgramme.objects.filter(name=programme.name).first()
    if known is not None and known.digest == programme.digest:
        return False
    _make_rows(programme, at=at, by=by, why=why)
    return True


@transaction.atomic
def _make_rows(programme: Programme, *, at: datetime, by: Any, why: str) -> None:
    since = School.objects.get(pk=active_school_id()).in_use_since
    editions.keep(programme.name, programme.texts, by=by, at=at, why=why)
    loading = Loading(programme, at, by, since)
    tags.load(loading)
    for noun in NOUNS:
        noun.load(loading)
    columns.load(loading)
    loaded, _made = LoadedProgramme.objects.update_or_create(
        name=programme.name, defaults={"digest": programme.digest, "loaded_at": at}
    )
    record("programme.loaded", by=by, at=at, subject=loaded, name=programme.head.title)
