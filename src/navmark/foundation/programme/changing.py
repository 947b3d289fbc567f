"""Every change of a page by hand: the page is said anew, checked as a whole with its programme, and kept as an edition."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.http import Http404

from navmark.foundation.people.models import Person
from navmark.foundation.programme.editions import page_editions, texts_of
from navmark.foundation.programme.loading import load
from navmark.foundation.programme.models import LoadedProgramme, PageEdition, ProgrammeDraft
from navmark.foundation.programme.refusals import NothingToTakeBack
from navmark.foundation.programme.returning import begin, checked
from navmark.foundation.programme.shipping import ARTICLE
from navmark.foundation.programme.writing import as_toml

ONE_DAY = timedelta(days=1)


def page_or_404(file: str, *, name: str = ARTICLE) -> dict[str, Any]:
    """What the page says today."""
    text = texts_of(name).get(file)
    if text is None:
        raise Http404
    return tomllib.loads(text)


@transaction.atomic
def change(
    file: str, told: Mapping[str, Any] | None, *, why: str, by: Person, at: datetime, on: date, name: str = ARTICLE
) -> None:
    """The page as it is told now; None: described no more. Raises WrongProgramme, and nothing is changed."""
    _put(file, "" if told is None else as_toml(told), why=why, by=by, at=at, on=on, name=name)


def propose(
    file: str, told: Mapping[str, Any], *, why: str, by: Person, at: datetime, on: date, name: str = ARTICLE
) -> ProgrammeDraft:
    """The page as it would be, kept until its differences were looked at. Raises WrongProgramme."""
    return begin(checked({**texts_of(name), file: as_toml(told)}, on=on, name=name), why, by=by, at=at)


def _put(file: str, text: str, *, why: str, by: Person, at: datetime, on: date, name: str) -> None:
    LoadedProgramme.objects.select_for_update().filter(name=name).first()
    texts = {key: one for key, one in {**texts_of(name), file: text}.items() if one}
    load(checked(texts, on=on, name=name), at=at, by=by, why=why)


def switch(file: str, *, off: bool, day: date, why: str, by: Person, at: datetime, on: date) -> None:
    """From that day it is off, or on again."""
    told = {key: value for key, value in page_or_404(file).items() if key not in ("since", "until")}
    told |= {"until": day - ONE_DAY} if off else {"since": day}
    change(file, told, why=why, by=by, at=at, on=on)


@transaction.atomic
def take_back(file: str, *, why: str, by: Person, at: datetime, on: date, name: str = ARTICLE) -> None:
    """Let the edition before the newest be in force again, as an edition of its own; a page that somebody of the school has just
    made is gone, and what was kept of it stays. Raises NothingToTakeBack."""
    last = list(page_editions(name, file)[:2])
    if not takes_back(last):
        raise NothingToTakeBack
    _put(file, last[1].text if len(last) > 1 else "", why=why, by=by, at=at, on=on, name=name)


def takes_back(editions: Sequence[PageEdition]) -> bool:
    """Whether there is anything before the newest: an edition, or the page was made here. `editions`: the newest first."""
    return len(editions) > 1 or any(one.made_by for one in editions)
