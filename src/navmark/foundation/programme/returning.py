"""A programme that was taken out comes back: read, kept as a draft while its differences are looked at, adopted as a whole."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import BadZipFile, ZipFile

from django.db import transaction
from django.http import Http404

from navmark.foundation.cadence import waiting
from navmark.foundation.papers.faults import Fault
from navmark.foundation.people.models import Person
from navmark.foundation.programme import shipping
from navmark.foundation.programme.clashes import clashes
from navmark.foundation.programme.described import Programme
from navmark.foundation.programme.differences import differences
from navmark.foundation.programme.editions import texts_of
from navmark.foundation.programme.headings import laid_back
from navmark.foundation.programme.loading import OFFERED, load
from navmark.foundation.programme.models import LoadedProgramme, ProgrammeDraft
from navmark.foundation.programme.places import line_of
from navmark.foundation.programme.reading import read_texts
from navmark.foundation.programme.references import unknown
from navmark.foundation.programme.refusals import ChangedMeanwhile, NoProgramme, Wrong, WrongProgramme
from navmark.foundation.programme.shipping import ARTICLE
from navmark.foundation.programme.texts import Texts, unzipped
from navmark.foundation.programme.workbook.reading import read_workbook

KEPT_FOR = timedelta(days=7)
OF_A_WORKBOOK = "[Content_Types].xml"


def in_force(on: date, *, name: str = ARTICLE) -> Programme:
    """The school's programme as it stands. Raises WrongProgramme where a newer version of the product refuses what it says."""
    return read_texts(texts_of(name), name=name, on=on)


def digest_in_force(name: str = ARTICLE) -> str:
    return LoadedProgramme.objects.filter(name=name).values_list("digest", flat=True).first() or ""


def read_back(source: bytes, file_name: str, *, on: date, name: str = ARTICLE) -> Programme:
    """Of the zip of files or the workbook. Raises NoProgramme, TooMuch, WrongProgramme, WrongWorkbook, or as `tables` refuses."""
    here = texts_of(name)
    if _is_workbook(source):
        return read_workbook(source, file_name, name=name, on=on, check=lambda programme: _wrongs(programme, on), here=here)
    return checked(laid_back(unzipped(source), here), on=on, name=name)


def checked(texts: Texts, *, on: date, name: str = ARTICLE) -> Programme:
    """Raises WrongProgramme also for what would leave answers without their question, and for what names nothing."""
    programme = read_texts(texts, name=name, on=on)
    if wrongs := [Wrong(file, line_of(texts[file], fault.path), fault) for file, fault in _wrongs(programme, on)]:
        raise WrongProgramme(wrongs)
    return programme


def _wrongs(programme: Programme, on: date) -> Iterator[tuple[str, Fault]]:
    """A code that led nowhere before hinders no other change: no version of ours shuts what stands."""
    yield from clashes(programme)
    if lost := list(unknown(programme)):
        stands = {(file, fault.path) for file, fault in unknown(in_force(on, name=programme.name))}
        yield from ((file, fault) for file, fault in lost if (file, fault.path) not in stands)


def _is_workbook(source: bytes) -> bool:
    try:
        with ZipFile(BytesIO(source)) as archive:
            return OF_A_WORKBOOK in archive.namelist()
    except (BadZipFile, OSError, ValueError) as wrong:
        raise NoProgramme from wrong


def chosen(source: str, *, on: date, name: str = ARTICLE) -> Programme:
    """One that comes with the product, as the school's own would be. Raises WrongProgramme where answers would lose their
    question."""
    return checked(shipping.shipped(source, on).texts, on=on, name=name)


def begin(programme: Programme, file_name: str, *, by: Person, at: datetime, follows: str = "") -> ProgrammeDraft:
    """Keep it until it is adopted; a page that says the same keeps its own text with its comments. What expired is swept."""
    ProgrammeDraft.objects.filter(expires_at__lt=at).delete()
    now = in_force(at.date(), name=programme.name)
    otherwise = {page.file for page in differences(now.said, programme.said)}
    same = {file: now.texts[file] for file in programme.said if file not in otherwise}
    texts: Mapping[str, Any] = {**programme.texts, **same}
    return ProgrammeDraft.objects.create(
        file_name=file_name[:200], texts=texts, made_by=by, made_at=at, expires_at=at + KEPT_FOR, follows=follows
    )


def draft_of(person: Person, pk: UUID) -> ProgrammeDraft:
    """A draft this person began, or 404."""
    draft = ProgrammeDraft.objects.filter(pk=pk, made_by=person).first()
    if draft is None:
        raise Http404
    return draft


@transaction.atomic
def adopt(draft: ProgrammeDraft, *, shown: str, by: Person, at: datetime, on: date, name: str = ARTICLE) -> None:
    """All of it or nothing. `shown` is the digest of what it was compared with. Raises ChangedMeanwhile, WrongProgramme."""
    LoadedProgramme.objects.select_for_update().filter(name=name).first()
    if digest_in_force(name) != shown:
        raise ChangedMeanwhile
    load(checked(draft.texts, on=on, name=name), at=at, by=by, why=draft.file_name)
    if draft.follows:
        shipping.follow(draft.follows, name=name, on=on)
        waiting.changed(OFFERED, at=at)
    draft.delete()
