"""A newer edition of the product's pages, offered item by item to a school that has changed those pages."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import ngettext, override

from navmark.foundation.audit.actions import record
from navmark.foundation.cadence import waiting
from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import Matter, Source, register
from navmark.foundation.people.circles.named import ADMINISTRATOR
from navmark.foundation.people.models import Person
from navmark.foundation.programme import returning, shipping
from navmark.foundation.programme.described import Programme
from navmark.foundation.programme.loading import OFFERED, load
from navmark.foundation.programme.merging import NewerItem, items, with_taken
from navmark.foundation.programme.models import LoadedProgramme, ShippedPage
from navmark.foundation.programme.reading import said_once
from navmark.foundation.programme.refusals import ChangedMeanwhile
from navmark.foundation.programme.shipping import ARTICLE
from navmark.foundation.programme.speaking import titles_of
from navmark.foundation.programme.texts import Texts
from navmark.foundation.programme.writing import as_toml


@dataclass(frozen=True)
class OfferedPage:
    file: str
    title: str
    is_gone: bool  # nobody ships it any more
    items: tuple[NewerItem, ...]


@dataclass(frozen=True)
class NewerPages:
    """`shown` says with what it was compared: a look that is older is not taken."""

    pages: tuple[OfferedPage, ...]
    shown: str


def awaiting(now: Texts, *, name: str = ARTICLE) -> list[str]:
    """The files of which something newer came than the school has answered. One query."""
    came = dict(ShippedPage.objects.filter(programme=name).values_list("file", "text"))
    return sorted(file for file in {**now, **came} if came.get(file, "") != now.get(file, "")) if came else []


def offer(on: date, *, name: str = ARTICLE) -> NewerPages:
    """What waits to be answered, page by page. Raises WrongProgramme where the school's own programme cannot be read."""
    new, mine = shipping.shipped(shipping.source_of(name), on), returning.in_force(on, name=name)
    came = dict(ShippedPage.objects.filter(programme=name).values_list("file", "text"))
    titles = titles_of({**mine.said, **new.said})
    files = [file for file in awaiting(new.texts, name=name) if file in mine.said]
    pages = [_page(file, said_once(file, came.get(file, ""), on=on), mine, new, titles) for file in files]
    return NewerPages(tuple(page for page in pages if page.items), sha256(f"{mine.digest} {new.digest}".encode()).hexdigest())


def _page(file: str, taken: Mapping[str, Any], mine: Programme, new: Programme, titles: Mapping[str, str]) -> OfferedPage:
    here, there = mine.said[file], new.said.get(file, {})
    return OfferedPage(file, here.get("title", file), not there, tuple(items(file, taken, here, there, titles)))


@transaction.atomic
def take(keys: Collection[str], *, shown: str, why: str, by: Person, at: datetime, on: date, name: str = ARTICLE) -> int:
    """Take these items as one edition of each page; what is left is not offered again until it changes. How many were taken.

    Raises ChangedMeanwhile, and WrongProgramme where they do not go together with what the school has: then nothing is answered.
    """
    LoadedProgramme.objects.select_for_update().filter(name=name).first()
    offered = offer(on, name=name)
    if offered.shown != shown:
        raise ChangedMeanwhile
    mine, new = returning.in_force(on, name=name), shipping.shipped(shipping.source_of(name), on)
    texts = {**mine.texts, **dict(_merged(offered, keys, mine, new))}
    load(returning.checked({file: text for file, text in texts.items() if text}, on=on, name=name), at=at, by=by, why=why)
    shipping.answered(name, {file: new.texts.get(file, "") for file in awaiting(new.texts, name=name)})
    found = [one for page in offered.pages for one in page.items]
    taken = sum(one.key in keys for one in found)
    loaded = LoadedProgramme.objects.get(name=name)
    record("programme.offer_answered", by=by, at=at, subject=loaded, taken=taken, left=len(found) - taken, why=why)
    waiting.changed(OFFERED, at=at)
    return taken


def _merged(offered: NewerPages, keys: Collection[str], mine: Programme, new: Programme) -> Iterator[tuple[str, str]]:
    """(file, text) of each page of which something is taken; one that then says what is shipped has its very text."""
    for page in offered.pages:
        paths = [one.path for one in page.items if one.key in keys]
        if page.is_gone and paths:
            yield page.file, ""
        elif paths:
            told = with_taken(mine.said[page.file], new.said[page.file], paths)
            yield page.file, new.texts[page.file] if told == new.said[page.file] else as_toml(told)


def _waits(_ids: Sequence[UUID] | None, on: date) -> Iterator[Matter]:
    """One row of the school, without a day: nobody is reminded of it. Two queries."""
    loaded = LoadedProgramme.objects.filter(name=ARTICLE).first()
    files = awaiting(shipping.shipped(loaded.source, on).texts) if loaded else []
    if loaded and files:
        with override(settings.LANGUAGE_CODE):
            words = ngettext(
                "A newer edition of %(count)s page is here", "A newer edition of %(count)s pages is here", len(files)
            )
        yield Matter(
            source=loaded.pk, about=loaded.pk, title=words % {"count": len(files)}, step=Step.GO_ON, opens_on=date.min,
            circles=(ADMINISTRATOR,), action=reverse("programme:newer"), page=reverse("programme:newer"),
        )  # fmt: skip


register(Source("programme_offer", (OFFERED,), _waits, beside=True))
